import { formatDate } from '#core/date-words.ts'
import { parseDate, type LocalDate } from '#core/dates.ts'
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
import { isOpenMeeting } from '../record/withheld.ts'
import { changedIn, type ChangedIn } from './changed-in.ts'
import { responsesSection } from '../speaking/response/responses-section.ts'
import { written, type MeetingSection } from '../later-parts.ts'
import { membersSection } from './members-section.ts'
import { supplementsOf, type Supplement } from '../publication/published-files.ts'
import { firstDayOf, type FirstDay } from '../publication/first-day.ts'
import { publishedMeeting, versionsOf, type MeetingVersion, type VersionInList } from '../publication/published-meetings.ts'
import { publishedInWords } from '../publication/published-words.ts'
import { supplementStanding } from './supplement-standing.ts'

export const noSuchMeeting = {
  kind: 'not-found',
  message: 'No meeting of this body is published for this day. The calendar of meetings has them all.',
} as const satisfies Answer

export const noSuchVersion = {
  kind: 'not-found',
  message: 'This meeting has no published version of this number. The page of the meeting lists its versions.',
} as const satisfies Answer

/** `/bodies/{body}/{date}` and `/bodies/{body}/{date}/versions/{version}`: agenda, deadlines, papers, members, the given sections, versions. */
export function meetingPage(sections: readonly MeetingSection[] = []): (request: PublicRequest) => Promise<Answer> {
  return (request) => answerMeeting(request, sections)
}

async function answerMeeting(request: PublicRequest, sections: readonly MeetingSection[]): Promise<Answer> {
  const { body = '', date: day = '', version } = request.params
  const date = parseDate(day)
  if (date === undefined || (version !== undefined && !/^[1-9]\d{0,5}$/.test(version))) return noSuchMeeting
  const found = await publishedMeeting(request.read, body, date, version === undefined ? undefined : Number(version))
  if (found === undefined) return version === undefined ? noSuchMeeting : noSuchVersion
  const versions = await versionsOf(request.read, body, date)
  const supplements = await supplementsOf(request.read, body, date)
  const changed = await changedIn(request.read, found)
  const { meeting } = found
  const firstDay = await firstDayOf(request.read, meeting)
  const later = await written(sections.map((section) => () => section(request, meeting)))
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
    body: html`${olderVersion(found, latest)} ${correctionNotice(found)} ${meetingBody({ ...found, supplements, changed, firstDay }, address, request.today)} ${await responsesSection(request.read, body, date)} ${later} ${versionsSection(found, versions, supplements)}`,
  }
}

interface ShownMeeting extends Pick<MeetingVersion, 'meeting' | 'pack'> {
  /** Left out of a preview, which is no version yet. */
  readonly version?: number
  readonly supplements?: readonly Supplement[]
  /** What this version changed. */
  readonly changed?: ChangedIn | undefined
  /** Of one that resumes an adjourned meeting. */
  readonly firstDay?: FirstDay | undefined
}

/** What the public reads of a meeting: the same in a preview before it is published. */
export function meetingBody(found: ShownMeeting, address: string, today: LocalDate): Html {
  const { meeting } = found
  return html`${notices(found)} ${facts(found, address, today)} ${agendaSection(found, address, { ask: askLink(meeting, today), changed: found.changed })} ${deadlinesSection(meeting, today)} ${membersSection(meeting)}`
}

function olderVersion(found: MeetingVersion, latest: number): Html | undefined {
  if (latest === found.version) return undefined
  return insetText({
    text: html`This is version ${found.version} as it was published. <a class="govuk-link" href="${meetingAddress(found.meeting)}">Version ${latest} stands in its place</a>.`,
  })
}

/** A correction is told where its readers look first; the first version corrects nothing. */
export function correctionNotice(found: MeetingVersion): Html | undefined {
  const { version, note, meeting } = found
  if (version === 1) return undefined
  return insetText({
    text: html`Version ${version}, ${publishedInWords(found)}: ${note} <a class="govuk-link" href="${meetingAddress(meeting)}/versions/${version - 1}">Version ${version - 1} as it was</a>.`,
  })
}

