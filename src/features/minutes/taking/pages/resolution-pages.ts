import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { postedForm, type PostedForm } from '#access/staff/posted-form.ts'
import type { Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { refusalStatus } from '#platform/http/refusal-status.ts'
import { button } from '#platform/pages/components/button.ts'
import { csrfInput, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { lead, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { sittingAt } from '../../sitting/read-sitting.ts'
import { whoMayVote } from '../../sitting/who-may-vote.ts'
import { kindInWords, letterAt } from '../record/resolution.ts'
import { voteInWords, type Voter } from '../record/vote.ts'
import { addResolution, changeResolved, gone, removeResolution } from '../verbs/resolve.ts'
import type { ResolutionInWork } from '../work/minutes-in-work.ts'
import { itemNumber } from './minute-pages.ts'
import { atFields, bodiesList, fieldsOfResolution, resolutionFields, resolutionTyped, sendingOf } from './resolution-fields.ts'
import { showMinutes } from './taking-page.ts'
import { lookAtMinutes, minutesAt, minutesCrumbs, type TakenItem, type TakingView } from './taking-view.ts'
import { fieldsOfVote, voteFields } from './vote-fields.ts'

/** Adds a resolution from the form below a minute. */
export const addResolutionPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/minutes/items/:item/resolutions',
  submit: async (request, app) => {
    const item = itemNumber(request)
    const prefix = `item-${item}-`
    const place = { meeting: request.params['meeting'] ?? '', item }
    const typed = resolutionTyped(request.form, prefix)
    const added = typed.ok ? await addResolution(request.context, place, typed.value, app.now(), sendingOf(request.form)) : typed
    if (added.ok) return { kind: 'moved', to: `/staff/meetings/${place.meeting}/minutes?done=${added.value.isAgain ? 'resolved-already' : 'resolved'}&resolve=${item}#resolution-${added.value.id}` }
    const { refusal } = added
    if (refusal.kind === 'not-allowed' || refusal.kind === 'not-found') return { kind: 'refused', refusal }
    return showMinutes(request, { item, form: 'resolution', typed: request.form, refusal: atFields(refusal, prefix) })
  },
}

/** `/staff/meetings/:meeting/minutes/items/:item/resolutions/:resolution`: its words, whom it asks, and the vote. */
export const resolutionPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/minutes/items/:item/resolutions/:resolution',
  show: (request) => showResolution(request),
  submit: async (request, app) => {
    const { meeting = '', resolution: id = '' } = request.params
    const seen = { meeting, item: itemNumber(request), id, basedOn: request.form.whole('revision') }
    const isRemoved = request.form.text('do') === 'remove'
    const typed = isRemoved ? undefined : resolutionTyped(request.form, '')
    if (typed?.ok === false) return showResolution(request, typed.refusal)
    const changed = typed === undefined ? await removeResolution(request.context, seen, app.now()) : await changeResolved(request.context, seen, typed.value, app.now())
    if (changed.ok) return { kind: 'moved', to: `/staff/meetings/${meeting}/minutes?done=${isRemoved ? 'removed' : 'changed'}#part-${seen.item}` }
    const { refusal } = changed
    return refusal.kind === 'not-allowed' || refusal.kind === 'not-found' ? { kind: 'refused', refusal } : showResolution(request, refusal)
  },
}

interface Found {
  readonly view: TakingView
  readonly taken: TakenItem
  readonly one: ResolutionInWork
  readonly voters: readonly Voter[]
}

async function find(request: StaffRequest): Promise<Outcome<Found>> {
  const view = await lookAtMinutes(request)
  if (!view.ok) return view
  const taken = view.value.items.find(({ number }) => number === itemNumber(request))
  const one = taken?.resolutions.find(({ id }) => id === request.params['resolution'])
  if (taken === undefined || one === undefined) return gone
  const deed = { verb: 'minutes.take', subject: { kind: 'minutes', id: view.value.meeting.id } }
  const sitting = await look(request.context, deed, async (reader) => ok(await sittingAt(reader, view.value.meeting.id, taken.number)))
  return sitting.ok ? ok({ view: view.value, taken, one, voters: whoMayVote(sitting.value) }) : sitting
}

async function showResolution(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await find(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { view, taken, one, voters } = found.value
  const isStale = refusal?.kind === 'conflict'
  const typed: PostedForm = refusal === undefined ? postedForm([...fieldsOfResolution(one, ''), ...fieldsOfVote(one.vote)]) : request.form
  const revision = refusal === undefined || isStale ? one.revision : request.form.whole('revision')
  const body = html`${refusal !== undefined && faultSummary(refusal)}${lead(html`Item ${taken.number}, ${userText(taken.title)}`)}
<form method="post" action="${request.path}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${revision}"><button type="submit" name="do" value="save" hidden>Save</button>
${bodiesList(view.bodies)}${resolutionFields({ typed, refusal, isWithheld: taken.isWithheld, prefix: '' })}${voteFields(typed, voters, refusal)}
<div class="govuk-button-group">${button({ text: 'Save', name: 'do', value: 'save', preventDoubleClick: true })}${button({ text: 'Take this resolution out', name: 'do', value: 'remove', classes: 'govuk-button--warning', preventDoubleClick: true })}<a class="govuk-link" href="${minutesAt(view.meeting)}#part-${taken.number}">Leave it as it is</a></div></form>
${isStale && standsNow(one)}`
  return { kind: 'page', title: `Resolution ${letterAt(one.place - 1)})`, body, crumbs: minutesCrumbs(view, true), status: refusal === undefined ? 200 : refusalStatus[refusal.kind], hasFaults: refusal !== undefined }
}

function standsNow(one: ResolutionInWork) {
  return html`<h2 class="govuk-heading-m">As it stands now</h2><p class="govuk-body">${userText(one.words)}</p><p class="govuk-body-s">${userText(kindInWords(one))}${one.vote !== undefined && `. Vote: ${voteInWords(one.vote)}`}</p>`
}
