import { formatDate, formatTime } from '#core/date-words.ts'
import { parseDate, type LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment, timeOf } from '#core/london-time.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { agendaSection } from './agenda-section.ts'
import { changedDay } from './changed-day.ts'
import { deadlinesSection } from './deadlines-section.ts'
import { sizeInWords } from '../record/file-words.ts'
import { meetingAddress, type PublishedMeeting, type SupplementInMeeting } from '../record/meeting.ts'
import { meetingTag, pagesInWords, placeInWords, whenInWords } from '../record/meeting-words.ts'
import { askInWords, askLink } from '../speaking/ask-link.ts'
import { isOpenMeeting } from '../publication/prepare-publication.ts'
import { changedIn } from './changed-in.ts'
import { responsesSection } from '../speaking/response/responses-section.ts'
import { membersSection } from './members-section.ts'
import { supplementsOf, type Supplement } from '../publication/published-files.ts'
import { publishedMeeting, versionsOf, type MeetingVersion } from '../publication/published-meetings.ts'

export const noSuchMeeting = {
  kind: 'not-found',
  message: 'No meeting of this body is published for this day. The calendar of meetings has them all.',
} as const satisfies Answer

export const noSuchVersion = {
  kind: 'not-found',
  message: 'This meeting has no published version of this number. The page of the meeting lists its versions.',
} as const satisfies Answer

