import { formatDay } from '#core/date-words.ts'
import { randomUUID } from 'node:crypto'
import { parseDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import { typedToCopy } from '#access/staff/carried-form.ts'
import type { FormVisit, PublicForm } from '#access/staff/public-form.ts'
import type { Answer } from '#platform/http/answers.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { publishedMeeting } from '../../publication/published-meetings.ts'
import { meetingAddress, type PublishedMeeting } from '../../record/meeting.ts'
import { placeInWords, whenInWords } from '../../record/meeting-words.ts'
import { momentOf } from '../moment.ts'
import { speakingAt, type SpeakingAt } from '../speaking-at.ts'
import { askForm } from './ask-form.ts'
import { askToSpeak, isReference, type AtMeeting } from './ask-to-speak.ts'
import { takenAt, takenSection } from './asked-section.ts'
import { askingFields, type TypedAsking } from './asking-form.ts'
import { contactLine, whereClosed } from './where-closed.ts'

const noSuchMeeting = { kind: 'not-found', message: 'No meeting of this body is published for this day. The calendar of meetings has them all.' } as const satisfies Answer

/** `/bodies/{body}/{date}/speak`: the one public form of a meeting. */
export const askPage: PublicForm<MeetingsApp> = {
  path: '/bodies/:body/:date/speak',
  show: async (visit, app) => {
    const at = meetingOf(visit)
    if (at === undefined) return noSuchMeeting
    const reference = visit.query.get('asked')
    return reference !== null && isReference(reference) ? showTaken(visit, at, reference) : showForm(visit, app, at, {})
  },
  submit: async (visit, app) => {
    const at = meetingOf(visit)
    if (at === undefined) return noSuchMeeting
    const typed = typedIn(visit)
    const done = await askToSpeak(visit.context, app, at, typed, { mark: visit.form.text('sending'), ...given('address', visit.address) })
    return done.ok ? { kind: 'moved', to: `/bodies/${at.body}/${at.date}/speak?asked=${done.value.reference}` } : showForm(visit, app, at, { typed, refusal: done.refusal })
  },
}

function meetingOf({ params }: FormVisit): AtMeeting | undefined {
  const date = parseDate(params['date'] ?? '')
  return date === undefined ? undefined : { body: params['body'] ?? '', date }
}

/** As typed: what is wrong with it is for the verb to say. */
function typedIn({ form }: FormVisit): TypedAsking {
  return Object.fromEntries(askingFields.map((field) => [field, form.text(field)])) as Record<keyof TypedAsking, string>
}

interface Refused {
  readonly typed?: TypedAsking
  readonly refusal?: Refusal
}

async function showForm(visit: FormVisit, app: MeetingsApp, at: AtMeeting, { typed, refusal }: Refused): Promise<Answer> {
  const found = await visit.context.database.readPublished((reader) => publishedMeeting(reader, at.body, at.date))
  if (found === undefined) return noSuchMeeting
  const { meeting } = found
  const speaking = speakingAt(meeting, momentOf(visit.today, app.now()))
  const head = { kind: 'page', crumbs: crumbs(meeting), description: `How to speak at the meeting of the ${meeting.bodyName}, ${whenInWords(meeting)}.` } as const
  if (speaking.state !== 'open') {
    const lost = typed !== undefined && html`${typedToCopy(Object.entries(typed))}`
    return { ...head, title: `You cannot ask to speak: ${meeting.bodyName}, ${formatDay(meeting.date)}`, body: html`${meetingLine(meeting)}${whereClosed(speaking, meeting)}${lost}`, status: typed === undefined ? 200 : 409 }
  }
  const form = askForm({
    action: `${meetingAddress(meeting)}/speak`,
    token: visit.token,
    sending: sendingOf(visit),
    items: speaking.items,
    typed: typed ?? nothingTyped,
    refusal,
  })
  const body = html`${refusal && faultSummary(refusal)}${meetingLine(meeting)}${speaking.isLate && late}${terms(meeting, speaking)}${form}${contactLine(meeting)}`
  return { ...head, title: `Ask to speak: ${meeting.bodyName}, ${formatDay(meeting.date)}`, body, status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409, hasFaults: refusal !== undefined }
}

const nothingTyped = Object.fromEntries(askingFields.map((field) => [field, ''])) as Record<keyof TypedAsking, string>

/** The form keeps its mark for as long as it is mended. */
function sendingOf({ form }: FormVisit): string {
  const sent = form.text('sending')
  return /^[\da-f-]{36}$/.test(sent) ? sent : randomUUID()
}

const late = insetText({
  text: html`<strong>The time for asking has passed.</strong> You can still send your request: it is marked as late, the chair decides whether you may speak, and you are answered either way.`,
})

function terms(meeting: PublishedMeeting, { closes }: Extract<SpeakingAt, { state: 'open' }>): Html {
  const { minutesEach, minutesInAll } = meeting.participation ?? {}
  const list = summaryList({
    rows: [
      { key: 'Ask by', value: closes === undefined ? 'The closing time cannot be worked out for this year. Ask as soon as you can.' : closes.words },
      { key: 'Your time', value: minutesEach === undefined ? 'As the chair decides' : minutesInWords(minutesEach) },
      ...(minutesInAll === undefined ? [] : [{ key: 'For everybody together', value: minutesInWords(minutesInAll) }]),
    ],
  })
  if (closes === undefined) return list
  const working = html`<ol class="govuk-list govuk-list--number">${closes.working.map((step) => html`<li>${step}</li>`)}</ol><p class="govuk-body">${link(`/rules/${closes.rule}`, closes.citation)}</p>`
  return html`${list}${details({ summary: 'How the closing time was worked out', content: working })}`
}

function minutesInWords(count: number): string {
  return count === 1 ? '1 minute' : `${count} minutes`
}

function meetingLine(meeting: PublishedMeeting): Html {
  return lead(html`${link(meetingAddress(meeting), meeting.bodyName)}, ${whenInWords(meeting)}. ${placeInWords(meeting)}.`)
}

function crumbs(meeting: PublishedMeeting) {
  return [
    { text: 'Home', href: '/' },
    { text: meeting.bodyName, href: `/bodies/${meeting.body}` },
    { text: whenInWords(meeting), href: meetingAddress(meeting) },
  ]
}

/** What the page after sending says: it names no person, since anybody with the address may open it. */
async function showTaken(visit: FormVisit, at: AtMeeting, reference: string): Promise<Answer> {
  const found = await look(visit.context, { verb: 'speaking.ask', subject: { kind: 'meeting', id: `${at.body}/${at.date}` } }, async (reader) =>
    ok({ taken: await takenAt(reader, at, reference), published: await publishedMeeting(reader, at.body, at.date) }),
  )
  if (!found.ok) return { kind: 'not-found', message: found.refusal.message }
  const { taken, published } = found.value
  if (taken === undefined || published === undefined) return { kind: 'not-found', message: 'There is no request with this reference at this meeting. The e-mail that we sent you has the reference.' }
  const { meeting } = published
  return { kind: 'page', title: 'Your request has been sent', crumbs: crumbs(meeting), body: html`${takenSection(meeting, taken)}${contactLine(meeting)}` }
}
