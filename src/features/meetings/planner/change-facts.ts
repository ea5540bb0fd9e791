import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { formatDay, formatTime } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { retimeAgenda } from '../agenda/retime-agenda.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { publishVersion } from '../publication/publish-version.ts'
import { issueOf } from '../publication/prepare-issue.ts'
import { meetingAddress, type PublishedMeeting } from '../record/meeting.ts'
import { withoutAgenda } from '../record/meeting-draft.ts'
import { placeInWords } from '../record/meeting-words.ts'
import { meetingFields } from '../record/meetings-file.ts'
import { changeMeeting, saveFacts } from '../work/keep-meeting.ts'
import type { MeetingFacts } from '../work/meeting-in-work.ts'
import { announcementOf } from './announce.ts'
import { keepLength } from './keep-length.ts'
import { isToCome, mayBeToldAnew, meetingAtHand, type MeetingAtHand, type MeetingSeen } from './meeting-at-hand.ts'
import { tell, toldOf } from './notices.ts'
import { skippedTime } from './possible-day.ts'
import { instantOf } from '../speaking/moment.ts'

/** The facts of a meeting as they were typed; an empty text says nothing. */
interface TypedFacts {
  readonly time: string
  readonly minutes: string
  readonly title: string
  readonly venue: string
  readonly attendance: string
  /** "yes", or the address of the webcast. */
  readonly webcast: string
  readonly office: string
  readonly phone: string
  readonly email: string
  /** One on each line. */
  readonly alsoInvited: string
}

interface ReadFacts {
  readonly facts: MeetingFacts
  readonly minutes?: number
}

/** Reads the facts that can be changed without moving the meeting; each fault is named after its field. */
function readFacts(facts: MeetingFacts, typed: TypedFacts): Outcome<ReadFacts> {
  const { time: _time, title: _title, venue: _venue, contact: _contact, ...kept } = facts
  const contact = { office: typed.office, ...given('phone', typed.phone || undefined), ...given('email', typed.email || undefined) }
  const read = meetingFields.safeParse({
    ...kept,
    ...given('time', typed.time || undefined),
    ...given('title', typed.title || undefined),
    ...given('venue', typed.venue || undefined),
    attendance: typed.attendance,
    webcast: typed.webcast === '' ? false : /^yes$/i.test(typed.webcast) || typed.webcast,
    ...(Object.values(contact).every((part) => part === '') ? {} : { contact }),
    alsoInvited: typed.alsoInvited.split('\n').map((line) => line.trim()).filter((line) => line !== ''),
  })
  const minutes = /^\d{1,3}$/.test(typed.minutes) && Number(typed.minutes) >= 1 ? Number(typed.minutes) : undefined
  const faults = read.success ? [] : read.error.issues.map(faultOf)
  if (read.success) faults.push(...skippedTime(facts.date, read.data.time))
  if (typed.minutes !== '' && (minutes === undefined || minutes > 600)) faults.push({
    field: 'minutes',
    message: 'Give the length in whole minutes, from 1 to 600',
  })
  if (!read.success || faults.length > 0) return refuse('invalid', '', faults)
  return ok({ facts: { ...read.data, ...given('correction', facts.correction) }, ...given('minutes', minutes) })
}

function faultOf({ code, path, message }: z.core.$ZodIssue): Fault {
  const field = fieldNames[path.map(String).join('.')] ?? fieldNames[String(path[0])] ?? 'title'
  return { field, message: code === 'custom' ? message : (messages[field] ?? 'Shorten this to 4000 characters') }
}

const fieldNames: Readonly<Partial<Record<string, string>>> = {
  time: 'time',
  title: 'title',
  venue: 'venue',
  attendance: 'attendance',
  webcast: 'webcast',
  'contact.office': 'office',
  'contact.phone': 'phone',
  'contact.email': 'email',
  alsoInvited: 'also-invited',
}

const messages: Readonly<Partial<Record<string, string>>> = {
  time: 'Give the time as 14:00',
  attendance: 'Choose how people attend',
  webcast: 'Give the whole address of the webcast, beginning with https://',
  office: 'Name the office to which telephone and e-mail belong',
  email: 'Give an e-mail address, such as scrutiny@example.gov.uk',
}

interface FactsChange extends TypedFacts {
  /** What the public is told of the change, besides what it is. */
  readonly note: string
  readonly tellsMembers: boolean
}

interface FactsChanged {
  /** The public reads the change now; of a published agenda it does so when a correction is published. */
  readonly isPublished: boolean
  readonly told: number
}

