import { formatDate } from '#core/date-words.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok } from '#core/outcome.ts'
import { countOf } from '#core/count-in-words.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import type { Reader } from '#platform/database/database.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { written, type PackSection } from '../later-parts.ts'
import { changedDay } from '../public/changed-day.ts'
import { firstDayOf, type FirstDay } from '../publication/first-day.ts'
import { versionsOf } from '../publication/published-meetings.ts'
import { publishedInWords } from '../publication/published-words.ts'
import { meetingAddress as publicAddress } from '../record/meeting.ts'
import { meetingTag, placeInWords, whenInWords } from '../record/meeting-words.ts'
import { speakersLink } from '../speaking/pages/speakers-link.ts'
import { changesBetween, type MeetingChanges } from './changes/changes-between.ts'
import { changesHtml } from './changes/changes-html.ts'
import { hasSeen, lastReading, markAddress, type LastReading } from './changes/readings.ts'
import { takeAlong } from './copies/take-along.ts'
import { notesOn } from './notes/note-store.ts'
import { ownTouched } from './prompts/own-interests.ts'
import { promptHtml } from './prompts/prompt-html.ts'
import { meetingAddress, openPack, packAddress, readPack, type MeetingAddress, type OpenPack } from './rights/open-reading.ts'
import { isPrivate } from './rights/visible-meeting.ts'
import { agendaLinks, heldPapers } from './whole/pack-items.ts'
import { copyNotice } from './whole/read-page.ts'

interface Shown {
  readonly pack: OpenPack
  readonly versions: Awaited<ReturnType<typeof versionsOf>>
  readonly last: LastReading | undefined
  /** Since the version that was read last, or before this one was. */
  readonly since: { readonly version: number; readonly changes: MeetingChanges } | undefined
  readonly noteCount: number
  /** Of a meeting that resumes an adjourned one. */
  readonly firstDay: FirstDay | undefined
  readonly touched: Awaited<ReturnType<typeof ownTouched>>
  /** For those who may see who speaks. */
  readonly speakers: Html | undefined
  /** What later features say of the meeting to this reader. */
  readonly parts: readonly (Html | undefined)[]
}

/** `/staff/packs/{body}/{date}`: one meeting for whoever prepares for it. */
export function packPage(sections: readonly PackSection[] = []): StaffPage<unknown> {
  return { path: '/staff/packs/:body/:date', show: (request) => showPack(request, sections) }
}

async function showPack(request: StaffRequest, sections: readonly PackSection[]): Promise<StaffAnswer> {
  const address = meetingAddress(request)
  if (!address.ok) return { kind: 'refused', refusal: address.refusal }
  const read = await readPack(request.context, address.value, async (reader) => {
    const pack = await openPack(reader, request.context, address.value)
    if (!pack.ok) return pack
    const last = await lastReading(reader, request.session.actor.person, address.value)
    const notes = await notesOn(reader, request.session.actor.person, address.value)
    const shown: Shown = {
      pack: pack.value,
      versions: await versionsOf(reader, address.value.body, address.value.date),
      last,
      since: await changesSince(reader, request, address.value, pack.value, last),
      noteCount: notes.length,
      firstDay: await firstDayOf(reader, pack.value.meeting),
      touched: await ownTouched(reader, request, pack.value),
      parts: await written(sections.map((section) => () => section(reader, pack.value, request))),
      speakers: isPrivate(pack.value.meeting) ? undefined : await speakersLink(reader, request.context, address.value),
    }
    return ok(shown)
  })
  if (!read.ok) return { kind: 'refused', refusal: read.refusal }
  const { meeting } = read.value.pack
  return { kind: 'page', title: `${meeting.bodyName}, ${whenInWords(meeting)}`, crumbs: [{ text: 'My packs', href: '/staff/packs' }], body: meetingBody(request, address.value, read.value) }
}

/** What the reader has not seen; of a version that is read already, what was new in it then. */
async function changesSince(reader: Reader, { context }: StaffRequest, address: MeetingAddress, pack: OpenPack, last: LastReading | undefined): Promise<Shown['since']> {
  if (last === undefined) return undefined
  const version = hasSeen(last, pack) ? last.earlier : last.version
  if (version === undefined || (last.date === address.date && version >= pack.version)) return undefined
  const earlier = await openPack(reader, context, { body: address.body, date: last.date, version })
  return earlier.ok ? { version, changes: changesBetween(earlier.value, pack) } : undefined
}

