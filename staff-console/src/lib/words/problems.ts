import { formatCents, type ProblemCode } from '@lobbyline/server/contract'

type Details = Readonly<Record<string, string | number>>

/** What is so, and what to do now. */
export interface Trouble {
  so: string
  now: string
}

const cents = (value: string | number | undefined): string => formatCents(Number(value ?? 0), 'en')

const untilWhen = (untilMs: string | number | undefined): string =>
  untilMs === undefined
    ? 'for a while'
    : `until ${new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' }).format(Number(untilMs))}`

/** Every refusal and every failure, worded for the clerk. */
const problems = {
  'not-found': () => ({ so: 'This is not there any more.', now: 'Look at the line again and choose anew.' }),
  'wrong-state': () => ({
    so: 'Somebody has moved this on in the meantime.',
    now: 'The screen shows how it stands now. Go on from there.',
  }),
  'not-allowed': () => ({ so: 'Your role does not allow this.', now: 'Ask a supervisor.' }),
  'stale-revision': () => ({
    so: 'The answers were changed in the meantime.',
    now: 'Look at the new answers, then do it again.',
  }),
  'unknown-service': () => ({ so: 'This service is not offered here.', now: 'Choose another service.' }),
  'invalid-answers': () => ({
    so: 'Some answers are missing or do not fit their question.',
    now: 'Mend the marked answers, then do it again.',
  }),
  'card-number': () => ({
    so: 'This is a card’s number, which is never kept.',
    now: 'Take it out: of a card only the terminal’s reference and the last four digits are entered.',
  }),
  'in-use': () => ({ so: 'This is still in use.', now: 'Change what uses it, then do it again.' }),
  'key-reused': () => ({
    so: 'This was already sent with other contents.',
    now: 'Check how it stands now, then do it once more.',
  }),
  'office-not-open': () => ({ so: 'The office is not set up yet.', now: 'Ask the administrator.' }),
  'office-already-open': () => ({ so: 'The office is set up already.', now: 'Nothing needs to be done.' }),

  'line-empty': () => ({
    so: 'Nobody is left in line for this window.',
    now: 'A colleague was faster. The next ticket shows here at once.',
  }),
  'window-closed': () => ({
    so: 'Your window is closed.',
    now: 'Choose a window with M, then do it again.',
  }),
  'window-taken': () => ({ so: 'A colleague sits at this window.', now: 'Choose another window.' }),
  'window-busy': () => ({
    so: 'Somebody is still at this window.',
    now: 'Finish, hold or return them to the line first.',
  }),
  'clerk-elsewhere': (details) => ({
    so: `You are still at window ${details['window'] ?? 'another'}.`,
    now: 'Leave it first.',
  }),
  'visit-at-other-window': () => ({
    so: 'This person is at a colleague’s window, or waits for it.',
    now: 'Talk to the colleague. Who still waits can be transferred; a supervisor can move anyone.',
  }),
  'already-called': () => ({ so: 'A colleague has called this ticket already.', now: 'Call the next one.' }),
  'nothing-to-undo': () => ({
    so: 'This step cannot be undone any more.',
    now: 'Something has happened since. Use the moves on the right.',
  }),
  'undo-window-busy': () => ({
    so: 'The window serves someone else by now.',
    now: 'Finish there first, or call this ticket from the line.',
  }),
  'intakes-open': () => ({
    so: 'Something is still open for this person.',
    now: 'Finish it, deny it, or ask for what is missing. Then end the visit.',
  }),

  'review-incomplete': () => ({
    so: 'The review is not complete.',
    now: 'Look at each paper of the list and answer what is missing, then approve.',
  }),
  'paper-not-acceptable': () => ({
    so: 'A paper was marked not acceptable.',
    now: 'Ask for another one with I, or deny with D.',
  }),
  'declaration-missing': () => ({
    so: 'The declaration is not signed.',
    now: 'Print it, watch it being signed, then record it.',
  }),
  'oath-missing': () => ({ so: 'The oath was not administered.', now: 'Administer it first.' }),
  'oath-not-asked': () => ({ so: 'No oath is asked here.', now: 'Go on without it.' }),
  'oath-right-missing': () => ({
    so: 'You may not administer oaths.',
    now: 'Transfer the ticket to a colleague who may.',
  }),
  eligibility: () => ({
    so: 'With these answers the rules do not allow it.',
    now: 'Correct the answers with E, or deny with D. The reason stands above the answers.',
  }),
  'claim-taken': (details) => ({
    so:
      details['limit'] === undefined
        ? 'Another form was approved for this a moment before.'
        : `The yearly limit of ${details['limit']} is used up.`,
    now: 'Deny with D, or correct the address or the dates with E.',
  }),
  'note-without-form': () => ({
    so: 'Without a form there is no place for a note.',
    now: 'Leave the note empty and tell your colleague.',
  }),
  'unknown-denial': () => ({ so: 'This reason is not one of this service.', now: 'Choose another reason.' }),
  'not-paid': () => ({ so: 'It is not paid yet.', now: 'Take the payment first.' }),
  'numbers-missing': (details) => ({
    so: `${details['count'] ?? 'More'} ${details['count'] === 1 ? 'number is' : 'numbers are'} needed.`,
    now: 'Enter or scan the number of each one you hand over.',
  }),
  'number-in-use': () => ({
    so: 'This number was handed out before.',
    now: 'Check the number, or take the next one from the box.',
  }),
  'changed-since-approval': () => ({
    so: 'The record has changed since this was approved and paid: it is not what the receipt says any more.',
    now: 'Ask a supervisor to void the receipt, or to withdraw the form when it is of an earlier day.',
  }),
  'issuance-canceled': () => ({ so: 'This was canceled.', now: 'Issue a new one if it is needed.' }),
  'written-since': () => ({
    so: 'The city’s record was written again since this was handed over.',
    now: 'Search the number: take back, or cancel, what was handed over last, then this.',
  }),
  'amendment-refused': () => ({
    so: 'It cannot be changed that way.',
    now: 'Check the dates, or issue a new one.',
  }),

  'till-not-open': () => ({
    so: 'This till is not open for today.',
    now: 'See to it with L: one of an earlier day is counted first, then one for today is opened.',
  }),
  'till-already-open': () => ({
    so: 'A till is open already, yours or at this window.',
    now: 'Close it with a count first.',
  }),
  'till-of-other-clerk': () => ({ so: 'This till is a colleague’s.', now: 'Open your own with L.' }),
  'tills-open': () => ({
    so: 'The till of this window is still open.',
    now: 'Count and close it first, your own with L.',
  }),
  'amount-changed': (details) => ({
    so: `The amount has changed: now ${cents(details['owedCents'])}.`,
    now: 'Tell the person the new amount and take it again.',
  }),
  'tender-short': (details) => ({
    so: details['missingCents'] ? `${cents(details['missingCents'])} is missing.` : 'It is not enough.',
    now: 'Add a tender or correct the amount.',
  }),
  'tender-over': (details) => ({
    so: `${details['overCents'] ? cents(details['overCents']) : 'It'} is too much by check or card.`,
    now: 'Change is given for cash only: lower the amount.',
  }),
  'already-paid': (details) => ({
    so: details['receipt']
      ? `It was paid already, on receipt ${details['receipt']}.`
      : 'It was paid already.',
    now: 'Take nothing more. Go on with the next step.',
  }),
  'receipt-voided': () => ({ so: 'This receipt was voided already.', now: 'Nothing needs to be done.' }),
  'void-too-late': () => ({
    so: 'This receipt is not of an open till of today.',
    now: 'A supervisor withdraws what was paid, and finance gives the refund.',
  }),
  'handed-over': () => ({
    so: 'What was paid for is handed over already.',
    now: 'Money goes back another way: ask finance for a refund.',
  }),
  'void-first': () => ({
    so: 'The receipt can still be voided.',
    now: 'Void it in “Receipts and paper”: the money goes back from the drawer.',
  }),
  'supervisor-required': () => ({ so: 'Only a supervisor may do this.', now: 'Ask your supervisor.' }),
  'reason-required': () => ({ so: 'A reason is needed.', now: 'Choose why the count differs.' }),

  'printer-unknown': () => ({ so: 'This printer is not here.', now: 'Choose another printer.' }),
  'nothing-to-print': () => ({ so: 'There is nothing to print.', now: 'Go on with the next step.' }),

  'invalid-body': () => ({
    so: 'Something in the form does not fit.',
    now: 'Check the fields: no unusual characters, not too long.',
  }),
  'invalid-key': () => ({ so: 'The request was not complete.', now: 'Do it once more.' }),
  unauthenticated: () => ({ so: 'You are signed out.', now: 'Sign in again. What you typed is kept.' }),
  forbidden: () => ({ so: 'Your account may not do this.', now: 'Ask a supervisor.' }),
  'wrong-origin': () => ({
    so: 'This page was opened from another address.',
    now: 'Open the console by its own address.',
  }),
  'wrong-content-type': () => ({ so: 'The request was not understood.', now: 'Reload the page.' }),
  'too-large': () => ({ so: 'That is too long.', now: 'Shorten the text.' }),
  'too-many-requests': () => ({ so: 'That was too much at once.', now: 'Wait a moment, then do it again.' }),
  'locked-out': (details) => ({
    so: `Too many wrong passwords: this account is locked ${untilWhen(details['untilMs'])}.`,
    now: 'Wait until then, or ask the administrator.',
  }),
  'wrong-credentials': () => ({
    so: 'The name or the password is not right.',
    now: 'Check both, and whether Caps Lock is on.',
  }),
  'unknown-route': () => ({ so: 'The server does not know this.', now: 'Reload the page.' }),
  'outcome-unknown': () => ({
    so: 'Nobody knows yet whether it was stored.',
    now: 'It is being asked again by itself. Do not do it twice.',
  }),
  'not-ready': () => ({ so: 'The server is starting.', now: 'It goes on by itself in a moment.' }),
  internal: () => ({
    so: 'The server failed at this.',
    now: 'Do it once more. If it fails again, tell support.',
  }),
} satisfies Record<ProblemCode, (details: Details) => Trouble>

export const troubleOf = (error: { code: ProblemCode | 'offline'; details?: Details }): Trouble =>
  error.code === 'offline'
    ? { so: 'The server does not answer.', now: 'Check the connection, then do it again.' }
    : ((problems as Record<ProblemCode, (details: Details) => Trouble>)[error.code]?.(error.details ?? {}) ??
      problems.internal())
