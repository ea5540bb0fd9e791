import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { timeInput } from '#platform/pages/day-input.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { bodyToEdit } from '../body-to-edit.ts'
import type { Body } from '../body.ts'
import { changeParticipation, participationFields, participationMark, type ParticipationField, type TypedParticipation } from './change-participation.ts'

/** `/staff/bodies/:body/participation`: whether and by which rule the public may speak at meetings of a body. */
export const participationPage: StaffPage<unknown> = {
  path: '/staff/bodies/:body/participation',
  show: (request) => showRule(request),
  submit: async (request) => {
    const { context, form, params } = request
    const slug = params['body'] ?? ''
    const typed = Object.fromEntries(participationFields.map((field) => [field, form.text(field)])) as unknown as TypedParticipation
    const done = await changeParticipation(context, slug, typed, form.text('based-on'))
    if (done.ok) return { kind: 'moved', to: `/staff/bodies/${slug}/participation?done=saved` }
    const isHere = done.refusal.kind === 'invalid' || done.refusal.kind === 'conflict'
    return isHere ? showRule(request, { typed, refusal: done.refusal }) : { kind: 'refused', refusal: done.refusal }
  },
}

interface Refused {
  readonly typed: TypedParticipation
  readonly refusal: Refusal
}

async function showRule(request: StaffRequest, refused?: Refused): Promise<StaffAnswer> {
  const found = await bodyToEdit(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const body = found.value
  const isConflict = refused?.refusal.kind === 'conflict'
  const mark = refused === undefined || isConflict ? participationMark(body) : request.form.text('based-on')
  const saved = { saved: 'The rule is saved, and the body’s page says it now.' }
  const content = html`${refused === undefined ? doneBanner(request.query, saved) : faultSummary(refused.refusal)}
<p class="govuk-body">Where the public may speak, the page of each meeting takes requests to speak, and the agenda says how to ask. The rule is part of the terms of reference on ${link(`/bodies/${body.slug}`, 'the body’s own page')}. Meetings that are in the calendar already take it up when they are next published.</p>
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="based-on" value="${mark}">
${fields(refused?.typed ?? keptFields(body), refused?.refusal, body)}${button({ text: 'Save', preventDoubleClick: true })}</form>
<p class="govuk-body">${link(`/staff/templates/${body.slug}`, 'Standing items of this body')}</p>`
  const status = refused === undefined ? 200 : isConflict ? 409 : 400
  return { kind: 'page', title: `Public participation: ${body.name}`, body: content, crumbs: [{ text: 'Members’ accounts', href: '/staff/members' }], status, hasFaults: refused !== undefined }
}

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
