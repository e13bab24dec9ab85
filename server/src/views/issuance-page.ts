import type { IssuancePageView } from '../contract/views.ts'
import type { Database } from '../database/pool.ts'
import { settingsOf } from '../domain/intakes/assessing.ts'
import type { Language } from '../domain/language.ts'
import type { Answers } from '../domain/question.ts'
import type { OfficeState } from '../domain/state.ts'
import type { Services } from '../services/registry.ts'
import { issuanceOf, type IssuanceRow } from './rows.ts'

interface Row extends IssuanceRow {
  language: Language | null
  answers: Answers | null
}

const query = `
  select issuance.id, issuance.service, issuance.intake_id, kind, number, subject, valid_from, valid_until, issued_at,
    state, data, file.language, file.answers
  from issuance left join intake_file file on file.intake_id = issuance.intake_id
  where issuance.office = $1 and issuance.id = $2`

/** The letter-size page of what was issued, as its service words it now. */
export const readIssuancePage = async (
  pool: Database,
  state: OfficeState,
  services: Services,
  issuanceId: string,
): Promise<IssuancePageView | null> => {
  const { rows } = await pool.query<Row>(query, [state.officeId, issuanceId])
  const [row] = rows
  if (!row) return null
  const issuance = issuanceOf(row)
  const { city } = state
  const service = services.get(issuance.service)
  const permit = service?.permit?.({
    answers: row.answers ?? issuance.data,
    settings: settingsOf(state, service),
    language: row.language ?? 'en',
    city,
    issuance,
  })
  return { city, page: permit?.page ?? null, issuance }
}
