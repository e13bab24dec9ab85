/** A file of the machine behind the touchscreen, and who it belongs to. */
export interface HostFile {
  path: string
  text: string
}

const debuggingPort = 9222
const watchdogPath = '/usr/local/lib/lobbyline-kiosk-watchdog'

/** No gestures that leave the page, no bubbles over it, and sound without a touch before it. */
export const chromiumFlags: readonly string[] = [
  '--kiosk',
  '--ozone-platform=wayland',
  '--user-data-dir=/var/lib/lobbyline-kiosk',
  '--no-first-run',
  '--noerrdialogs',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--disable-features=Translate,TouchpadOverscrollHistoryNavigation',
  '--disable-session-crashed-bubble',
  '--autoplay-policy=no-user-gesture-required',
  '--password-store=basic',
  // Heard on this machine alone: the watchdog asks there how the page is.
  `--remote-debugging-port=${debuggingPort}`,
]

/**
 * What the browser may do, whoever stands before it: this one city hall, nothing kept, nothing asked, nothing opened. The
 * profile stays on the disk, because the device's own cookie is in it; so nothing of a resident may come there.
 */
export const managedPolicies = (origin: string): Readonly<Record<string, unknown>> => {
  const { host } = new URL(origin)
  return {
    URLBlocklist: ['*'],
    URLAllowlist: [
      `${host}/kiosk`,
      `${host}/_app`,
      `${host}/api`,
      `${host}/socket.io`,
      `${host}/favicon.png`,
    ],
    AutoplayAllowlist: [origin],
    DeveloperToolsAvailability: 2,
    SavingBrowserHistoryDisabled: true,
    AutofillAddressEnabled: false,
    AutofillCreditCardEnabled: false,
    PasswordManagerEnabled: false,
    SpellcheckEnabled: false,
    SearchSuggestEnabled: false,
    TranslateEnabled: false,
    BrowserSignin: 0,
    SyncDisabled: true,
    MetricsReportingEnabled: false,
    PrintingEnabled: false,
    DownloadRestrictions: 3,
    AllowFileSelectionDialogs: false,
    DefaultPopupsSetting: 2,
    DefaultNotificationsSetting: 2,
    DefaultGeolocationSetting: 2,
    AudioCaptureAllowed: false,
    VideoCaptureAllowed: false,
    BookmarkBarEnabled: false,
    PromotionsEnabled: false,
  }
}

const unit = (address: string): string => `[Unit]
Description=The touchscreen of the front counter
Wants=network-online.target
After=network-online.target systemd-user-sessions.service
Conflicts=getty@tty1.service
# It is tried again for as long as it takes.
StartLimitIntervalSec=0

[Service]
User=kiosk
PAMName=login
TTYPath=/dev/tty1
StandardInput=tty
StandardOutput=journal
UtmpIdentifier=tty1
StateDirectory=lobbyline-kiosk
ExecStart=/usr/bin/cage -s -- /usr/bin/chromium ${chromiumFlags.join(' ')} ${address}
Restart=always
RestartSec=2

[Install]
WantedBy=graphical.target
`

const watchdog = `[Unit]
Description=Starts the touchscreen again when its page has died

[Service]
Type=oneshot
ExecStart=/bin/sh ${watchdogPath}
`

/** A browser runs on, and answers, with a page that crashed, hangs or shows an error; only a page that lives keeps time in its title. */
const watch = `minutes=$(for ago in 0 1 2; do date -u -d "$ago minutes ago" +%H:%M; done)
curl --silent --max-time 10 http://127.0.0.1:${debuggingPort}/json/list | grep '"title"' | grep -qF "$minutes" ||
  systemctl restart lobbyline-kiosk.service
`

const timer = `[Unit]
Description=Looks after the touchscreen every minute

[Timer]
OnBootSec=2min
OnUnitActiveSec=1min

[Install]
WantedBy=timers.target
`

/** All files of one kiosk's host. @param given where the server is, such as `https://lobby.example.gov` */
export const hostFiles = (given: string): readonly HostFile[] => {
  const { origin } = new URL(given)
  return [
    { path: '/etc/systemd/system/lobbyline-kiosk.service', text: unit(`${origin}/kiosk`) },
    { path: '/etc/systemd/system/lobbyline-kiosk-watchdog.service', text: watchdog },
    { path: '/etc/systemd/system/lobbyline-kiosk-watchdog.timer', text: timer },
    { path: watchdogPath, text: watch },
    {
      path: '/etc/chromium/policies/managed/lobbyline.json',
      text: `${JSON.stringify(managedPolicies(origin), null, 2)}\n`,
    },
  ]
}
