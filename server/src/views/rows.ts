import type { IntakeFile, Issuance } from '../domain/lookup.ts'
import type { Instant } from '../domain/time.ts'

export interface IntakeFileRow {
  intake_id: string
  service: string
  language: IntakeFile['language']
  rev: number
  answers: IntakeFile['answers']
  assessment: IntakeFile['assessment']
  evidence: IntakeFile['evidence']
  note: IntakeFile['note']
}

/** As apps see it: the settings of services stay with the server. */
export const intakeFileOf = ({ intake_id: intakeId, ...row }: IntakeFileRow): IntakeFile => {
  const { settings: _, ...assessment } = row.assessment
  return {
    intakeId,
    service: row.service,
    language: row.language,
    rev: row.rev,
    answers: row.answers,
    assessment,
    evidence: row.evidence,
    note: row.note,
  }
}

export interface IssuanceRow {
  id: string
  service: string
  intake_id: string | null
  kind: Issuance['kind']
  number: string
  subject: string
  valid_from: string
  valid_until: string
  issued_at: Instant
  state: Issuance['state']
  data: Issuance['data']
}

export const issuanceOf = (row: IssuanceRow): Issuance => ({
  id: row.id,
  service: row.service,
  intakeId: row.intake_id,
  kind: row.kind,
  number: row.number,
  subject: row.subject,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  issuedAt: row.issued_at,
  state: row.state,
  data: row.data,
})
