/** The device's token from the address it is opened with once: `/kiosk#device=…`. */
export const deviceToken = (hash: string): string | null =>
  new URLSearchParams(hash.replace(/^#/, '')).get('device')
