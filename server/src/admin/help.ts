import { UsageError, type AdminCommand } from './admin-command.ts'

type Commands = Readonly<Record<string, AdminCommand>>

/** Every option, whichever command has it. */
export const options: Readonly<Record<string, string>> = {
  '--name NAME':
    'as people read it: the city on tickets, a clerk to colleagues, a printer or a device to the clerks',
  '--office NAME': 'the building or department, such as "City Hall"',
  '--address LINE': 'the office’s address on one line, as it stands on papers',
  '--phone PHONE': 'whom residents call, as it stands on papers',
  '--zone ZONE': 'the IANA time zone by which the office has its days, such as America/Los_Angeles',
  '--roles ROLES':
    'with commas: clerk, supervisor (a clerk who also voids), oath (may administer oaths), admin (settings over the API; alone no window)',
  '--kind KIND':
    'kiosk (the touchscreen), display (the screen on the wall) or agent (the program beside printers)',
  '--device AGENT': 'the ID of the agent that the printer is connected to',
  '--label NEW': 'what a window is called from now on: on the display, on phones, by its clerk',
  '--printer ID':
    'the ID of a printer: where a kiosk’s tickets or a window’s papers come out; a window may have "none"',
  '--lines SERVICES':
    'with commas, the services that a window calls: yard-sale, pet-tag, bus-pass, other; or "all"',
  '--hours WEEK':
    'days and hours, "mon-thu 7:00-18:00, fri 8:00-12:00 13:00-17:00"; a day that is not named is closed; or "always"',
  '--closed DAYS':
    'holidays and other closed days, all of them, with commas: 2026-12-25,2027-01-01; or "none"',
  '--city CITY': 'the city’s bare name as people write it behind a street, such as Beaumont',
  '--file FILE.json':
    'the settings that change, like {"feeCents": 500}; show-service and show-line print those there are',
  '--from DATE': 'the first day on which it is so, like 2027-01-01; today unless told',
  '--resolution TEXT':
    'the council’s resolution by which records may be destroyed, such as "Resolution 2026-14"',
  '--intakes DAYS': 'how long answers, names and papers are kept, 730 at least',
  '--receipts DAYS': 'how long the payer of a receipt is kept, 730 at least; 2555 is seven years',
  '--days DAYS': 'how far back to look',
  '--all':
    'also the tags that the counter has changed since they were imported: what was done there, such as a renewal, is lost',
  '--password-stdin':
    'reads the password from the first line of standard input; else one is made and shown once',
}

const examples = [
  'npm run admin -- init-office city-hall --name "City of Beaumont" --office "City Hall" \\',
  '  --address "550 E 6th St, Beaumont, CA 92223" --phone "(951) 555-0100" --zone America/Los_Angeles',
  'npm run admin -- add-device city-hall agent-1 --kind agent --name "Front counter"',
  'npm run admin -- add-printer city-hall lobby --name "Kiosk" --device agent-1',
  'npm run admin -- add-window city-hall 1 --printer lobby',
  'npm run admin -- add-device city-hall kiosk-1 --kind kiosk --name "Lobby kiosk" --printer lobby',
  'npm run admin -- add-staff city-hall rosa --name Rosa --roles clerk,oath',
]

const optionName = (words: string): string => words.split(' ', 1)[0] ?? ''

const optionsOf = ({ usage }: AdminCommand): string[] =>
  Object.keys(options).filter((words) => `${usage} `.match(`${optionName(words)}[ \\]]`))

const explained = (names: readonly string[]): string[] =>
  names.map((words) => `  ${words.padEnd(18)}  ${options[words]}`)

export const helpOf = (command: AdminCommand): string =>
  [`npm run admin -- ${command.usage}`, '', `  ${command.about}`, '', ...explained(optionsOf(command))]
    .join('\n')
    .trimEnd()

/** All of it, for someone who sets up their first city. */
export const help = (commands: Commands): string =>
  [
    'npm run admin -- COMMAND …      COMMAND --help says more of one',
    '',
    ...Object.values(commands).flatMap(({ usage, about }) => [`  ${usage}`, `      ${about}`]),
    '',
    'Options',
    '',
    ...explained(Object.keys(options)),
    '',
    'A first city',
    '',
    ...examples.map((line) => `  ${line}`),
    '',
    'DATABASE_URL says which database, as for the server.',
  ].join('\n')

/** @throws UsageError for an option that this command does not have */
export const refuseOtherOptions = (name: string, command: AdminCommand, given: readonly string[]): void => {
  const known = optionsOf(command).map((words) => optionName(words).slice(2))
  const other = given.find((option) => !known.includes(option))
  if (other !== undefined) throw new UsageError(`${name} has no option --${other}.\n\n${helpOf(command)}`)
}
