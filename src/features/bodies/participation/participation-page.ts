import type { Refusal } from '#core/outcome.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { timeInput } from '#platform/pages/day-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { Body } from '../body.ts'
import { rulePage } from '../rule-page/rule-page.ts'
import { changeParticipation, participationFields, participationMark, type ParticipationField, type TypedParticipation } from './change-participation.ts'

/** `/staff/bodies/:body/participation`: whether and by which rule the public may speak at meetings of a body. */
export const participationPage = rulePage<TypedParticipation>({
  word: 'participation',
  title: 'Public participation',
  saved: 'The rule is saved, and the body’s page says it now.',
  read: (form) => Object.fromEntries(participationFields.map((field) => [field, form.text(field)])) as unknown as TypedParticipation,
  kept: keptFields,
  mark: participationMark,
  change: changeParticipation,
  about: (body) =>
    html`Where the public may speak, the page of each meeting takes requests to speak, and the agenda says how to ask. The rule is part of the terms of reference on ${link(`/bodies/${body.slug}`, 'the body’s own page')}. Meetings that are in the calendar already take it up when they are next published.`,
  fields,
  next: (body) => link(`/staff/templates/${body.slug}`, 'Standing items of this body'),
})

function keptFields({ termsOfReference }: Body): TypedParticipation {
  const rule = termsOfReference?.publicParticipation
  const figure = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    heard: rule === undefined ? 'no' : 'yes',
    'closes-at': rule?.closesAt ?? '',
    'days-before': figure(rule?.workingDaysBefore),
    'minutes-in-all': figure(rule?.minutesInAll),
    'minutes-each': figure(rule?.minutesEach),
    'response-days': figure(rule?.writtenResponseDays),
    source: '',
  }
}

function fields(typed: TypedParticipation, refusal: Refusal | undefined, { termsOfReference }: Body): Html {
  const field = (name: ParticipationField, label: string, hint?: string) => ({ name, label: { text: label }, value: typed[name], error: faultFor(refusal, name), ...(hint === undefined ? {} : { hint: { text: hint } }) })
  const figure = (name: ParticipationField, label: string, hint?: string) => input({ ...field(name, label, hint), inputmode: 'numeric', classes: 'govuk-input--width-4' })
  return html`${radios({
    name: 'heard',
    fieldset: { legend: { text: 'May members of the public speak at its meetings?', classes: 'govuk-fieldset__legend--m' } },
    value: typed.heard,
    error: faultFor(refusal, 'heard'),
    items: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No: it has no such rule' }],
  })}
<h2 class="govuk-heading-m">Where they may</h2>
${figure('days-before', 'Requests close so many working days before the meeting', '1 is the working day before; 0 is the day of the meeting.')}
${timeInput({ name: 'closes-at', label: 'At what time', value: typed['closes-at'], error: faultFor(refusal, 'closes-at') })}
${figure('minutes-in-all', 'Minutes for all speakers together (optional)')}
${figure('minutes-each', 'Minutes for each speaker (optional)')}
${figure('response-days', 'Days within which a written response follows (optional)')}
${termsOfReference === undefined && input(field('source', 'Where the rule comes from', 'Such as “Council Constitution, part 4”. No terms of reference are recorded of this body yet.'))}`
}