/**
 * Changes what is said of a meeting apart from its day and its agenda. Where it is announced and no agenda is published yet, the public reads the change
 * at once, as a new version that says what changed; of a published agenda nothing changes in public until a correction is published. Members are told of a
 * meeting to come alone. Refused once the minutes are circulated.
 */
export function changeFacts(context: Context, app: Pick<MeetingsApp, 'now' | 'origin'>, seen: MeetingSeen, change: FactsChange): Promise<Outcome<FactsChanged>> {
  const deed = { verb: 'meetings.plan', subject: { kind: 'meeting', id: seen.id.slice(0, 100) }, detail: { turn: 'facts changed' } }
  return act(context, deed, async (tx): Promise<Outcome<FactsChanged>> => {
    const found = await meetingAtHand(tx.reader, seen.id)
    if (!found.ok) return found
    const { meeting, body } = found.value
    const may = mayBeToldAnew(found.value)
    if (!may.ok) return may
    const read = readFacts(meeting.facts, change)
    if (!read.ok) return read
    if (change.note.length > 1000) return refuse('invalid', '', [{ field: 'note', message: 'Shorten the note to 1000 characters' }])
    const { facts, minutes } = read.value
    const changed = await changeMeeting(tx, meeting.id, seen.revision, app.now())
    if (!changed.ok) return changed
    await saveFacts(tx, meeting.id, facts)
    if (facts.time !== meeting.facts.time) await retimeAgenda(tx, meeting.id)
    await keepLength(tx, meeting.id, minutes)
    const news = newAnnouncement(found.value, facts, change.note)
    if (news !== undefined) await publishVersion(
      tx,
      { ...news, papers: [], issue: issueOf(withoutAgenda(facts), body) },
      instantOf(context.today, app.now()),
    )
    const says = differences(meeting.facts, facts)
    if (!change.tellsMembers || says.length === 0 || !isToCome(found.value, context.today)) return ok({ isPublished: news !== undefined, told: 0 })
    const lines = [
      `The meeting of the ${body.name} on ${formatDay(facts.date)} was changed:`,
      '',
      ...says,
      ...(change.note === '' ? [] : ['', change.note]),
      '',
      `${app.origin}${meetingAddress(facts)}`,
    ]
    const told = await tell(tx, await toldOf(tx.reader, body.slug, facts.date), `Changed: ${body.name}, ${formatDay(facts.date)}`, lines)
    return told.ok ? ok({ isPublished: news !== undefined, told: told.value }) : told
  })
}

/** The next version of an announcement that says something else now; undefined where it says the same, or where an agenda is published. */
function newAnnouncement(
  { standing, agendaSince, body, meeting }: MeetingAtHand,
  facts: MeetingFacts,
  note: string,
): { version: number; note: string; meeting: PublishedMeeting } | undefined {
  if (standing === undefined || agendaSince !== undefined) return undefined
  const next = announcementOf(facts, body)
  if (isDeepStrictEqual(asKept(next), asKept(standing.meeting))) return undefined
  const isPublic = facts.public && !facts.privateDevelopment
  const says = isPublic ? differences(meeting.facts, facts) : []
  const words = [...(says.length === 0 ? ['The announcement was changed.'] : says), ...(isPublic && note !== '' ? [note] : [])]
  return { version: standing.version + 1, note: words.join(' '), meeting: next }
}

/** As the database gives it back: without the fields that say nothing. */
function asKept(meeting: PublishedMeeting): unknown {
  return JSON.parse(JSON.stringify(meeting))
}

/** What changed, in sentences. */
function differences(before: MeetingFacts, after: MeetingFacts): string[] {
  const time = (facts: MeetingFacts) => (facts.time === undefined ? 'not known yet' : formatTime(facts.time))
  const place = placeInWords(after)
  return [
    ...(before.time === after.time ? [] : [`The time is now ${time(after)} (it was ${time(before)}).`]),
    ...(placeInWords(before) === place ? [] : [`The place is now: ${place} (it was: ${placeInWords(before)}).`]),
    ...(before.title === after.title || after.title === undefined ? [] : [`It is now called “${after.title}”.`]),
    ...(isDeepStrictEqual(before.contact, after.contact) ? [] : ['The contact was changed.']),
    ...(isDeepStrictEqual(before.alsoInvited, after.alsoInvited) ? [] : ['Who is invited was changed.']),
    ...(before.webcast === after.webcast || place !== placeInWords(before) ? [] : ['The webcast was changed.']),
  ]
}
