import type { QuestionKind, Speed } from '@lobbyline/server/contract'
import type { EntryProblem } from '../flow/visit-flow.svelte.ts'

/** All that the public's screens say themselves, in one language. What a service says travels with its definition. */
export interface Words {
  /** the language's own name, in itself */
  language: string
  locale: string

  back: string
  next: string
  done: string
  yes: string
  no: string
  change: string
  /** for those who hear the page: which line is changed */
  changeLine: (label: string) => string
  startOver: string
  helpBar: string

  help: {
    language: string
    /** "Text 100%": what a touch leads on from */
    textSize: (percent: number) => string
    contrast: string
    reach: string
    listen: string
    stop: string
    /** on a small button, the first word of what it does */
    hide: string
    hideScreen: string
    showScreen: string
    /** said as the screen goes dark */
    screenIsHidden: string
    close: string
  }
  speech: {
    /** after the name of what is chosen */
    chosen: string
    pause: string
    goOn: string
    repeat: string
    softer: string
    louder: string
    /** how fast it speaks now */
    speed: Record<Speed, string>
    volume: (level: number) => string
  }
  /** what the keys of the keypad do */
  keypad: { title: string; lines: readonly string[] }

  attract: {
    today: string
    other: string
    wait: (fromMinutes: number, toMinutes: number) => string
    noWindow: string
    waiting: (people: number) => string
    windows: (open: number) => string
  }
  service: {
    title: string
    other: string
    otherAbout: string
    question: string
    /** under a service that no open window serves */
    noWindow: string
    questionAbout: string
    ticket: string
    ticketAbout: string
    notToday: string
    /** the printer gives no paper, told before anyone begins */
    noPaper: string
  }
  /** a service that is off for the day */
  notToday: { title: (service: string) => string; text: string; clerk: string }
  /** for someone who has a number already, from an earlier visit to the kiosk or from the phone */
  number: {
    title: string
    lead: string
    empty: string
    unknown: string
    comeBack: string
    print: string
    printed: string
    failed: string
  }
  closed: {
    title: string
    today: string
    opens: (day: string, time: string) => string
    opensToday: (time: string) => string
    call: (phone: string) => string
  }
  question: {
    /** `of` is null as long as nobody knows how many there are */
    step: (step: number, of: number | null) => string
    optional: string
    skip: string
    unavailable: string
    payClerk: string
  }
  busy: { checking: string; slow: string }
  offline: { title: string; answersKept: string }
  unchecked: string
  problems: {
    /** above what is wrong, which leads to the answer */
    title: string
    required: Record<QuestionKind['type'], string>
    other: Record<Exclude<EntryProblem, 'required' | 'out-of-range'>, string>
    quantity: (min: number, max: number) => string
    dates: (max: number) => string
    date: string
    code: string
  }
  turnAway: { title: string; rule: string; instead: string; changeAnswer: string; clerkAnyway: string }
  costs: { title: string; noFee: string; total: string; payClerk: string; know: string; knowTitle: string }
  bring: { title: string; lead: string; have: string; missing: string }
  missing: {
    title: string
    lead: string
    ways: readonly { icon: string; text: string }[]
    takeTicket: string
    comeBack: string
  }
  check: {
    title: string
    lead: string
    empty: string
    total: string
    takeTicket: string
    another: string
    also: string
  }
  sending: { title: string; retrying: string; retryingMore: string }
  refused: { title: string; text: string; withoutForm: string }
  ticket: {
    yourNumber: string
    printing: string
    printed: string
    sent: string
    writeDown: string
    printerQuiet: string
    /** instead of a count when nobody waits before this person */
    nextInLine: string
    beforeLabel: (people: number) => string
    minutes: (fromMinutes: number, toMinutes: number) => string
    minutesLabel: string
    payLabel: string
    sitTitle: string
    sitText: string
    handTitle: string
    payTitle: string
    payText: string
    outsideTitle: string
    outsideText: string
    rememberTitle: string
    rememberText: string
    /** beside the code that a phone reads when there is no paper */
    phoneTitle: string
    phoneText: string
    paperText: string
    clears: (seconds: number) => string
  }
  startOverAsk: { title: string; text: string; yes: string; no: string }
  idle: { title: string; text: (seconds: number) => string; stay: string; leave: string }
  keyboard: {
    keys: string
    keypad: string
    delete: string
    deleteAll: string
    space: string
    capitals: string
    digits: string
    accents: string
    alphabet: string
    qwerty: string
    streets: string
  }
  quantity: { less: string; more: string }
  calendar: {
    previousMonth: string
    nextMonth: string
    previousYear: string
    nextYear: string
    chosen: string
    none: string
    /** `date` is left out again */
    remove: (date: string) => string
    /** what was touched stands without a box */
    closed: string
    /** as many as may be are chosen already */
    full: (max: number) => string
  }
  counter: {
    loading: string
    unreachableTitle: string
    unreachableText: string
    askAtWindow: string
    notEnrolledText: string
    notOpenTitle: string
    notOpenText: string
  }
  display: {
    calling: string
    window: (label: string) => string
    before: string
    quiet: string
    waiting: (people: number) => string
    minutes: (fromMinutes: number, toMinutes: number) => string
    noWindow: string
    lostSince: (time: string) => string
    listen: string
  }
  phone: {
    title: string
    yourNumber: string
    notYet: (people: number) => string
    next: string
    minutesLabel: string
    noWindow: string
    goTo: (window: string) => string
    now: string
    serving: (window: string) => string
    onHold: string
    completed: string
    noShow: string
    noShowText: string
    canceled: string
    keepOpen: string
    comeIn: string
    lost: string
    lostSince: (time: string) => string
    unknownTitle: string
    unknownText: string
    loading: string
  }
}
