import { formatDate, formatDay } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames, memberOf } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { allLeads } from '../leads/keep-leads.ts'
import type { LeadMembers } from '../leads/lead-members.ts'
import { personOf } from '../leads/leads-of-body.ts'
import { bringUpdatesNow } from './bring-updates.ts'
import { areasTold, toldWords, updateDue, type AreaTold, type MemberUpdate } from './member-update.ts'
import { lastUpdatesOf, nextOpenMeetings, waitingUpdates } from './read-updates.ts'
import { tellUpdate, type TypedUpdate } from './tell.ts'

const path = '/staff/member-updates'

/** `/staff/member-updates`: a lead member writes theirs; everybody of the staff sees who has and who has not. */
export const updatesPage: StaffPage<MeetingsApp> = {
  path,
  show: (request) => showUpdates(request),
  submit: async (request, app) => {
    const { context, form } = request
    if (form.text('deed') === 'publish') {
      const done = await bringUpdatesNow(context, app)
      return done.ok ? { kind: 'moved', to: `${path}?done=${done.value.published > 0 ? 'published' : 'nothing'}` } : { kind: 'refused', refusal: done.refusal }
    }
    const typed = { body: form.text('body'), area: form.text('area'), words: form.text('words'), revision: form.whole('revision') }
    const done = await tellUpdate(context, app, typed)
    if (done.ok) return { kind: 'moved', to: `${path}?done=told` }
    return done.refusal.kind === 'not-allowed' ? { kind: 'refused', refusal: done.refusal } : showUpdates(request, { typed, refusal: done.refusal })
  },
}

/** The updates of one body, and how each area's stands. */
export interface BodyUpdates {
  readonly leads: LeadMembers
  readonly bodyName: string
  readonly next?: LocalDate
  readonly areas: readonly AreaTold[]
  /** The name under which whoever looks sits on bodies. */
  readonly own?: string
}

/** How the updates stand for all bodies with lead members. */
export async function readBodies(reader: Reader, { context, today }: Pick<StaffRequest, 'context' | 'today'>): Promise<BodyUpdates[]> {
  const all = await allLeads(reader)
  const names = await bodyNames(reader)
  const next = await nextOpenMeetings(reader, all.map(({ body }) => body), today)
  const waiting = await waitingUpdates(reader)
  const { actor } = context
  const own = actor.kind === 'person' ? await memberOf(reader, actor.person) : undefined
  return all.map((leads) => {
    const meeting = next.get(leads.body)
    return { leads, bodyName: names.get(leads.body) ?? leads.body, ...given('next', meeting), areas: areasTold(leads, waiting, meeting, today), ...given('own', own) }
  })
}

/** The areas of a body that whoever looks leads for. */
export function ownAreas({ areas, own }: BodyUpdates): AreaTold[] {
  return areas.filter(({ area }) => area.person !== undefined && area.person === own)
}

interface View {
  readonly bodies: readonly BodyUpdates[]
  readonly last: readonly MemberUpdate[]
}

function read(request: StaffRequest): Promise<Outcome<View>> {
  return look(request.context, { verb: 'groups.see', subject: { kind: 'member-updates', id: 'next' } }, async (reader) => {
    const bodies = await readBodies(reader, request)
    return ok({ bodies, last: await lastUpdatesOf(reader, bodies[0]?.own === undefined ? [] : [bodies[0].own]) })
  })
}

interface Refused {
  readonly typed: TypedUpdate
  readonly refusal: Refusal
}

