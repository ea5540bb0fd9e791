import { refuse, type Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { agendaAddress, meetingIdOf, whenInWords, type MeetingsApp } from '#features/meetings'
import { mayRecord } from '../may-record.ts'
import { record } from '../verbs/record.ts'
import { attendingPart } from './attending-part.ts'
import { backPart } from './back-part.ts'
import { declaredPart } from './declared-part.ts'
import { logPart, meanwhile } from './log-part.ts'
import { quorumLine, quorumPart } from './quorum-line.ts'
import { wrongNow } from './must-leave-part.ts'
import { pressOf, readWish } from './read-wish.ts'
import { seatsPart } from './seat-list.ts'
import { stepsPart, timeForm } from './steps.ts'
import { lookAtSitting, sittingCrumbs, type SittingView } from './view.ts'
import { votesPart } from './votes-part.ts'

/** `/staff/meetings/:meeting/sitting`: who is at the meeting, item by item, while it sits. */
export const sittingPage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/sitting',
  show: (request) => showSitting(request),
  submit: async (request, app) => {
    const { form, params } = request
    const [id, press, wish] = [meetingIdOf(params['meeting']), pressOf(form), readWish(form)]
    if (id === undefined || press === undefined || wish === undefined) return showSitting(request, notOurs)
    const done = await record(request.context, app, { meeting: id, press, item: form.whole('item'), wish })
    if (!done.ok) return done.refusal.kind === 'not-found' || done.refusal.kind === 'not-allowed' ? { kind: 'refused', refusal: done.refusal } : showSitting(request, done.refusal)
    return { kind: 'moved', to: afterwards(request, wish.does) }
  },
}

const notOurs = refuse('invalid', 'The page did not understand what was pressed, so nothing was recorded. This is how the record stands.').refusal

/** Back to where the officer was; an item that is looked at stays looked at. */
function afterwards({ path, form }: StaffRequest, does: string): string {
  const query = new URLSearchParams({ seen: String(form.whole('seen')) })
  if (form.has('looking-back')) query.set('item', form.text('item'))
  if (does === 'open' || does === 'close') query.set('done', does)
  const seat = /^[\p{L}\p{N}-]{1,200}$/u.test(form.text('seat')) ? `#seat-${form.text('seat')}` : does === 'attends' ? '#attending' : does === 'education' ? '#votes' : ''
  return `${path}?${query.toString()}${seat}`
}

const doneWords = { open: 'The meeting is open.', close: 'The meeting is closed, and its page says that it was held.', declared: 'The declaration is recorded.', whip: 'The party whip is recorded.', struck: 'That line is taken back. It stays in the record, with the reason.' }

async function showSitting(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await lookAtSitting(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  return {
    kind: 'page',
    title: 'Attendance, quorum and declarations',
    crumbs: sittingCrumbs(view, false),
    body: html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}${pageOf(request, view, refusal)}`,
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
  }
}

function pageOf(request: StaffRequest, view: SittingView, refusal: Refusal | undefined): Html {
  const { facts } = view.meeting
  const lead = html`<p class="govuk-body-l gt-lead">${view.bodyName}, ${whenInWords(facts)}</p>`
  const may = mayRecord(facts, request.today, 'ahead')
  if (!may.ok && view.recorded.length === 0) return html`${lead}<p class="govuk-body">${may.refusal.message}</p>`
  const shown = may.ok ? view : { ...view, mayRecord: false }
  return html`${lead}${!may.ok && html`<p class="govuk-body">${may.refusal.message}</p>`}${meanwhile(request, view)}
<p class="govuk-body">${link(`${agendaAddress(view.meeting)}/minutes`, 'Minutes of this meeting')}</p>
${quorumLine(shown)}${wrongNow(request, shown)}${backPart(request, shown)}${quorumPart(shown)}${stepsPart(request, shown, refusal)}${seatsPart(request, shown, refusal)}${votesPart(request, shown)}${declaredPart(shown)}${attendingPart(request, shown, refusal)}${logPart(shown)}${closing(request, shown, refusal)}`
}

function closing(request: StaffRequest, view: SittingView, refusal: Refusal | undefined): Html | undefined {
  const { opened, closed } = view.sitting
  if (!view.mayRecord || view.isLookingBack || opened === undefined || closed !== undefined) return undefined
  return html`<h2 class="govuk-heading-m" id="close">Close the meeting</h2><p class="govuk-body">The public page of the meeting then says that it was held. What was missed can still be recorded afterwards.</p>${timeForm(request, view, refusal, 'close')}`
}
