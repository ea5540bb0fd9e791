import { formatDate } from '#core/date-words.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { details } from '#platform/pages/components/details.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { agreedOf } from '../considered.ts'
import type { FinalReport, TaskGroup } from '../task-group.ts'
import { deedForm, type StepForms } from './step-forms.ts'

/** The form by which it is recorded what the body made of the final report; before a meeting of it was held since, that it is waited for. */
export function considerForm({ standing, commissionedBy }: TaskGroup, given: StepForms): Html | undefined {
  if (standing.stage !== 'final') return undefined
  const body = given.bodies.get(commissionedBy) ?? commissionedBy
  if (standing.considered !== undefined) return details({ summary: 'Correct what it made of the report', content: fields(standing, body, given), open: isPosted(given) })
  if (given.meetings.met.length > 0) return fields(standing, body, given)
  return html`<p class="govuk-body">The ${body} considers the report at a meeting. Once one is recorded as held, it is said here what it agreed.</p>`
}

function isPosted({ form, refusal }: StepForms): boolean {
  return refusal !== undefined && form.text('deed') === 'considered'
}

function fields(report: FinalReport, body: string, given: StepForms): Html {
  const { form, refusal, meetings } = given
  const { considered, recommendations } = report
  const recorded = considered?.date ?? meetings.met[0] ?? ''
  const posted = isPosted(given)
  const numbers = considered === undefined ? recommendations.map((_one, index) => index + 1) : agreedOf(report).map(({ number }) => number)
  return deedForm(given, 'considered', 'Record what it made of the report', html`${select({
    name: 'considered-on',
    label: { text: 'Considered at the meeting of' },
    hint: { text: `The meetings of the ${body} that were held since the report.` },
    items: [{ value: '', text: 'Choose a meeting' }, ...meetings.met.map((day) => ({ value: day, text: formatDate(day) }))],
    value: posted ? form.text('considered-on') : recorded,
    error: faultFor(refusal, 'considered-on'),
  })}
${input({ name: 'considered-at', label: { text: 'At item (optional)' }, hint: { text: 'Left empty, it is the item of the report on that agenda.' }, inputmode: 'numeric', classes: 'govuk-input--width-3', value: posted ? form.text('considered-at') : String(considered?.item ?? ''), error: faultFor(refusal, 'considered-at') })}
${recommendations.length > 0 && checkboxes({
    name: 'agreed',
    fieldset: { legend: { text: 'What it agreed' } },
    hint: { text: 'Each that is ticked is asked of whoever is to answer, and followed until it is done. Leave out what the minutes ask for in words of their own: that is followed from there.' },
    items: recommendations.map(({ says }, index) => ({ value: String(index + 1), text: userText(says) })),
    values: posted ? form.all('agreed') : numbers.map(String),
  })}`)
}
