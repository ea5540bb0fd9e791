import type { LocalDate } from '#core/dates.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames, seatsOf } from '#features/bodies'
import type { Reader } from '#platform/database/database.ts'
import { ownTouchedInList } from '../prompts/own-interests.ts'
import { changedItems } from './changed-items.ts'
import type { ListedMeetings } from './meeting-entries.ts'
import { membersMeetings, type MembersFilter, type MembersMeeting } from './members-meetings.ts'

type Meetings = Pick<ListedMeetings, 'meetings' | 'changed' | 'touched'>

/** Whose meetings are listed. */
export interface Choice {
  /** The bodies on which the person sits today. */
  readonly own: ReadonlyMap<string, string>
  /** Every body, for officers and directors, who may choose any; empty for members. */
  readonly all: ReadonlyMap<string, string>
  /** The body that was asked for, where it may be. */
  readonly body: string | undefined
  readonly isOfficer: boolean
}

/** Which bodies' meetings this person is shown. Two queries. */
export async function choiceOf(reader: Reader, { session, today, query }: StaffRequest): Promise<Choice> {
  const { roles, person } = session.actor
  const own = new Map((await seatsOf(reader, person, today)).map((seat) => [seat.body, seat.bodyName]))
  const mayChoose = roles.includes('officer') || roles.includes('director') || own.size === 0
  const all = mayChoose ? await bodyNames(reader) : new Map<string, string>()
  const asked = query.get('body') ?? ''
  return { own, all, body: own.has(asked) || all.has(asked) ? asked : undefined, isOfficer: roles.includes('officer') }
}

/** The meetings of the chosen bodies, of the person's own where none is chosen, of all where they sit on none. Eight queries at most. */
export async function chosenMeetings(reader: Reader, request: StaffRequest, choice: Choice, when: Pick<MembersFilter, 'from' | 'before' | 'isNotHeld' | 'order' | 'limit'>): Promise<Meetings> {
  const { own, body, isOfficer } = choice
  const bodies = body === undefined ? (own.size === 0 ? undefined : [...own.keys()]) : [body]
  const isForMembers = isOfficer || (bodies ?? []).some((one) => own.has(one))
  const meetings = await membersMeetings(reader, request.session.actor.person, { ...when, isForMembers, ...(bodies === undefined ? {} : { bodies }) })
  return { meetings, changed: await changedItems(reader, readEarlier(meetings, request.today), isForMembers), touched: await ownTouchedInList(reader, request, meetings) }
}

/** Those not held yet of which something else stands than what was read. */
function readEarlier(meetings: readonly MembersMeeting[], today: LocalDate) {
  return meetings.flatMap(({ body, date, version, readVersion, readDate = date }) =>
    date >= today && readVersion !== undefined && (readDate !== date || readVersion < version) ? [{ body, date, version, readVersion, readDate }] : [],
  )
}
