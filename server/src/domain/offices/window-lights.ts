import type { OfficeState, Visit } from '../state.ts'

/** What the light over a window says: nobody there, free for the next, called and on the way, somebody is served. */
export type WindowLight = 'closed' | 'free' | 'called' | 'serving'

const lightFor = (visit: Visit | undefined): WindowLight =>
  visit === undefined ? 'free' : visit.state === 'called' ? 'called' : 'serving'

/** By the window's label, for the windows where printers of this agent stand. */
export const windowLights = (state: OfficeState, deviceId: string): Record<string, WindowLight> => {
  const busy = new Map<string, Visit>()
  for (const visit of Object.values(state.visits))
    if (visit.windowId !== null && (visit.state === 'called' || visit.state === 'serving'))
      busy.set(visit.windowId, visit)
  const lights: Record<string, WindowLight> = {}
  for (const { id, label, printerId, clerkId } of Object.values(state.windows))
    if (printerId !== null && state.printers[printerId]?.deviceId === deviceId)
      lights[label] = clerkId === null ? 'closed' : lightFor(busy.get(id))
  return lights
}
