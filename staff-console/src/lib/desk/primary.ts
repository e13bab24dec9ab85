import type { Desk } from './desk.svelte.ts'

/** Puts the cursor where something is still missing: in the first such field that is empty. */
export const focusOn = (name: string): void => {
  const fields = [...document.querySelectorAll<HTMLElement>(`[data-focus="${name}"]`)]
  const empty = fields.find((field) => field instanceof HTMLInputElement && field.value === '')
  ;(empty ?? fields[0])?.focus()
}

const startVisit = async (desk: Desk, visitId: string): Promise<void> => {
  const started = await desk.orders.give('start-visit', { visitId })
  if (started) await beginReviews(desk)
}

/** Everything this person submitted is now being looked at. */
export const beginReviews = async (desk: Desk): Promise<void> => {
  for (const { id } of desk.intakes.filter((intake) => intake.state === 'submitted'))
    await desk.orders.give('start-review', { intakeId: id })
}

/** what a payment can lack in a field of its own; all else is mended at an amount */
const lackingField = { 'check-number': true, reference: true, 'last-four': true }

const takePayment = async (desk: Desk, intakeIds: readonly string[], totalCents: number): Promise<void> => {
  const { payment } = desk
  const { ready, lacks } = payment.settlement(totalCents)
  payment.tried = !ready
  if (!ready || !desk.till) return focusOn(lacks.find((lack) => lack in lackingField) ?? 'amount')
  const taken = await desk.orders.give('take-payment', {
    tillId: desk.till.id,
    visitId: desk.visit?.id ?? null,
    intakeIds,
    totalCents,
    tenders: ready,
    payer: payment.payer ?? payerOf(desk),
    printerId: desk.printerId,
  })
  if (taken && desk.payment === payment) desk.clearPayment()
}

export const payerOf = (desk: Desk): string =>
  desk.view ? (desk.catalog?.shared(desk.view, 'name') ?? '') : ''

/** What stands in the way of an approval is shown above the answers: it may have come up since they were fetched. */
const approve = async (desk: Desk, intakeId: string): Promise<void> => {
  const intake = desk.state?.intakes[intakeId]
  if (await desk.orders.give('approve-intake', { intakeId, rev: intake?.rev ?? 1 })) desk.chosen = null
  else if (intake) await desk.files.lookAgain(intake, desk.visit, desk.state?.seq ?? 0)
}

const handOver = async (desk: Desk): Promise<void> => {
  const { step } = desk
  if (step.kind !== 'hand-over') return
  const numbers = desk.handedNumbers.map((number) => number.trim()).filter((number) => number !== '')
  if (step.handover.number === 'entered' && numbers.length < step.handover.count) return focusOn('hand-over')
  const issued = await desk.orders.give('issue-intake', {
    intakeId: step.intakeId,
    handedNumbers: step.handover.number === 'entered' ? numbers : [],
    printerId: desk.printerId,
  })
  if (issued) desk.forgetNumbers(step.intakeId)
}

/** What Space, Enter and the large button do. */
export const doPrimary = async (desk: Desk): Promise<void> => {
  const { step, orders } = desk
  if (!desk.ready || desk.resting || !desk.window) return
  if (desk.correction) return saveCorrection(desk)
  switch (step.kind) {
    case 'nobody':
    case 'look-up':
      return
    case 'call-next':
      await orders.give('call-next', { windowId: desk.window.id })
      return
    case 'start':
      return startVisit(desk, step.visitId)
    case 'turn-to':
      return desk.turnTo(step.intakeId)
    case 'begin-review':
      return beginReviews(desk)
    case 'mend-answers':
    case 'ask-the-rest':
      return desk.correct()
    case 'check-paper':
      return markPaper(desk, step.item, 'seen')
    case 'ask-for-paper':
      return desk.show({ kind: 'needs-information', intakeId: step.intakeId })
    case 'receive-information':
      await orders.give('receive-information', { intakeId: step.intakeId })
      return
    case 'print-declaration':
      return printDeclaration(desk)
    case 'sign-declaration':
      await orders.give('sign-declaration', { intakeId: step.intakeId })
      return
    case 'administer-oath':
      return administerOath(desk)
    case 'find-oath-taker':
      return desk.visit ? desk.show({ kind: 'transfer', visitId: desk.visit.id }) : undefined
    case 'approve':
      return approve(desk, step.intakeId)
    case 'count-till':
    case 'open-till':
      return desk.showTill()
    case 'take-payment':
      return takePayment(desk, step.intakeIds, step.totalCents)
    case 'hand-over':
      return handOver(desk)
    case 'finish':
      await orders.give('complete-visit', { visitId: step.visitId })
      return
  }
}

export const markPaper = async (desk: Desk, item: number, mark: 'seen' | 'copied'): Promise<void> => {
  const { intake } = desk
  if (!intake || !desk.ready) return
  await desk.orders.give('mark-paper', { intakeId: intake.id, rev: intake.rev, item, mark, evidence: '' })
}

/** Name and address come out only where the clerk is, or where the clerk says. */
export const printDeclaration = async (desk: Desk): Promise<void> => {
  const { intake, printerId } = desk
  if (!intake) return
  if (printerId === null) desk.show({ kind: 'print-declaration', intakeId: intake.id })
  else await desk.orders.give('print-declaration', { intakeId: intake.id, printerId })
}

const administerOath = async (desk: Desk): Promise<void> => {
  const { intake, oathManner: manner, catalog } = desk
  if (!intake || !catalog) return
  if (!manner) return focusOn('oath')
  const given = await desk.orders.give('administer-oath', {
    intakeId: intake.id,
    manner,
    wordingVersion: catalog.oath.version,
  })
  if (given) desk.oathManner = null
}

export const saveCorrection = async (desk: Desk): Promise<void> => {
  const { correction } = desk
  if (!correction || !desk.ready) return
  const { form, intakeId, rev } = correction
  const saved = await desk.orders.give('correct-answers', { intakeId, rev, answers: form.answers })
  if (desk.correction !== correction) return
  if (saved) desk.correction = null
  else if (desk.orders.refused?.code === 'stale-revision') await desk.correctAnew()
}
