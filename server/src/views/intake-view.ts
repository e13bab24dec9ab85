import type { IntakeView } from '../contract/views.ts'
import type { IntakeState } from '../domain/state.ts'
import { assessView, readOnFile, type Counter } from './assess-view.ts'
import { intakeFileOf, issuanceOf, type IntakeFileRow, type IssuanceRow } from './rows.ts'

interface Row extends IntakeFileRow {
  state: IntakeState
  quoted_cents: number | null
  receipt: IntakeView['receipt']
}

/** The file with what hangs on it. A receipt is the one that pays for it now, so a voided one is not shown. */
const fileQuery = `
  select file.intake_id, file.service, file.language, file.rev, file.answers, file.assessment, file.evidence, file.note,
    intake.state, intake.quoted_cents,
    case when receipt.id is null then null
      else json_build_object('receiptId', receipt.id, 'number', receipt.number, 'payer', coalesce(paid.payer, ''),
        'jobId', (
          select print.id from print join print_job on print_job.job_id = print.id
          where print.office = file.office and print.of ->> 'receiptId' = receipt.id
            and print.kind = 'receipt' and print.copy = 0
        ))
    end as receipt
  from intake_file file
  join intake on intake.office = file.office and intake.id = file.intake_id
  left join receipt on receipt.office = file.office and receipt.id = intake.receipt_id
  left join receipt_file paid on paid.receipt_id = receipt.id
  where file.office = $1 and file.intake_id = $2`

const correctionQuery = `
  select rev, at, coalesce(staff.name, actor) as by, was
  from correction
  left join staff on actor = 'clerk:' || staff.id
  where intake_id = $1
  order by correction.id`

const issuanceQuery = `
  select id, service, intake_id, kind, number, subject, valid_from, valid_until, issued_at, state, data
  from issuance where office = $1 and intake_id = $2 order by issued_at desc limit 1`

interface ReadIntake extends Counter {
  intakeId: string
}

const undecided: readonly IntakeState[] = ['submitted', 'in-review', 'needs-information']

/**
 * All that staff may see of an intake of their office. As long as nothing is decided, what stands against it is of this moment:
 * a neighbor may have been served since the ticket, or a day be over.
 */
export const readIntake = async ({ intakeId, ...counter }: ReadIntake): Promise<IntakeView | null> => {
  const { pool, state } = counter
  const { officeId } = state
  const [files, corrections, issuances] = await Promise.all([
    pool.query<Row>(fileQuery, [officeId, intakeId]),
    pool.query<IntakeView['corrections'][number]>(correctionQuery, [intakeId]),
    pool.query<IssuanceRow>(issuanceQuery, [officeId, intakeId]),
  ])
  const [row] = files.rows
  if (!row) return null
  const [issuance] = issuances.rows
  const file = intakeFileOf(row)
  const now = undecided.includes(row.state)
    ? await assessView(file.service, file.answers, counter, intakeId)
    : null
  const problems = now?.ok ? now.value.assessment.problems : file.assessment.problems
  return {
    file: { ...file, assessment: { ...file.assessment, problems } },
    corrections: corrections.rows,
    receipt: row.receipt,
    issuance: issuance ? issuanceOf(issuance) : null,
    invalid: now?.ok ? now.value.invalid : [],
    onFile: await readOnFile(file.service, file.answers, counter),
    quotedCents: row.quoted_cents,
  }
}
