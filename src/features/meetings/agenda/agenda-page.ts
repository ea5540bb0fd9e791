import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { refusalStatus } from '#platform/http/refusal-status.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import type { LaterParts } from '../later-parts.ts'
import { agendaList } from './agenda-list.ts'
import { meetingHead } from './agenda-head.ts'
import { lookAtAgenda, type AgendaView } from './agenda-view.ts'
import { meetingInWords, shieldedTitle } from './agenda-words.ts'
import { addToAgenda } from './add-to-agenda.ts'
import { latePart, timetablePart } from './late-part.ts'
import { mayEdit } from './who-may.ts'
import { mailWaits } from '../record/mail-words.ts'

/** `/staff/meetings/:meeting`: the meeting's own page, where its agenda is built, with the given ways and parts of later features. */
export function agendaPage(later: Later): StaffPage<MeetingsApp> {
  return { path: '/staff/meetings/:meeting', show: (request) => showAgenda(request, later) }
}

type Later = Pick<LaterParts, 'ways' | 'agendaParts'>

/** The agenda as it stands, above it what could not be done. */
export function agendaWithFaults(request: StaffRequest, refusal: Refusal): Promise<StaffAnswer> {
  return refusal.kind === 'not-allowed' ? Promise.resolve({ kind: 'refused', refusal }) : showAgenda(request, {}, refusal)
}

async function showAgenda(request: StaffRequest, { ways = [], agendaParts = [] }: Later, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await lookAtAgenda(request, agendaParts)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  if (!view.sight.isMeetingShown) return privateSession(view)
  const body = html`${refusal === undefined ? said(request, view) : faultSummary(refusal)}${meetingHead(request, view, ways)}
<div id="agenda-parts">${latePart(request, view)}${agendaList(request, view)}</div>
<div id="agenda-live" class="govuk-visually-hidden" role="status"></div>
${mayEdit(request) && addToAgenda(request, view)}${view.later}${timetablePart(view)}`
  return {
    kind: 'page',
    title: meetingInWords(view),
    body,
    crumbs: [{ text: 'Meetings', href: '/staff/meetings' }],
    status: refusal === undefined ? 200 : statusOf(refusal),
    hasFaults: refusal !== undefined,
  }
}

/** Of a meeting that is not open no more than the public calendar says: that it is held, and on which day. */
function privateSession(view: AgendaView): StaffAnswer {
  const body = html`<p class="govuk-body">A private session. Its agenda is for the members of the body, its officers, and those who write for it.</p>`
  return { kind: 'page', title: meetingInWords(view), body, crumbs: [{ text: 'Meetings', href: '/staff/meetings' }] }
}

function statusOf({ kind }: Refusal): 400 | 404 | 409 | 503 {
  const status = refusalStatus[kind]
  return status === 400 || status === 404 || status === 503 ? status : 409
}

/** What was done just now. A move is said quietly, so that the focus stays on the item that was moved. */
function said(request: StaffRequest, view: AgendaView): Html | undefined {
  const moved = view.meeting.items.find((item) => item.id === request.query.get('moved'))
  if (moved !== undefined) {
    const title = view.sight.isShown(moved) ? moved.facts.title : shieldedTitle(moved)
    return html`<p class="govuk-body gt-builder__said" id="agenda-said" role="status">“${title}” is now item ${moved.number}.</p>`
  }
  return doneBanner(request.query, {
    added: 'The item is on the agenda.',
    saved: 'The item is saved.',
    removed: 'The item is off the agenda.',
    standing: 'The standing items are on the agenda.',
    reminded: mailWaits('the author'),
  })
}
