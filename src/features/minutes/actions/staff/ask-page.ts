import { randomUUID } from 'node:crypto'
import { ok, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import { refusedHere } from '#access/staff/refused-here.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { radios } from '#platform/pages/components/radios.ts'
import { select } from '#platform/pages/components/select.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { askAction } from '../ask-action.ts'
import { actionsCrumb, staffAddress } from './action-view.ts'

/** `/staff/actions/new`: what a body asked that no minutes have raised. */
export const askPage: StaffPage<MeetingsApp> = {
  path: '/staff/actions/new',
  show: (request) => show(request),
  submit: async (request, app) => {
    const { form, context } = request
    const typed = {
      kind: form.text('kind'),
      body: form.text('body'),
      on: form.text('on'),
      item: form.text('item'),
      words: form.text('words'),
      ofBody: form.text('of-body'),
      ofName: form.text('of-name'),
      due: form.text('due'),
    }
    const done = await askAction(context, app, typed, form.text('sending'))
    return done.ok ? { kind: 'moved', to: `${staffAddress({ number: done.value })}?done=asked` } : show(request, done.refusal)
  },
}

async function show(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const status = refusal === undefined ? 200 : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await look(request.context, { verb: 'actions.keep', subject: { kind: 'action', id: 'new' } }, async (reader) => ok(await bodyNames(reader)))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const body = html`${refusal && faultSummary(refusal)}
<p class="govuk-body">What minutes resolve is recorded from them by itself. Here is what they do not hold. It is public at once, except what was asked at a private meeting or under an item that is not open.</p>${askForm(request, found.value, refusal)}`
  return { kind: 'page', title: 'Record what was asked', body, crumbs: [actionsCrumb], ...(status === undefined ? {} : { status }), hasFaults: refusal !== undefined }
}

function askForm({ form, session }: StaffRequest, names: ReadonlyMap<string, string>, refusal: Refusal | undefined): Html {
  const field = (name: string) => ({ name, value: form.text(name), error: faultFor(refusal, name) })
  const bodies = (first: string) => [{ value: '', text: first }, ...Array.from(names, ([value, text]) => ({ value, text }))]
  return html`<form method="post" action="/staff/actions/new" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="sending" value="${form.text('sending') || randomUUID()}">
${radios({
  ...field('kind'),
  fieldset: { legend: { text: 'What it is', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'recommendation', text: 'A recommendation', hint: { text: 'Whoever it is made to accepts or rejects it, with the reason' } },
    { value: 'action', text: 'An action', hint: { text: 'Something to be done or brought: a briefing, a figure, a visit' } },
  ],
})}
${select({ ...field('body'), label: { text: 'Asked by' }, items: bodies('Choose a body') })}
${dayInput({ ...field('on'), label: 'Asked on', hint: 'The day of the meeting at which it was asked.' })}
${input({ ...field('item'), label: { text: 'Item (optional)' }, hint: { text: 'Its number on the agenda of that meeting' }, classes: 'govuk-input--width-3', inputmode: 'numeric' })}
${textarea({ ...field('words'), label: { text: 'What was asked' }, hint: { text: 'In the words of the body.' } })}
${select({ ...field('of-body'), label: { text: 'Who must answer, where it is a body' }, items: bodies('Not a body') })}
${input({ ...field('of-name'), label: { text: 'Who must answer, where it is not' }, hint: { text: 'A role or an organisation, such as Director of Children’s Services' } })}
${dayInput({ ...field('due'), label: 'By when (optional)' })}
${button({ text: 'Record it', preventDoubleClick: true })}</form>`
}