/** `/bodies/{body}/{date}` and `/bodies/{body}/{date}/versions/{version}`: agenda, deadlines, papers, members, versions. */
export async function meetingPage(request: PublicRequest): Promise<Answer> {
  const { body = '', date: day = '', version } = request.params
  const date = parseDate(day)
  if (date === undefined || (version !== undefined && !/^[1-9]\d{0,5}$/.test(version))) return noSuchMeeting
  const found = await publishedMeeting(request.read, body, date, version === undefined ? undefined : Number(version))
  if (found === undefined) return version === undefined ? noSuchMeeting : noSuchVersion
  const versions = await versionsOf(request.read, body, date)
  const supplements = await supplementsOf(request.read, body, date)
  const changed = await changedIn(request.read, found)
  const { meeting } = found
  const latest = versions[0]?.version ?? found.version
  const address = latest === found.version ? meetingAddress(meeting) : `${meetingAddress(meeting)}/versions/${found.version}`
  return {
    kind: 'page',
    title: `${meeting.bodyName}, ${whenInWords(meeting)}`,
    description: `Agenda and papers of the ${meeting.bodyName}, ${whenInWords(meeting)}.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Meetings', href: '/meetings' },
      { text: meeting.bodyName, href: `/bodies/${meeting.body}` },
    ],
    alternates: [{ type: 'text/calendar', href: `/meetings.ics?body=${meeting.body}`, title: `Meetings of the ${meeting.bodyName}` }],
    body: html`${olderVersion(found, latest)} ${correctionNotice(found)} ${meetingBody({ ...found, merged: mergedInto(found, supplements), changed }, address, request.today)} ${await responsesSection(request.read, body, date)} ${versionsSection(found, versions)}`,
  }
}

interface ShownMeeting extends Pick<MeetingVersion, 'meeting' | 'pack'> {
  /** Supplements to an earlier pack, whose papers are in this one. */
  readonly merged?: readonly Supplement[]
  /** The items that this version changed. */
  readonly changed?: { readonly version: number; readonly items: readonly number[] } | undefined
}

/** The supplements that came before the pack of this version was built again with their papers. */
function mergedInto({ meeting, packVersion }: MeetingVersion, supplements: readonly Supplement[]): Supplement[] {
  return supplements.filter(({ number, version }) => version < packVersion && !(meeting.supplements ?? []).some((one) => one.number === number))
}

/** What the public reads of a meeting: the same in a preview before it is published. */
export function meetingBody(found: ShownMeeting, address: string, today: LocalDate): Html {
  const { meeting } = found
  return html`${notices(meeting)} ${facts(found, address, today)} ${agendaSection(found, address, { ask: askLink(meeting, today), changed: found.changed })} ${deadlinesSection(meeting, today)} ${membersSection(meeting)}`
}

function olderVersion(found: MeetingVersion, latest: number): Html | undefined {
  if (latest === found.version) return undefined
  return insetText({
    text: html`This is version ${found.version} as it was published. <a class="govuk-link" href="${meetingAddress(found.meeting)}">Version ${latest} stands in its place</a>.`,
  })
}

/** A correction is told where its readers look first; the first version corrects nothing. */
export function correctionNotice({ version, note, publishedAt, meeting }: MeetingVersion): Html | undefined {
  if (version === 1) return undefined
  return insetText({
    text: html`Version ${version}, published ${momentInWords(publishedAt)}: ${note} <a class="govuk-link" href="${meetingAddress(meeting)}/versions/${version - 1}">Version ${version - 1} as it was</a>.`,
  })
}

/** `21 November 2026, 11.03 pm`, London time. */
function momentInWords(instant: string): string {
  const moment = londonMoment(instant)
  return `${formatDate(dateOf(moment))}, ${formatTime(timeOf(moment))}`
}

function notices(meeting: PublishedMeeting): Html {
  return html`${changedDay(meeting)}
    ${meeting.privateDevelopment ? insetText({ text: 'A private development session: it takes no decisions and has no public papers.' }) : undefined}
    ${meeting.lateReason === undefined ? undefined : warningText({ text: `The agenda was published late. The chair’s reason: ${meeting.lateReason}`, iconFallbackText: 'Note' })}`
}

function facts({ meeting, pack, merged = [] }: ShownMeeting, address: string, today: LocalDate): Html {
  return summaryList({
    rows: [
      { key: 'When', value: whenInWords(meeting) },
      { key: 'Where', value: placeInWords(meeting) },
      { key: 'State', value: meetingTag(meeting, today) },
      ...openness(meeting),
      ...askRow(meeting, today),
      ...(meeting.issued === undefined
        ? []
        : [{ key: 'Agenda issued', value: meeting.issuedSource === 'computed' ? `Not stated; due by ${formatDate(meeting.issued)}` : formatDate(meeting.issued) }]),
      ...(pack === undefined
        ? []
        : [{ key: 'Agenda pack', value: html`<a class="govuk-link" href="${address}/pack.pdf">Whole pack (PDF, ${pack.pages} pages, ${sizeInWords(pack.bytes)})</a>` }]),
      ...(meeting.supplements ?? []).map((supplement) => ({ key: `Supplement ${supplement.number}`, value: supplementLine(meeting, supplement) })),
      ...merged.map((supplement) => ({ key: `Supplement ${supplement.number}`, value: mergedLine(meeting, supplement) })),
      ...(meeting.contact === undefined ? [] : [{ key: 'Contact', value: contactLine(meeting.contact) }]),
      ...(meeting.alsoInvited.length === 0 ? [] : [{ key: 'Invited', value: meeting.alsoInvited.join('; ') }]),
    ],
  })
}

function openness(meeting: PublishedMeeting) {
  if (!isOpenMeeting(meeting)) return [{ key: 'Open to the public', value: 'No' }]
  return meeting.status === 'cancelled' ? [] : [{ key: 'Open to the public', value: 'Yes, you may come and listen' }]
}

/** Whether and until when one may ask to speak, where readers look first. */
function askRow(meeting: PublishedMeeting, today: LocalDate) {
  const value = askInWords(meeting, today)
  return value === undefined ? [] : [{ key: 'Speaking', value }]
}

function contactLine(contact: NonNullable<PublishedMeeting['contact']>): Html {
  return html`${contact.office}${contact.phone === undefined ? '' : `, telephone ${contact.phone}`}${contact.email === undefined ? '' : html`, <a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a>`}`
}

/** What came after the pack, with pages that go on from it. */
function supplementLine(meeting: PublishedMeeting, { number, pages, issued, note }: SupplementInMeeting): Html {
  const said = [...(pages === undefined ? [] : [pagesInWords(pages)]), `issued ${formatDate(issued)}`].join(', ')
  return html`<a class="govuk-link" href="${meetingAddress(meeting)}/supplements/${number}">Supplement ${number} (PDF)</a>, ${said}: ${note}`
}

function versionsInWords({ meeting }: MeetingVersion, count: number): string {
  if (meeting.items.length === 0 && count === 1) return 'Announced in the calendar: one version'
  return count === 1 ? 'One version of this page has been published' : `${count} versions of this page have been published`
}

/** What came after an earlier pack, and was taken into the one that stands. */
function mergedLine(meeting: PublishedMeeting, { number, pages, version }: Supplement): Html {
  return html`<a class="govuk-link" href="${meetingAddress(meeting)}/supplements/${number}">Supplement ${number} (PDF)</a>, ${pages === undefined ? '' : `${pagesInWords(pages)} of `}version ${version}, is now part of the pack`
}

function versionsSection(found: MeetingVersion, versions: readonly { version: number; note: string; publishedAt: string }[]): Html {
  const address = meetingAddress(found.meeting)
  return details({
    summary: versionsInWords(found, versions.length),
    content: html`<p class="govuk-body">What was published never changes. A correction is a new version; the old one stays readable.</p>
      <ul class="govuk-list govuk-list--bullet">
        ${versions.map((one) => html`<li><a class="govuk-link" href="${address}/versions/${one.version}">Version ${one.version}</a>, published ${momentInWords(one.publishedAt)}: ${one.note}</li>`)}
      </ul>`,
  })
}