function meetingBody(request: StaffRequest, address: MeetingAddress, shown: Shown): Html {
  const { pack, versions, noteCount } = shown
  const own = packAddress(address)
  const asked = address.version === undefined ? '' : `?version=${address.version}`
  const latest = versions[0]?.version ?? pack.version
  return html`${doneBanner(request.query, { read: `Version ${pack.version} is marked as read.` })}
${copyNotice(pack)}
${latest > pack.version && insetText({ text: html`This is version ${pack.version} as it was. ${link(own, `Version ${latest} stands in its place`)}.` })}
${changedDay(pack.meeting, shown.firstDay, packAddress)}
${facts(request, pack)}
${shown.speakers}
${promptHtml(shown.touched, `${own}/read${asked}`)}
${pack.meeting.items.length > 0 && html`<div class="govuk-button-group">${button({ text: 'Read the whole pack', href: `${own}/read${asked}` })} ${link(`${own}/notes${asked}`, noteCount === 0 ? 'My notes' : `My notes (${noteCount})`)} ${request.context.may(request.context.actor, 'questions.ask') && link(`/staff/questions/ask?item=${address.body}/${address.date}`, 'Ask a question')}</div>`}
${changesSection(request, address, shown)}
<h2 class="govuk-heading-m" id="agenda">Agenda</h2>
${pack.meeting.items.length === 0 ? html`<p class="govuk-body">${pack.meeting.status === 'cancelled' ? 'No agenda was published.' : 'No agenda is published yet.'}</p>` : agendaLinks(pack, heldPapers(pack.papers), `${own}/read${asked}`)}
${shown.parts}
${takeAlong(pack, address)}
${versionsSection(own, pack, versions)}`
}

function facts({ today }: StaffRequest, { meeting, version, note, ...when }: OpenPack): Html {
  return summaryList({
    rows: [
      { key: 'When', value: whenInWords(meeting) },
      ...(meeting.title === undefined ? [] : [{ key: 'About', value: meeting.title }]),
      { key: 'Where', value: placeInWords(meeting) },
      { key: 'State', value: meetingTag(meeting, today) },
      ...(isPrivate(meeting) ? [{ key: 'Open to the public', value: meeting.privateDevelopment ? 'No: a private development session, which takes no decisions' : 'No' }] : []),
      { key: meeting.items.length > 0 ? 'Papers' : 'Announcement', value: `Version ${version}, ${publishedInWords(when)}. ${note}` },
      ...(meeting.lateReason === undefined ? [] : [{ key: 'Published late', value: meeting.lateReason }]),
      ...(meeting.contact === undefined ? [] : [{ key: 'Contact', value: [meeting.contact.office, meeting.contact.phone, meeting.contact.email].filter((part) => part !== undefined).join(', ') }]),
    ],
  })
}

function dayOf(instant: string): string {
  return formatDate(dateOf(londonMoment(instant)))
}

function changesSection({ session }: StaffRequest, address: MeetingAddress, { pack, last, since }: Shown): Html | undefined {
  if (pack.meeting.items.length === 0 || last === undefined) return undefined
  const at = `${packAddress(address)}/read`
  const mark = actionButton({ action: markAddress(address), token: session.formToken, text: 'I have read this version', kind: 'secondary', fields: { version: String(pack.version) } })
  const changes = since && changesHtml(since.changes, at)
  if (hasSeen(last, pack)) {
    return html`${last.isMarked ? html`<p class="govuk-body">You have read this version.</p>` : html`<p class="govuk-body">You opened this version on ${dayOf(last.readAt.toISOString())}.</p>${mark}`}
${changes && details({ summary: `What changed since version ${since?.version}, which you had read before`, content: changes })}`
  }
  return html`<h2 class="govuk-heading-m" id="changes">Changed since you last read</h2>
<p class="govuk-body">You ${last.isMarked ? 'read' : 'opened'} version ${last.version}${last.date !== address.date && ` of the pack for ${formatDate(last.date)}`} on ${dayOf(last.readAt.toISOString())}.</p>
${changes}<div class="govuk-button-group">${mark}</div>`
}

function versionsSection(own: string, pack: OpenPack, versions: Shown['versions']): Html {
  return details({
    summary: countOf(versions.length, 'versions'),
    content: html`<ul class="govuk-list govuk-list--bullet">${versions.map(
      (one) => html`<li>${one.version === pack.version ? html`Version ${one.version} (this one)` : link(`${own}?version=${one.version}`, `Version ${one.version}`)}, ${publishedInWords(one)}: ${one.note}</li>`,
    )}</ul>
${!isPrivate(pack.meeting) && html`<p class="govuk-body">${link(publicAddress(pack.meeting), 'The meeting as the public sees it')}</p>`}`,
  })
}
