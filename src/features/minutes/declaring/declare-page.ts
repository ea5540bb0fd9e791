import { refuse, type Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { meetingIdOf, whenInWords, type MeetingsApp } from '#features/meetings'
import { whipFields } from '../sitting/declaration.ts'
import { mayRecord } from '../sitting/may-record.ts'
import { pressForm } from '../sitting/page/press-form.ts'
import { pressOf } from '../sitting/page/read-wish.ts'
import { itemTitle, lookAtSitting, sittingAddress, sittingCrumbs, type SittingView } from '../sitting/page/view.ts'
import { whoMayDeclare } from '../sitting/verbs/declared.ts'
import { record } from '../sitting/verbs/record.ts'
import type { Wish } from '../sitting/verbs/wish.ts'
import { interestFields, readDeclaration } from './declaration-form.ts'

/** `/staff/meetings/:meeting/sitting/declare`: an officer records an interest that a member declares, or the party whip. */
export const declarePage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/sitting/declare',
  show: (request) => showForms(request),
  submit: async (request, app) => {
    const { form, params, context } = request
    const [id, press] = [meetingIdOf(params['meeting']), pressOf(form)]
    const wish = wishOf(request)
    if (id === undefined || press === undefined || 'kind' in wish) return showForms(request, 'kind' in wish ? wish : notOurs)
    const item = wish.does === 'declare' ? wish.declaration.item : 0
    const done = await record(context, app, { meeting: id, press, item, wish })
    if (done.ok) return { kind: 'moved', to: `/staff/meetings/${id}/sitting?done=${wish.does === 'declare' ? 'declared' : 'whip'}&seen=${form.whole('seen')}${item === 0 ? '' : `&item=${item}`}#declared` }
    return done.refusal.kind === 'not-found' || done.refusal.kind === 'not-allowed' ? { kind: 'refused', refusal: done.refusal } : showForms(request, done.refusal)
  },
}

const notOurs = refuse('invalid', 'The page did not understand what was pressed, so nothing was recorded.').refusal

/** What the form that was sent asks for, or what is wrong with it. */
function wishOf({ form }: StaffRequest): Extract<Wish, { does: 'declare' | 'whip' }> | Refusal {
  if (form.text('does') === 'whip') {
    const item = form.whole('whip-item')
    const read = whipFields.safeParse({ ...(item === 0 ? {} : { item }), group: form.text('group'), words: form.text('whip-words') })
    return read.success ? { does: 'whip', whip: read.data } : refuse('invalid', '', read.error.issues.map(({ path, message }) => ({ field: path[0] === 'words' ? 'whip-words' : String(path[0]), message }))).refusal
  }
  const declaration = readDeclaration(form, form.text('member').slice(0, 200))
  return declaration.ok ? { does: 'declare', declaration: declaration.value } : declaration.refusal
}

async function showForms(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await lookAtSitting(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  const may = mayRecord(view.meeting.facts, request.today, 'ahead')
  if (!may.ok) return { kind: 'refused', refusal: may.refusal }
  if (!view.mayRecord) return { kind: 'refused', refusal: refuse('not-allowed', 'Officers record what is declared. What was declared stands on the page of the meeting’s attendance.').refusal }
  const body = html`${refusal && faultSummary(refusal)}<p class="govuk-body-l gt-lead">${view.bodyName}, ${whenInWords(view.meeting.facts)}</p>${declarationForm(request, view, refusal)}${whipForm(request, view, refusal)}`
  return { kind: 'page', title: 'Record a declaration', crumbs: sittingCrumbs(view, true), body, hasFaults: refusal !== undefined, status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409 }
}

function itemsOf(view: SittingView) {
  return view.meeting.items.map((item) => ({ value: String(item.number), text: itemTitle(view, item) }))
}

function declarationForm(request: StaffRequest, view: SittingView, refusal: Refusal | undefined): Html {
  const { form } = request
  const members = whoMayDeclare(view.sitting).map((name) => ({ value: name, text: name }))
  const item = view.sitting.item === 0 ? '' : String(view.sitting.item)
  return pressForm(
    request,
    view,
    html`<h2 class="govuk-heading-m">An interest</h2>${select({ name: 'member', label: { text: 'Who declares' }, items: [{ value: '', text: 'Choose a member or substitute' }, ...members], value: form.text('member'), error: faultFor(refusal, 'member') })}
${interestFields({ form, refusal, items: itemsOf(view), item })}
<div class="govuk-button-group">${button({ text: 'Record the declaration', name: 'does', value: 'declare', preventDoubleClick: true })}${link(sittingAddress(view), 'Back to attendance')}</div>`,
    { to: request.path, withoutItem: true },
  )
}

function whipForm(request: StaffRequest, view: SittingView, refusal: Refusal | undefined): Html {
  const { form } = request
  return pressForm(
    request,
    view,
    html`<h2 class="govuk-heading-m">Party whip</h2>
${select({ name: 'whip-item', label: { text: 'Item' }, items: [{ value: '0', text: 'The whole meeting' }, ...itemsOf(view)], value: form.text('whip-item'), error: faultFor(refusal, 'whip-item') })}
${input({ name: 'group', label: { text: 'Political group' }, value: form.text('group'), error: faultFor(refusal, 'group'), classes: 'govuk-input--width-20' })}
${input({ name: 'whip-words', label: { text: 'What the whip asks' }, value: form.text('whip-words'), error: faultFor(refusal, 'whip-words') })}
${button({ text: 'Record the whip', name: 'does', value: 'whip', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
    { to: request.path, withoutItem: true },
  )
}
