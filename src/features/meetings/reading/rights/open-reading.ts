import { recordRefusal } from '#access/act.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Context, Deed } from '#access/act.ts'
import { parseDate, type LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { issuedMeeting, issuedPapers, type IssuedPaper, type IssuedVersion } from '../../publication/issued-meetings.ts'
import { publishedMeeting } from '../../publication/published-meetings.ts'
import { rightTo, type ReadingRight } from './reading-right.ts'
import { holdsWithheld, isPrivate, visibleMeeting, visiblePapers } from './visible-meeting.ts'

/** A meeting at an address below `/staff/packs`. */
export interface MeetingAddress {
  readonly body: string
  readonly date: LocalDate
  /** Left out for the version that stands. */
  readonly version?: number
}

/** One version of a meeting as one reader may see it. */
export interface OpenMeeting extends IssuedVersion {
  readonly right: ReadingRight
  /** Something is withheld from the public. */
  readonly holdsWithheld: boolean
}

export interface OpenPack extends OpenMeeting {
  readonly papers: readonly IssuedPaper[]
}

const noMeeting = refuse('not-found', 'No meeting of this body is published for this day. Your meetings are listed under “My packs”.')

/** The meeting that a request is about; refused where its address is none. */
export function meetingAddress(request: Pick<StaffRequest, 'params' | 'query'>): Outcome<MeetingAddress> {
  const { body = '', date: day = '' } = request.params
  const version = request.query.get('version') ?? ''
  const date = parseDate(day)
  if (date === undefined || (version !== '' && !/^[1-9]\d{0,5}$/.test(version))) return noMeeting
  return ok({ body, date, ...(version === '' ? {} : { version: Number(version) }) })
}

/** Where a meeting is read. */
export function packAddress({ body, date }: Pick<MeetingAddress, 'body' | 'date'>): string {
  return `/staff/packs/${body}/${date}`
}

/** The deed of reading it, for `look`. */
export function readingOf({ body, date }: Pick<MeetingAddress, 'body' | 'date'>, verb = 'packs.read'): Deed {
  return { verb, subject: { kind: 'meeting', id: `${body.slice(0, 200)}/${date}` } }
}

/** The meeting as this actor may see it; refused where there is none. Four queries. */
export async function openMeeting(reader: Reader, context: Context, { body, date, version }: MeetingAddress): Promise<Outcome<OpenMeeting>> {
  const issued = await issuedMeeting(reader, body, date, version)
  const published = await publishedMeeting(reader, body, date, version)
  if (issued === undefined || published === undefined) return noMeeting
  const granted = await rightTo(reader, context.actor, { body, date, version: issued.version })
  // A right to what is withheld is of no use to a role that may not have it.
  const right: ReadingRight = context.may(context.actor, 'packs.read-withheld') ? granted : { sees: 'public' }
  if (isPrivate(issued.meeting) && right.sees === 'public') return refuse('not-allowed', 'This meeting is private. Its agenda and papers are for the members of the body and its officers.')
  return ok({ ...issued, meeting: visibleMeeting(issued.meeting, published.meeting, right), right, holdsWithheld: holdsWithheld(issued) })
}

/** The same with every paper that this actor may read. */
export async function openPack(reader: Reader, context: Context, address: MeetingAddress): Promise<Outcome<OpenPack>> {
  const opened = await openMeeting(reader, context, address)
  if (!opened.ok) return opened
  return ok({ ...opened.value, papers: visiblePapers(await issuedPapers(reader, { ...address, version: opened.value.version }), opened.value.right) })
}

/** Reads for whoever is signed in; what they may not have is refused, and the attempt at it recorded once, as one at what is withheld. */
export async function readPack<T>(context: Context, address: MeetingAddress, reading: (reader: Reader) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const looked = await look(context, readingOf(address), async (reader) => ok(await reading(reader)))
  if (!looked.ok) return looked
  const read = looked.value
  return !read.ok && read.refusal.kind === 'not-allowed' ? recordRefusal(context, readingOf(address, 'packs.read-withheld'), read) : read
}
