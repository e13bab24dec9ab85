import type { PaperFormView } from '../contract/views.ts'
import { inputOf } from '../domain/intakes/assessing.ts'
import { readLookups } from '../office/lookup-reader.ts'
import { reading, type Counter } from './assess-view.ts'

/** The form of a paper that this intake is asked for. Nothing is stored and nothing is told of it. */
export const readPaperForm = async (
  intakeId: string,
  paper: string,
  { pool, state, services, now }: Counter,
): Promise<PaperFormView | null> => {
  const context = reading(services, now)
  const asked = () => {
    const file = context.found.intakeFile(intakeId)
    const service = file && services.get(file.service)
    return file && service ? { file, service, input: inputOf(state, service, file.answers, context) } : null
  }
  await readLookups(pool, state.officeId, context.found, () => {
    const known = asked()
    return [{ kind: 'intake-file', intakeId }, ...(known ? known.service.lookups(known.input) : [])]
  })
  const known = asked()
  if (!known?.file.assessment.checklist.some(({ code, form }) => form && code === paper)) return null
  const { file, service, input } = known
  const { city } = state
  const form = service.form?.({ ...input, language: file.language, city, paper })
  return form ? { city, form } : null
}
