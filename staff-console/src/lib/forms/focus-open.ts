import type { Attachment } from 'svelte/attachments'
import { on } from 'svelte/events'
import type { AnswerForm } from './answer-form.svelte.ts'

/** Puts the cursor into the field of a question, by its place among those asked. */
const focusOn = (at: number, within: Element): void =>
  within.querySelectorAll('.field')[at]?.querySelector<HTMLElement>('input, textarea, button')?.focus()

/** Typing can begin at once, where an answer is still open. */
export const focusOpen = ({ asked, missing: [open] }: AnswerForm, within: Element): void =>
  focusOn(open ? asked.indexOf(open) : 0, within)

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
