import type { Assessment, IntakeView, QuestionId } from '@lobbyline/server/contract'
import { money, type Catalog } from '../desk/catalog.ts'
import type { Settlement } from '../money/settlement.ts'
import type { Ahead } from '../next/steps-ahead.ts'
import type { Step } from '../next/next-step.ts'
import { dayName } from './times.ts'
import { words } from './words.ts'

export interface StepWords {
  /** what to look at or say before it */
  lead: string
  /** on the button */
  title: string
}

interface Around {
  catalog: Catalog
  view: IntakeView | null
  settlement: Settlement | null
  oathTakers: readonly string[]
}

type Handover = Assessment['handover']

const paperName = ({ catalog, view }: Around, item: number): string => {
  const paper = view?.file.assessment.checklist[item]
  return view && paper ? catalog.say(view.file.service, paper) : `paper ${item + 1}`
}

const labelOf = ({ catalog, view }: Around, id: QuestionId): string => {
  const service = view && catalog.service(view.file.service)
  const question = service?.questions.find((each) => each.id === id)
  return service && question ? catalog.label(question, service, view.file.assessment.values) : id
}

const things = {
  permit: ['permit', 'permits'],
  tag: ['tag', 'tags'],
  pass: ['pass', 'passes'],
  none: ['paper', 'papers'],
} satisfies Record<Handover['kind'], [string, string]>

const handOver = ({ kind, number, count }: Handover): StepWords => {
  const [thing, plural] = things[kind]
  const several = count > 1 ? `${count} ${plural}` : thing
  if (kind === 'none') return { lead: 'Nothing is handed over.', title: 'Record it as done' }
  if (number === 'entered')
    return {
      lead:
        count > 1 ? `Scan or type the number of each ${thing}.` : `Scan or type the number of the ${thing}.`,
      title: `Hand over the ${several}`,
    }
  return number === 'kept'
    ? { lead: 'The number stays the same.', title: `Renew the ${thing}` }
    : { lead: `The ${thing} gets its number now and is printed.`, title: `Hand over the ${several}` }
}

const stillMissing = (settlement: Settlement | null): string => {
  const [lack] = settlement?.lacks ?? []
  if (!settlement || !lack || settlement.givenCents === 0)
    return 'Enter the cash they give, or choose check or card.'
  return lack === 'short' ? `${money(settlement.remainingCents)} is still missing.` : words.lack[lack]
}

const payment = (totalCents: number, settlement: Settlement | null): StepWords => {
  if (totalCents === 0) return { lead: 'Nothing is owed.', title: 'Give a $0 receipt' }
  if (!settlement?.ready) return { lead: stillMissing(settlement), title: `Take ${money(totalCents)}` }
  return settlement.changeCents > 0
    ? { lead: `Change: ${money(settlement.changeCents)}`, title: `Take ${money(settlement.givenCents)}` }
    : { lead: 'Exactly what is owed.', title: `Take ${money(totalCents)}` }
}

/** The one button, in words. */
export const stepWords = (step: Step, around: Around): StepWords => {
  switch (step.kind) {
    case 'nobody':
      return { lead: 'Nobody is waiting for this window.', title: 'Call next' }
    case 'call-next':
      return { lead: 'Your window is free.', title: `Call next (${step.number})` }
    case 'start':
      return { lead: `${step.number} is called. When they are here:`, title: 'Start' }
    case 'turn-to':
      return { lead: 'Something is still asked for elsewhere.', title: 'Go on there' }
    case 'begin-review':
      return { lead: 'New and not looked at yet.', title: 'Begin the review' }
    case 'mend-answers':
      return {
        lead:
          step.question === null
            ? 'The rules do not allow it with these answers.'
            : `The answer to “${labelOf(around, step.question)}” does not fit any more.`,
        title: 'Correct the answers',
      }
    case 'ask-the-rest':
      return {
        lead: step.open === 1 ? 'One answer is still open.' : `${step.open} answers are still open.`,
        title: 'Ask the rest',
      }
    case 'check-paper':
      return { lead: `Review: ${paperName(around, step.item)}`, title: 'Seen' }
    case 'ask-for-paper':
      return { lead: `Not acceptable: ${paperName(around, step.item)}`, title: 'Ask for another…' }
    case 'receive-information':
      return { lead: 'Something was missing.', title: 'It is here: go on' }
    case 'print-declaration':
      return { lead: 'A declaration is to be signed.', title: 'Print declaration' }
    case 'sign-declaration':
      return { lead: 'Watch the person sign it.', title: 'Signed before me' }
    case 'administer-oath':
      return { lead: 'Read the wording aloud, hear the answer.', title: 'Oath administered' }
    case 'find-oath-taker':
      return {
        lead: around.oathTakers.length
          ? `Only ${around.oathTakers.join(' or ')} may administer the oath.`
          : 'Nobody here may administer the oath.',
        title: 'Transfer…',
      }
    case 'approve':
      return { lead: 'Everything asked for is here.', title: 'Approve' }
    case 'count-till':
      return {
        lead: `Your till is of ${dayName(step.businessDay)}. Count it, then open one for today.`,
        title: 'Count my till',
      }
    case 'open-till':
      return { lead: 'Money needs an open till.', title: 'Open my till' }
    case 'take-payment':
      return payment(step.totalCents, around.settlement)
    case 'hand-over':
      return handOver(step.handover)
    case 'look-up':
      return { lead: 'The answers are on their way.', title: 'One moment' }
    case 'finish':
      return { lead: 'Nothing is left to do.', title: 'Finish' }
  }
}

/** A line of the list of steps. */
export const aheadWords = (ahead: Ahead, around: Around, owedCents: number): string => {
  const handover = around.view?.file.assessment.handover
  switch (ahead.kind) {
    case 'paper':
      return paperName(around, ahead.item ?? 0)
    case 'declaration':
      return 'Declaration signed'
    case 'oath':
      return 'Oath or affirmation'
    case 'approve':
      return 'Approve'
    case 'pay':
      if (owedCents > 0) return `Take ${money(owedCents)}`
      return around.view?.file.assessment.fees.length || ahead.state !== 'ahead' ? '$0 receipt' : 'Payment'
    case 'hand-over':
      return handover ? handOver(handover).title : 'Hand over'
    case 'finish':
      return 'Finish'
  }
}
