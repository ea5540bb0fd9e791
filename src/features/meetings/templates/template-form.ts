import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { timeInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { standingRows } from './standing-rows.ts'
import type { TemplateValues } from './template-values.ts'

interface TemplateFormOptions {
  readonly action: string
  readonly token: CsrfToken
  readonly values: TemplateValues
  /** The revision on which what is typed rests. */
  readonly revision: number
  readonly refusal: Refusal | undefined
}

/** The form of a body's template. */
export function templateForm(options: TemplateFormOptions): Html {
  return html`<form method="post" action="${options.action}" novalidate>${csrfInput(options.token)}<input type="hidden" name="revision" value="${options.revision}">
<h2 class="govuk-heading-m">Reports</h2>${reports(options)}
<h2 class="govuk-heading-m">Timetable of reports</h2>${days(options)}
<h2 class="govuk-heading-m">Standing items</h2>${standingRows(options)}
<h2 class="govuk-heading-m">What its meetings usually are</h2>${usual(options)}
<h2 class="govuk-heading-m">Planning</h2>${planning(options)}
${button({ text: 'Save the template', preventDoubleClick: true })}</form>`
}

function field({ values, refusal }: TemplateFormOptions, name: string, label: string, hint?: string) {
  return { name, label: { text: label }, value: values[name] ?? '', error: faultFor(refusal, name), ...(hint === undefined ? {} : { hint: { text: hint } }) }
}

function reports(options: TemplateFormOptions): Html {
  const { values, refusal } = options
  return html`${radios({
    name: 'frame',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'The frame in which reports are written', classes: 'govuk-fieldset__legend--s' } },
    value: values['frame'] ?? '',
    error: faultFor(refusal, 'frame'),
    items: [
      { value: 'board-cover-sheet', text: 'Cover sheet of a board', hint: { text: 'Sponsor, author, priorities, groups of interest and safeguarding, then recommendations and the report.' } },
      { value: 'panel', text: 'Report to a panel', hint: { text: 'Goes straight to the report. Implications and the purpose of the meeting stand after it.' } },
    ],
  })}
${checkboxes({
  name: 'clearances',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'Who clears each report', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'A report is ready once all of these have cleared it.' },
  values: (values['clearances'] ?? '').split(' '),
  items: [
    { value: 'legal', text: 'Legal' },
    { value: 'finance', text: 'Finance' },
    { value: 'equality', text: 'Equality' },
  ],
})}`
}

function days(options: TemplateFormOptions): Html {
  const number = (name: string, label: string) => input({ ...field(options, name, label), inputmode: 'numeric', classes: 'govuk-input--width-3', suffix: { text: 'working days' } })
  return html`<p class="govuk-body">How long before the agenda is published each step is due. Publication is the last day that leaves five clear working days before the meeting.</p>
<div class="gt-beside">${number('days-draft', 'Draft handed in')}${number('days-clearance', 'Report cleared')}${number('days-despatch', 'Despatch: final report in')}</div>`
}

function usual(options: TemplateFormOptions): Html {
  const { values, refusal } = options
  return html`<div class="gt-beside">${timeInput({ name: 'time', label: 'Time', value: values['time'], error: faultFor(refusal, 'time') })}
${input({ ...field(options, 'minutes', 'Length'), inputmode: 'numeric', classes: 'govuk-input--width-3', suffix: { text: 'minutes' } })}</div>
${input(field(options, 'venue', 'Place'))}
<div class="gt-beside">${radios({
  name: 'attendance',
  classes: 'govuk-radios--inline',
  fieldset: { legend: { text: 'How people attend', classes: 'govuk-fieldset__legend--s' } },
  value: values['attendance'] ?? '',
  error: faultFor(refusal, 'attendance'),
  items: [
    { value: 'in-person', text: 'In person' },
    { value: 'online', text: 'Online' },
    { value: 'hybrid', text: 'Both' },
  ],
})}
${webcast(options)}</div>
${input({ ...field(options, 'webcast-address', 'Address of the webcast (optional)', 'Where it is always the same.'), type: 'url', spellcheck: false })}
${input(field(options, 'contact-office', 'Office to contact', 'An office, not a person.'))}
<div class="gt-beside">${input({ ...field(options, 'contact-phone', 'Telephone'), type: 'tel', classes: 'govuk-input--width-20' })}
${input({ ...field(options, 'contact-email', 'E-mail'), type: 'email', spellcheck: false, classes: 'govuk-input--width-20' })}</div>
${textarea({ ...field(options, 'also-invited', 'Also invited', 'Those who are not members, one to a line: roles, not names.'), rows: 3 })}`
}

function webcast(options: TemplateFormOptions): Html {
  return radios({
    name: 'webcast',
    classes: 'govuk-radios--inline',
    fieldset: { legend: { text: 'Webcast', classes: 'govuk-fieldset__legend--s' } },
    value: options.values['webcast'] === 'yes' ? 'yes' : 'no',
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  })
}

function planning(options: TemplateFormOptions): Html {
  return html`${textarea({ ...field(options, 'rooms', 'Rooms', 'Where it can meet, one to a line. The planner tells of meetings that want the same room.'), rows: 3 })}
${input({ ...field(options, 'planning-months', 'How far ahead its meetings are planned'), inputmode: 'numeric', classes: 'govuk-input--width-3', suffix: { text: 'months' } })}`
}
