import type { QuestionId } from '@lobbyline/server/contract'
import type { Attachment } from 'svelte/attachments'
import { on } from 'svelte/events'
import type { AnswerForm } from './answer-form.svelte.ts'

/** Puts the cursor into the field of a question, by its place among those asked. */
const focusOn = (at: number, within: Element): void => {
  const field = within.querySelectorAll('.field')[at]
  ;(field?.querySelector<HTMLElement>('input, textarea') ?? field?.querySelector('button'))?.focus()
}

/**
 * Typing can begin at once, where an answer is still open or wrong.
 * @param wrong the questions whose answers a rule stands against
 */
export const focusOpen = (
  { asked, missing }: AnswerForm,
  within: Element,
  wrong: readonly QuestionId[] = [],
): void =>
  focusOn(
    Math.max(
      0,
      asked.findIndex((question) => missing.includes(question) || wrong.includes(question.id)),
    ),
    within,
  )

/** Enter in a field goes on to what is still open, before it does what the form's button says. */
export const enterGoesOn =
  (form: () => AnswerForm | null): Attachment<HTMLElement> =>
  (element) =>
    on(element, 'keydown', (event) => {
      const answers = form()
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || !answers?.missing.length)
        return
      event.preventDefault()
      focusOpen(answers, element)
    })
