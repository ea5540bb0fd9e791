import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { select } from '#platform/pages/components/select.ts'
import { dayInput } from '#platform/pages/day-input.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import type { KnownPerson } from '#access/people.ts'
import { roleWords } from '#access/role-words.ts'
import type { MeetingsApp } from '#features/meetings'
import { actionName } from '../action-words.ts'
import { assignAction } from '../assign-action.ts'
import { actionNumber, actionsCrumb, lookAtAction, staffAddress } from './action-view.ts'

/** Everybody who may be named, with their roles, for a select. */
export function ownerItems(owners: readonly KnownPerson[]) {
  return [{ value: '', text: 'Nobody yet' }, ...owners.map(({ person, name, roles }) => ({ value: person, text: `${name} (${roles.map((role) => roleWords[role]).join(', ')})` }))]
}

/** `/staff/actions/:action/assign`: who is to answer, and by when; for officers. */
export const assignPage = {
  show: (request: StaffRequest) => show(request),
  submit: async (request: StaffRequest, app: Pick<MeetingsApp, 'now'>): Promise<StaffAnswer> => {
    const { form, context } = request
    const number = actionNumber(request.params['action'])
    const done = await assignAction(context, app, { number, revision: form.whole('revision') }, { owner: form.text('owner'), due: form.text('due') })
    return done.ok ? { kind: 'moved', to: `${staffAddress({ number })}?done=assign` } : show(request, done.refusal)
  },
}

async function show(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  if (refusal?.kind === 'not-allowed' || refusal?.kind === 'not-found') return { kind: 'refused', refusal }
  const found = await lookAtAction(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { action, mayKeep, owners } = found.value
  if (!mayKeep) return { kind: 'refused', refusal: { kind: 'not-allowed', message: 'Only the officers of the body say who is to answer.', faults: [] } }
  const { form, session } = request
  const typed = (name: string, kept: string) => (form.has(name) ? form.text(name) : kept)
  const name = actionName(action.kind, action.number)
  const stands = refusal?.kind === 'conflict' && html`<p class="govuk-body">It stands now: to be answered by ${action.owner?.name ?? 'nobody yet'}${action.due === undefined ? ', with no day set' : `, by ${action.due}`}.</p>`
  const body = html`${refusal && faultSummary(refusal)}${stands}<p class="govuk-body gt-typed">${action.words}</p>
<form method="post" action="${staffAddress(action)}/assign" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="revision" value="${action.revision}">
${select({ name: 'owner', label: { text: 'Who is to answer' }, hint: { text: 'They find it under “Your work”, and are reminded by e-mail a week before the day and when it is past.' }, items: ownerItems(owners), value: typed('owner', action.owner?.person ?? ''), error: faultFor(refusal, 'owner') })}
${dayInput({ name: 'due', label: 'To be done by (optional)', hint: 'The public sees it. The two months for answering a served report are counted by themselves.', value: typed('due', action.due ?? ''), error: faultFor(refusal, 'due') })}
${button({ text: 'Save', preventDoubleClick: true })}</form>`
  return { kind: 'page', title: `Who is to answer ${name.toLowerCase()}`, body, crumbs: [actionsCrumb, { text: name, href: staffAddress(action) }], status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409, hasFaults: refusal !== undefined }
}
