import { monthName } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Refusal } from '#core/outcome.ts'
import type { MeetingInList } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { details } from '#platform/pages/components/details.ts'
import { fieldset } from '#platform/pages/components/fieldset.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { EntryField, EntryValues } from '../typed/entry-values.ts'
import { meetingChoice } from './words.ts'

interface EntryForm {
  readonly action: string
  readonly token: CsrfToken
  readonly year: string
  readonly values: EntryValues
  readonly refusal: Refusal | undefined
  readonly calendar: readonly MeetingInList[]
  readonly today: LocalDate
  /** Of the entry as it was when the form was opened; none for a new one. */
  readonly basedOn?: string | undefined
  /** Why it is changed, as it was typed. */
  readonly reason: string
  /** The proposal that it comes from. */
  readonly proposal?: string | undefined
  readonly cancel: string
}

/** The form of an entry: the issue, when it comes, who asked for it, who chose it and why. */
export function entryForm(options: EntryForm): Html {
  const isNew = options.basedOn === undefined
  return html`<form method="post" action="${options.action}" novalidate>${csrfInput(options.token)}<input type="hidden" name="year" value="${options.year}">
${!isNew && html`<input type="hidden" name="based-on" value="${options.basedOn}">`}${options.proposal !== undefined && html`<input type="hidden" name="proposal" value="${options.proposal}">`}
${what(options)}${when(options)}${people(options)}${more(options)}
${!isNew && input({ name: 'reason', label: { text: 'Why it is changed (optional)' }, hint: { text: 'The public reads it in the history of the programme.' }, value: options.reason })}
<div class="govuk-button-group">${button({ text: isNew ? 'Add the entry' : 'Save the entry', preventDoubleClick: true })}<a class="govuk-link" href="${options.cancel}">Cancel</a></div></form>`
}

function field({ values, refusal }: EntryForm, name: EntryField, label: string, hint?: string) {
  return { name, label: { text: label }, value: values[name], error: faultFor(refusal, name), ...(hint === undefined ? {} : { hint: { text: hint } }) }
}

function what(options: EntryForm): Html {
  return html`${textarea({ ...field(options, 'issue', 'Issue', 'What is to be looked at, as the programme and the agenda print it.'), rows: 2 })}
${input(field(options, 'subject', 'Subject (optional)', 'The matter in a word or two, such as “school transport”: agendas and the forward plan know it by the same words, and the record finds when it came before.'))}
${radios({
  name: 'kind',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'What kind of entry it is', classes: 'govuk-fieldset__legend--s' } },
  value: options.values.kind,
  items: [
    { value: 'dated', text: 'Dated', hint: { text: 'It has its place in the year, or is to be given one.' } },
    { value: 'possible', text: 'Possible future item' },
    { value: 'standing', text: 'Standing item', hint: { text: 'It places itself at the meetings whose turn it is.' } },
  ],
})}
${details({ summary: 'How often a standing item comes', open: options.values.kind === 'standing' || faultFor(options.refusal, 'months') !== undefined, content: standing(options) })}`
}

function standing(options: EntryForm): Html {
  const names = Array.from({ length: 12 }, (_month, index) => ({ value: String(index + 1), text: monthName(`2000-${String(index + 1).padStart(2, '0')}-01` as LocalDate) }))
  return html`${select({
    ...field(options, 'frequency', 'How often it comes'),
    items: [
      { value: 'every-meeting', text: 'Each meeting' },
      { value: 'in-months', text: 'In the months ticked below' },
      { value: 'twice-a-year', text: 'Twice a year' },
      { value: 'once-a-year', text: 'Once a year' },
      { value: 'once-a-year-in', text: 'Once a year, in one of the months ticked below' },
      { value: 'as-required', text: 'As required' },
    ],
  })}
${checkboxes({ name: 'months', classes: 'govuk-checkboxes--small gt-programme__months', fieldset: { legend: { text: 'Months', classes: 'govuk-fieldset__legend--s' } }, values: options.values.months.split(' '), error: faultFor(options.refusal, 'months'), items: names })}`
}

function when(options: EntryForm): Html {
  const { calendar, today, values } = options
  const open = calendar.filter(({ date, status }) => (date >= today && status !== 'cancelled') || date === values.meeting)
  const known = open.some(({ date }) => date === values.meeting) || values.meeting === '' ? open : [...open, { date: values.meeting as LocalDate, status: 'planned' as const }]
  const meetings = [{ value: '', text: 'None' }, ...known.map(({ date, status }) => ({ value: date, text: meetingChoice(date, status) }))]
  return fieldset({
    legend: { text: 'When it comes', classes: 'govuk-fieldset__legend--m' },
    content: html`<p class="govuk-body">Choose a meeting, or give a month or a range of months. Leave all of it empty where it is to be confirmed, and for a standing item.</p>
${select({ ...field(options, 'meeting', 'Meeting'), items: meetings })}
<div class="gt-beside">${input({ ...field(options, 'month', 'Month', 'As January 2024.'), classes: 'govuk-input--width-10' })}${input({ ...field(options, 'to-month', 'Last month (optional)', 'Of a range of months.'), classes: 'govuk-input--width-10' })}${input({ ...field(options, 'in-words', 'Said as (optional)', 'Such as “Autumn 2023”.'), classes: 'govuk-input--width-10' })}</div>`,
  })
}

function people(options: EntryForm): Html {
  return html`${fieldset({
    legend: { text: 'Who asked for it', classes: 'govuk-fieldset__legend--m' },
    content: html`<div class="gt-beside">${input(field(options, 'origin-who', 'Who', 'A body or a role, not a name.'))}${input({ ...field(options, 'origin-when', 'When', 'As they would say it: “February 2023”.'), classes: 'govuk-input--width-20' })}</div>
${textarea({ ...field(options, 'origin-words', 'What they said (optional)'), rows: 2 })}`,
  })}
${fieldset({
    legend: { text: 'Who chose it and why', classes: 'govuk-fieldset__legend--m' },
    content: html`<p class="govuk-body">The public reads this.</p>${input(field(options, 'chosen-who', 'Who chose it', 'A body or a role, not a name.'))}${textarea({ ...field(options, 'chosen-why', 'Why'), rows: 2 })}`,
  })}`
}

function more(options: EntryForm): Html {
  return html`${textarea({ ...field(options, 'follow-up', 'Follow-up (optional)', 'What is to come of it, and what the report is to have in it.'), rows: 2 })}
<div class="gt-beside">${input(field(options, 'lead', 'Lead (optional)', 'A member’s role.'))}${input(field(options, 'officer', 'Officer (optional)', 'The role that presents it.'))}</div>
${textarea({ ...field(options, 'reported', 'Reported before this record (optional)', 'Days that the record does not have, one to a line: “23 March 2022” or “July 2022”. What agendas here show is found by itself.'), rows: 3 })}`
}
