import {
  forbidden,
  isSupervisor,
  type CommandActor,
  type CommandKind,
  type StaffView,
} from '@lobbyline/server/contract'

const asActor = (me: StaffView): CommandActor => ({ type: 'clerk', ...me })

/** Whether the server takes this command from them: by its own table, so that no button is shown that it refuses. */
export const may = (me: StaffView, kind: CommandKind): boolean => forbidden(kind, asActor(me)) === null

/** Whether the server lets them act for a colleague: move a visit, count a till, close a window. */
export const actsForColleagues = (me: StaffView): boolean => isSupervisor(asActor(me))
