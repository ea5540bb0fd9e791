import type { Refusal } from '#core/outcome.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { timeInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { MeetingAtHand } from './meeting-at-hand.ts'
import { toldInWords } from './notices.ts'

export type FactsField = 'time' | 'minutes' | 'title' | 'venue' | 'attendance' | 'webcast' | 'office' | 'phone' | 'email' | 'also-invited' | 'note' | 'tell'
export type FactsFields = Readonly<Record<FactsField, string>>

/** The meeting that the form is about. */
export interface FactsShown {
  readonly found: MeetingAtHand
  /** How many members an e-mail would reach; undefined where the meeting is over, and nobody is told. */
  readonly told: number | undefined
}

/** What is asked about a meeting apart from its day and its agenda, with what was typed and what is wrong with it. */
export function factsFields({ found: { agendaSince }, told }: FactsShown, fields: FactsFields, refusal: Refusal | undefined): Html {
  const kept = (name: FactsField, label: string, hint?: string) => ({
    name,
    label: { text: label },
    ...(hint === undefined ? {} : { hint: { text: hint } }),
    value: fields[name],
    error: faultFor(refusal, name),
  })
  const textField = (...field: Parameters<typeof kept>) => input(kept(...field))
  const length = kept('minutes', 'Length in minutes', 'For the planner; it is not published. Left empty, the body’s usual length counts.')
  return html`
    ${timeInput({ name: 'time', label: 'Time', value: fields.time, error: faultFor(refusal, 'time') })}
    ${input({ ...length, inputmode: 'numeric', classes: 'govuk-input--width-4' })}
    ${textField('title', 'Title (optional)', 'Only where the meeting is called something besides the name of the body.')} ${textField('venue', 'Place')}
    ${radios({
      name: 'attendance',
      fieldset: { legend: { text: 'How people attend', classes: 'govuk-fieldset__legend--s' } },
      items: [{ value: 'in-person', text: 'In person' }, { value: 'online', text: 'Online' }, { value: 'hybrid', text: 'In person and online' }],
      value: fields.attendance,
      error: faultFor(refusal, 'attendance'),
    })}
    ${textField('webcast', 'Webcast', 'Its address, or “yes” where the address is not known yet. Leave it empty where there is none.')}
    <h2 class="govuk-heading-m">Contact</h2>
    ${textField('office', 'Office')} ${textField('phone', 'Telephone')} ${textField('email', 'E-mail')}
    <h2 class="govuk-heading-m">Also invited</h2>
    ${textarea({ ...kept('also-invited', 'Who is invited besides the members', 'One on each line, by their role.'), rows: 4 })}
    ${agendaSince === undefined && textarea({ ...kept('note', 'Why it was changed (optional)', 'What changed is said by itself. This is added for the public and the members.'), rows: 2 })}
    ${tellField(told, fields.tell)}
  `
}

/** Whether the members are told; nothing to choose where an e-mail would reach nobody, or comes too late. */
function tellField(told: number | undefined, tell: string): Html {
  if (told === undefined) return html`<p class="govuk-body">This meeting is over, so the members are sent no e-mail of what you change.</p>`
  if (told === 0) return html`<p class="govuk-body">${toldInWords(told)}</p>`
  const hint = `${toldInWords(told)} It says what is new: time, place, title, contact, webcast or who is invited. Of another length nobody is told.`
  return checkboxes({ name: 'tell', items: [{ value: 'yes', text: 'Tell the members what changed', hint: { text: hint } }], values: [tell] })
}