async function showUpdates(request: StaffRequest, refused?: Refused): Promise<StaffAnswer> {
  const found = await read(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { bodies, last } = found.value
  const own = bodies.flatMap((body) => ownAreas(body).map((told) => ({ body, told })))
  const isKeeper = request.context.may(request.context.actor, 'groups.publish')
  const content = html`${refused === undefined ? doneBanner(request.query, doneWords) : faultSummary(refused.refusal)}
${lead('Before each meeting lead members write what they did since the last. It stands under one item of the agenda, and the public reads it once that is published.')}
${own.map(({ body, told }) => ownForm(request, body, told, refused))}${bodies.map(bodyTable)}
${bodies.length === 0 && html`<p class="govuk-body">No body has lead members yet. ${isKeeper && link('/staff/lead-members', 'Say who leads')}</p>`}
${isKeeper && bodies.length > 0 && actionButton({ action: path, token: request.session.formToken, text: 'Publish what belongs to published agendas now', kind: 'secondary', fields: { deed: 'publish' } })}
${last.length > 0 && details({ summary: 'What you wrote last', content: html`${last.map(({ area, date, words }) => html`<h3 class="govuk-heading-s">${userText(area)}, ${formatDate(date)}</h3>${paragraphs(words)}`)}` })}`
  const status = refused === undefined ? 200 : refused.refusal.kind === 'invalid' ? 400 : 409
  return { kind: 'page', title: 'Member updates', body: content, crumbs: [{ text: 'Task groups', href: '/staff/groups' }], status, hasFaults: refused !== undefined }
}

const doneWords = {
  told: 'Your update is kept. You can change it until the agenda is published.',
  published: 'The updates are published with their agenda.',
  nothing: 'Nothing waits that could be published: updates are published once their agenda is, and by themselves within the hour.',
}

function ownForm({ session }: StaffRequest, { leads, bodyName, next }: BodyUpdates, { area, update, state }: AreaTold, refused: Refused | undefined): Html {
  const mine = refused?.typed.body === leads.body && refused.typed.area === area.area ? refused : undefined
  const isConflict = mine?.refusal.kind === 'conflict'
  const revision = mine === undefined || isConflict ? (update?.revision ?? 0) : mine.typed.revision
  const place = mine === undefined ? `words-${leads.body}-${leads.areas.indexOf(area)}` : 'words'
  const when = next === undefined ? html`<p class="govuk-body">No meeting of the ${bodyName} is planned whose agenda is still open.</p>` : html`<p class="govuk-body">For the meeting of the ${bodyName} on ${formatDay(next)}, by ${formatDay(updateDue(leads, next))}. ${statusTag(toldWords[state].text, toldWords[state].meaning)}</p>`
  return html`<h2 class="govuk-heading-m">Your update: ${userText(area.area)}</h2>${when}${isConflict && update !== undefined && insetText({ text: html`What stands now: ${userText(update.words)}` })}
<form method="post" action="${path}" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="body" value="${leads.body}"><input type="hidden" name="area" value="${area.area}"><input type="hidden" name="revision" value="${String(revision)}">
${textarea({ name: 'words', id: place, label: { text: html`What you did since your last update<span class="govuk-visually-hidden">, ${userText(area.area)}</span>` }, hint: { text: 'Progress, what may be worth scrutiny, questions about figures. The public reads it: nothing confidential, and nothing about a child.' }, rows: 8, value: mine?.typed.words ?? update?.words ?? '', error: faultFor(mine?.refusal, 'words') })}
${button({ text: 'Keep my update', preventDoubleClick: true })}</form>`
}

function bodyTable({ leads, bodyName, next, areas }: BodyUpdates): Html {
  const caption = next === undefined ? `${bodyName}: no meeting is planned whose agenda is open` : `${bodyName}, ${formatDate(next)}: updates due by ${formatDate(updateDue(leads, next))}`
  return dataTable({
    caption,
    columns: [{ heading: 'Area' }, { heading: 'Member' }, { heading: 'Update' }],
    rows: areas.map(({ area, state }) => [userText(area.area), personOf(area), statusTag(toldWords[state].text, toldWords[state].meaning)]),
  })
}

/** A text of several paragraphs, as it was typed. */
export function paragraphs(words: string): readonly Html[] {
  return words.split(/\n{2,}/).map((part) => html`<p class="govuk-body">${userText(part)}</p>`)
}