function notices({ meeting, firstDay }: ShownMeeting): Html {
  return html`${changedDay(meeting, firstDay)}
    ${meeting.privateDevelopment ? insetText({ text: 'A private development session: it takes no decisions and has no public papers.' }) : undefined}
    ${meeting.lateReason === undefined ? undefined : warningText({ text: `The agenda was published late. The chair’s reason: ${meeting.lateReason}`, iconFallbackText: 'Note' })}`
}

function facts({ meeting, pack, version = 0, supplements = [] }: ShownMeeting, address: string, today: LocalDate): Html {
  return summaryList({
    rows: [
      { key: 'When', value: whenInWords(meeting) },
      { key: 'Where', value: placeInWords(meeting) },
      { key: 'State', value: meetingTag(meeting, today) },
      ...openness(meeting, today),
      ...askRow(meeting, today),
      ...(meeting.issued === undefined
        ? []
        : [{ key: 'Agenda issued', value: meeting.issuedSource === 'computed' ? `Not stated; due by ${formatDate(meeting.issued)}` : formatDate(meeting.issued) }]),
      ...(pack === undefined
        ? []
        : [{ key: 'Agenda pack', value: html`<a class="govuk-link" href="${address}/pack.pdf">Whole pack (PDF, ${pack.pages} pages, ${sizeInWords(pack.bytes)})</a>` }]),
      ...(meeting.supplements ?? []).map((supplement) => ({ key: `Supplement ${supplement.number}`, value: supplementLine(meeting, supplement) })),
      ...supplements.flatMap((supplement) => earlierLine(supplement, { version, meeting }) ?? []),
      ...(meeting.contact === undefined ? [] : [{ key: 'Contact', value: contactLine(meeting.contact) }]),
      ...(meeting.alsoInvited.length === 0 ? [] : [{ key: 'Invited', value: meeting.alsoInvited.join('; ') }]),
    ],
  })
}

/** Nobody can come any more to a meeting whose day is over. */
function openness(meeting: PublishedMeeting, today: LocalDate) {
  if (!isOpenMeeting(meeting)) return [{ key: 'Open to the public', value: 'No' }]
  if (meeting.status === 'cancelled' || meeting.date < today) return []
  return [{ key: 'Open to the public', value: meeting.attendance === 'online' ? 'Yes, you may watch online' : 'Yes, you may come and listen' }]
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
  return html`${supplementLink(meeting, number)}, ${said}: ${note}`
}

function versionsInWords({ meeting }: MeetingVersion, count: number): string {
  if (meeting.items.length === 0 && count === 1) return 'Announced in the calendar: one version'
  return count === 1 ? 'One version of this page has been published' : `${count} versions of this page have been published`
}

/** What came after an earlier pack: taken into the one that stands, or no longer to be read here. */
function earlierLine(supplement: Supplement, found: Pick<MeetingVersion, 'version' | 'meeting'>) {
  const { number, pages, version } = supplement
  const key = `Supplement ${number}`
  const standing = supplementStanding(supplement, found)
  if (standing === 'withdrawn') return { key, value: 'Withdrawn: papers that it brought are no longer part of the pack. It stays readable with the earlier versions, below' }
  if (standing !== 'in-the-pack') return undefined
  return { key, value: html`${supplementLink(found.meeting, number)}, ${pages === undefined ? '' : `${pagesInWords(pages)} of `}version ${version}, is now part of the pack` }
}

function supplementLink(meeting: PublishedMeeting, number: number): Html {
  return html`<a class="govuk-link" href="${meetingAddress(meeting)}/supplements/${number}">Supplement ${number} (PDF)</a>`
}

function versionsSection(found: MeetingVersion, versions: readonly VersionInList[], supplements: readonly Supplement[]): Html {
  const address = meetingAddress(found.meeting)
  const withdrawnOf = ({ version }: VersionInList) => supplements.filter((one) => one.version === version && supplementStanding(one, found) === 'withdrawn')
  return details({
    summary: versionsInWords(found, versions.length),
    content: html`<p class="govuk-body">What was published never changes. A correction is a new version; the old one stays readable.</p>
      <ul class="govuk-list govuk-list--bullet">
        ${versions.map((one) => html`<li><a class="govuk-link" href="${address}/versions/${one.version}">Version ${one.version}</a>, ${publishedInWords(one)}: ${one.note}${withdrawnOf(one).map(({ number }) => html` ${supplementLink(found.meeting, number)}`)}</li>`)}
      </ul>`,
  })
}
