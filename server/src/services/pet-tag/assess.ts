import { blockerOf } from '../../domain/intakes/blocker.ts'
import type { Found } from '../../domain/lookup.ts'
import type {
  AssessInput,
  Assessment,
  BringItem,
  ChecklistItem,
  ClaimWish,
  FeeLine,
  OptionState,
  Value,
} from '../../domain/service.ts'
import { daysBetween } from '../../domain/time.ts'
import { problemsOf } from './problems.ts'
import { needsDeclaration, readRequest } from './request.ts'
import type { Request } from './request.ts'
import { numbersOf, serviceId } from './record.ts'
import type { PetTagSettings } from './settings.ts'
import type { Offer } from './term.ts'
import { terms } from './term.ts'

const feesOf = ({ purpose, chosen, late }: Request, settings: PetTagSettings): FeeLine[] => {
  if (purpose === 'replace')
    return [{ code: 'replacement-fee', cents: settings.replacementFeeCents, account: 'revenue:pet-tag' }]
  if (purpose !== 'renew' || !chosen) return []
  const values = { until: { date: chosen.until } }
  const license: FeeLine = {
    code: 'license-fee',
    values,
    cents: chosen.cents,
    account: 'revenue:pet-license',
  }
  const lateFee: FeeLine = { code: 'late-fee', cents: settings.lateFeeCents, account: 'revenue:pet-late' }
  return late ? [license, lateFee] : [license]
}

/** The affidavit (Food and Agricultural Code 30850) is signed at the counter, so nobody is asked to bring it. */
export const signedForm = 'signed-form'

/** What the city holds is ticked already, and nobody is asked to bring it. */
const checklistOf = (
  { purpose, answers, record, rabies, altered }: Request,
  today: string,
): ChecklistItem[] => {
  if (purpose === 'change') return [{ code: 'owner-id', onFile: false }]
  if (purpose === 'replace')
    return answers['loss'] === 'damaged' ? [{ code: 'damaged-tag', onFile: false }] : []
  if (purpose !== 'renew') return []
  const isRabiesOnFile = rabies.onFile && rabies.until !== null && rabies.until >= today
  return [
    { code: 'rabies-certificate', onFile: isRabiesOnFile },
    ...(altered ? [{ code: 'alteration-proof', onFile: record?.altered === true }] : []),
    ...(record?.lifetime ? [{ code: 'microchip', onFile: record.microchip !== '' }] : []),
    ...(answers['assistance'] === true ? [{ code: signedForm, onFile: false, form: true } as const] : []),
  ]
}

/**
 * A license is renewed once from the day that it ends on, or from none on file: whoever is approved first, at every office. The dog's
 * tag may be replaced between two approvals: each number that leads to it is claimed.
 */
const claimsOf = ({ purpose, record, answers }: Request, found: Found): ClaimWish[] => {
  if (purpose !== 'renew' || !record) return []
  const slot = record.expires === '' ? 0 : Math.max(0, daysBetween('1970-01-01', record.expires))
  return numbersOf(answers, found).map((subject) => ({ scope: serviceId, subject, slot }))
}

/**
 * A license ends when its receipt says, whatever has become of the record since; and what that record would not let be approved, such
 * as another tag for a dog whose renewal was canceled, is not handed over.
 */
export const isAsApproved = (
  input: AssessInput<PetTagSettings> & { approved: Pick<Assessment, 'fees'> },
): boolean => {
  const request = readRequest(input)
  const endOf = ({ fees }: Pick<Assessment, 'fees'>) =>
    JSON.stringify(fees.find(({ code }) => code === 'license-fee')?.values)
  return (
    blockerOf({ problems: problemsOf(request, input.today) }) === null &&
    endOf(input.approved) === endOf({ fees: feesOf(request, input.settings) })
  )
}

const icons: Readonly<Record<string, string>> = {
  'rabies-certificate': 'syringe',
  'alteration-proof': 'file-text',
  microchip: 'cpu',
  'owner-id': 'id-card',
  'damaged-tag': 'tag',
}

const bringOf = (checklist: readonly ChecklistItem[], { record }: Request): BringItem[] =>
  checklist
    .filter(({ code, onFile }) => !onFile && code !== signedForm)
    .map(({ code }) => ({
      // Where the clerk finds the record, the city may well hold these.
      code:
        !record && (code === 'rabies-certificate' || code === 'alteration-proof') ? `${code}-in-case` : code,
      icon: icons[code] ?? 'file-text',
    }))

const termState = (offer: Offer | undefined): OptionState => {
  if (!offer) return { unavailable: { code: 'vaccine-not-needed' } }
  if (offer.refused !== null) return { unavailable: { code: offer.refused } }
  return { hint: { code: 'term-until', values: { until: { date: offer.until } } }, cents: offer.cents }
}

const termStates = ({ offers }: Request): Record<string, OptionState> =>
  offers.length === 0
    ? {}
    : Object.fromEntries(terms.map((term) => [term, termState(offers.find((offer) => offer.term === term))]))

/** The name on the ticket is the dog's; of the record nothing else goes to the kiosk but dates. */
const petName = ({ record, answers }: Request): string | null => {
  const name = record?.pet || answers['pet-name']
  return typeof name === 'string' && name !== '' ? name : null
}

const handoverOf = ({ purpose, record }: Request): Assessment['handover'] => {
  if (purpose === 'change') return { kind: 'none', number: 'kept', count: 0 }
  return purpose === 'renew' && record?.lifetime
    ? { kind: 'tag', number: 'kept', count: 1 }
    : { kind: 'tag', number: 'entered', count: 1 }
}

export const assess = (input: AssessInput<PetTagSettings>): Assessment => {
  const { settings, today } = input
  const request = readRequest(input)
  const pet = petName(request)
  const ends = request.offers.find(({ term }) => term === 'vaccine')?.until
  const values: Record<string, Value> = {
    pet: pet ?? { text: 'your-dog' },
    ends: ends === undefined ? { text: 'shot-end' } : { date: ends },
  }
  // A certificate is of one dog: corrected to another tag, it is asked for anew.
  const ofDog = request.tag === null ? {} : { values: { tag: request.tag } }
  const checklist = checklistOf(request, today).map((item) => ({ ...item, ...ofDog }))
  return {
    problems: problemsOf(request, today).map((problem) => ({
      ...problem,
      values: { ...values, ...problem.values },
    })),
    fees: feesOf(request, settings),
    bring: bringOf(checklist, request),
    checklist,
    declaration: needsDeclaration(request, settings) ? 'declaration' : null,
    oath: false,
    claims: claimsOf(request, input.found),
    handover: handoverOf(request),
    options: { term: termStates(request) },
    values,
    ...(pet === null ? {} : { subject: pet }),
  }
}
