import { settingsOf } from '../intakes/assessing.ts'
import type { Service } from '../service.ts'
import type { OfficeState } from '../state.ts'
import type { CivilDate } from '../time.ts'
import { withChange } from './office.ts'
import type { SettingChange } from './office.ts'
import { orderMisfit } from './setting-shape.ts'
import type { SettingMisfit } from './setting-shape.ts'
import type { SettingRules } from './setting-rules.ts'

/** What a change bears on: what it sets, and what has to be more than that. */
const touchedBy = ({ values }: SettingChange, rules: SettingRules): string[] =>
  Object.entries(rules)
    .filter(([name, { moreThan, atLeast }]) =>
      [name, moreThan, atLeast].some((each) => each && each in values),
    )
    .map(([name]) => name)

/**
 * What would not go together with a change, on its day or on a later one that has changes of its own, or null. What was set before
 * and does not go together either is no matter of this change.
 */
export const changeMisfit = (
  state: OfficeState,
  service: Service,
  change: SettingChange,
): (SettingMisfit & { day: CivilDate }) | null => {
  const changes = withChange(state.serviceSettings[service.id] ?? [], change)
  const serviceSettings = { ...state.serviceSettings, [service.id]: changes }
  for (const day of changes.map(({ from }) => from).filter((from) => from >= change.from)) {
    const settings = settingsOf({ ...state, serviceSettings, businessDay: day }, service)
    const misfit = orderMisfit(
      settings as Readonly<Record<string, unknown>>,
      service.settingRules,
      '',
      touchedBy(change, service.settingRules),
    )
    if (misfit) return { ...misfit, day }
  }
  return null
}
