import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { Definition } from '../../definitions/definition.ts'
import { exampleOf } from '../../definitions/frequencies.ts'
import { shownTarget, unitInWords } from '../../sheets/shown.ts'
import { periodName } from '../../sheets/shown.ts'
import { defineAddress, staffMeasureAddress } from '../addresses.ts'
import type { Change, ChangeField } from './changes.ts'

interface Asked {
  readonly what: Change
  readonly last: Definition
  readonly refusal: Refusal | undefined
}

/** The form of one change; what was typed stays. */
export function changeForm({ form, session }: StaffRequest, { what, last, refusal }: Asked): Html {
  const field = (name: ChangeField) => ({ name, value: form.text(name), error: faultFor(refusal, name) })
  return html`${standing(what, last)}<form method="post" action="${defineAddress(last.slug, what)}" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="version" value="${last.version}">
${parts[what](last, field)}
${dayInput({ ...field('effective-from'), label: 'From which day this version holds (optional)', hint: 'Left empty it holds from the first day of the period that you name.' })}
<div class="govuk-button-group">${button({ text: 'Save as a new version', preventDoubleClick: true })}<a class="govuk-link" href="${staffMeasureAddress(last.slug)}">Cancel</a></div></form>`
}

type Field = (name: ChangeField) => { readonly name: string; readonly value: string; readonly error: { readonly text: string } | undefined }

const parts: Readonly<Record<Change, (last: Definition, field: Field) => Html>> = {
  target: (last, field) => html`${input({ ...field('value'), label: { text: `Target (${unitInWords(last)})` }, hint: { text: 'A number such as 90 or 3.5, in the unit of the figures.' }, classes: 'govuk-input--width-10', inputmode: 'decimal' })}
${period(last, field('from'), 'From which period')}
${period(last, field('to'), 'To which period (optional)', 'Left empty it holds until another takes its place.')}
${radios({
  ...field('whose'),
  fieldset: { legend: { text: 'Whose target it is', classes: 'govuk-fieldset__legend--s' } },
  items: [{ value: 'council', text: 'The council’s own' }, { value: 'partnership', text: 'The partnership’s' }, { value: 'national', text: 'National' }],
})}
${input({ ...field('set-by'), label: { text: 'Who set it' }, hint: { text: 'A role or a body, not a name.' } })}
${dayInput({ ...field('set-on'), label: 'Set on (optional)' })}
${dayInput({ ...field('reviewed-on'), label: 'Last reviewed on (optional)' })}
${textarea({ ...field('why'), label: { text: 'Why' }, hint: { text: 'The public reads it beside the version.' }, rows: 2 })}`,
  break: (last, field) => html`${period(last, field('period'), 'From which period')}${textarea({ ...field('reason'), label: { text: 'Why figures from there on are not like those before' }, rows: 2 })}`,
  limits: (last, field) => html`${period(last, field('period'), 'From which period')}
${textarea({ ...field('reason'), label: { text: 'Why new limits begin there' }, hint: { text: 'What changed in the process, and how one knows.' }, rows: 2 })}
${input({ ...field('decided-by'), label: { text: 'Who decided' }, hint: { text: 'A role or a body, not a name.' } })}
${dayInput({ ...field('decided-on'), label: 'Decided on' })}`,
}

function period({ frequency }: Definition, field: ReturnType<Field>, label: string, also = ''): Html {
  return input({ ...field, label: { text: label }, hint: { text: `Such as ${exampleOf(frequency)}. ${also}`.trim() }, classes: 'govuk-input--width-10', spellcheck: false })
}

/** What stands already of the same kind. */
function standing(what: Change, last: Definition): Html | undefined {
  const lines = {
    target: last.targets.map(({ from, to, value, whose, setBy }) => `${shownTarget(value, last)}, ${whose}, set by ${setBy}: ${periodName(from, last)} ${to === undefined ? 'and on' : `to ${periodName(to, last)}`}`),
    break: last.breaks.map(({ period: at, reason }) => `${periodName(at, last)}: ${reason}`),
    limits: last.rebases.map(({ period: at, reason, decidedBy }) => `${periodName(at, last)}: ${reason} (${decidedBy})`),
  }[what]
  return lines.length === 0 ? undefined : insetText({ text: html`<p class="govuk-body">What stands:</p><ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>` })
}
