/** Where each route is: method, space, path. Free of zod, so that the kiosk's bundle stays small. */
export const paths = {
  signIn: 'POST /api/session',
  session: 'GET /api/session',
  signOut: 'DELETE /api/session',
  enrollDevice: 'POST /api/devices/enroll',
  services: 'GET /api/services',
  assess: 'POST /api/assess',
  staff: 'GET /api/staff',
  intake: 'GET /api/intakes/:intakeId',
  paperForm: 'GET /api/intakes/:intakeId/forms/:paper',
  issuance: 'GET /api/issuances/:issuanceId',
  amendment: 'POST /api/issuances/:issuanceId/amendment',
  issuancePage: 'GET /api/issuances/:issuanceId/page',
  search: 'GET /api/search',
  voices: 'GET /api/voices',
  speech: 'POST /api/speech',
  myTicket: 'GET /api/my-ticket/:secret',
  health: 'GET /api/health',
  ready: 'GET /api/ready',
  openApi: 'GET /api/openapi.json',
  command: 'POST /api/commands/:kind',
} as const

export type RouteName = keyof typeof paths
