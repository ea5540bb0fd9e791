import { sql, type Selectable } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { londonMoment } from '#core/london-time.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'
import type { MeetingFacts, MeetingId } from '../work/meeting-in-work.ts'
import type { RequestId, Response, SpeakingRequest, Standing } from './speaking-request.ts'
import type { SpeakingTables } from './tables.ts'

/** The requests of a meeting: the accepted in their order, the others by when they were asked. */
export async function requestsOf(reader: Reader, meeting: MeetingId): Promise<SpeakingRequest[]> {
  const rows = await reader
    .tables<SpeakingTables>()
    .selectFrom('work.speaking_requests as request')
    .selectAll('request')
    .where('request.meeting', '=', meeting)
    .orderBy('request.place')
    .orderBy('request.asked_at')
    .orderBy('request.id')
    .execute()
  return rows.map((row) => requestFrom(row))
}

/** One request; undefined where there is none. */
export async function requestOf(reader: Reader, id: RequestId): Promise<SpeakingRequest | undefined> {
  const row = await reader.tables<SpeakingTables>().selectFrom('work.speaking_requests as request').selectAll('request').where('request.id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : requestFrom(row)
}

/** What is kept of a meeting's day and place; undefined where there is no such meeting. */
export async function meetingFacts(reader: Reader, id: MeetingId): Promise<MeetingFacts | undefined> {
  const row = await reader.tables<MeetingsTables>().selectFrom('work.meetings').select('work.meetings.facts').where('work.meetings.id', '=', id).executeTakeFirst()
  return row?.facts
}

/** A meeting at which something is to be done about speakers, or which is still to hear some. */
export interface MeetingWithSpeakers {
  readonly meeting: MeetingId
  readonly body: string
  readonly date: LocalDate
  /** Requests that are not decided. */
  readonly undecided: number
  /** Of those, asked after the closing time. */
  readonly late: number
  /** Accepted speakers of a meeting that is not over. */
  readonly toHear: number
  /** Accepted speakers of a meeting that is over, of whom it is not noted whether they spoke. */
  readonly toNote: number
  /** Responses that were promised and are not published. */
  readonly promised: number
  /** The first day on which one of them is due. */
  readonly due?: LocalDate
}

interface SpeakersAsked {
  readonly today: LocalDate
  readonly limit: number
  /** Of these bodies only, where they are named: for their chairs, who note nothing afterwards. */
  readonly bodies?: readonly string[] | undefined
}

/** Meetings with requests to decide, speakers to hear, turns to note or responses to publish, by day. A meeting is over on the day after it. One query. */
export async function meetingsWithSpeakers(reader: Reader, { today, limit, bodies }: SpeakersAsked): Promise<MeetingWithSpeakers[]> {
  const speaks = sql<boolean>`(request.state = 'accepted' and request.has_spoken is null and request.cleared_on is null and meeting.facts ->> 'status' is distinct from 'cancelled')`
  const isOver = sql<boolean>`meeting.meeting_date < ${today}::date`
  const rows = await reader
    .tables<MeetingsTables & SpeakingTables>()
    .selectFrom('work.speaking_requests as request')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'request.meeting')
    .select(['meeting.id', 'meeting.body', 'meeting.meeting_date'])
    .select((one) => [
      one.fn.countAll<number>().filterWhere('request.state', '=', 'asked').as('undecided'),
      one.fn.countAll<number>().filterWhere('request.state', '=', 'asked').filterWhere('request.is_late', '=', true).as('late'),
      one.fn.countAll<number>().filterWhere(sql<boolean>`${speaks} and not ${isOver}`).as('toHear'),
      one.fn.countAll<number>().filterWhere(sql<boolean>`${speaks} and ${isOver} and ${bodies === undefined}::boolean`).as('toNote'),
      one.fn.countAll<number>().filterWhere('request.response', '=', 'promised').as('promised'),
      one.fn.min('request.response_due').filterWhere('request.response', '=', 'promised').as('due'),
    ])
    .where((where) => where.or([where('request.state', '=', 'asked'), where('request.response', '=', 'promised'), bodies === undefined ? speaks : sql<boolean>`${speaks} and not ${isOver}`]))
    .$if(bodies !== undefined, (query) => query.where('meeting.body', '=', sql<string>`any(${sql.val([...(bodies ?? [])])}::text[])`))
    .groupBy(['meeting.id', 'meeting.body', 'meeting.meeting_date'])
    .orderBy('meeting.meeting_date')
    .orderBy('meeting.body')
    .limit(limit)
    .execute()
  return rows.map(({ id, meeting_date, due, ...row }) => ({ ...row, meeting: id, date: meeting_date, ...given('due', due) }))
}

type Row = Selectable<SpeakingTables['work.speaking_requests']>

function requestFrom(row: Row): SpeakingRequest {
  return {
    id: row.id,
    reference: row.reference,
    meeting: row.meeting,
    item: { number: row.item, title: row.item_title },
    askedAt: londonMoment(row.asked_at.toISOString()),
    isLate: row.is_late,
    isMailed: row.is_mailed,
    ...given('asking', askingFrom(row)),
    standing: standingFrom(row),
    ...given('hasSpoken', row.has_spoken),
    response: responseFrom(row),
    revision: row.revision,
  }
}

function askingFrom(row: Row): SpeakingRequest['asking'] {
  const { name, email, statement } = row
  if (name === null || email === null || statement === null) return undefined
  return { name, email, statement, mayBeNamed: row.may_be_named, ...given('phone', row.phone), ...given('onBehalf', row.on_behalf), ...given('needs', row.needs) }
}

function standingFrom({ state, decided_by, decided_at, reason, place }: Row): Standing {
  if (state === 'asked' || decided_at === null) return { state: 'asked' }
  const decided = { by: decided_by ?? '', at: londonMoment(decided_at.toISOString()) }
  if (state === 'accepted') return { state, place: place ?? 0, ...given('reason', reason), ...decided }
  return state === 'declined' ? { state, reason: reason ?? '', ...decided } : { state, ...decided }
}

function responseFrom(row: Row): Response {
  const said = { askedAbout: row.asked_about, text: row.response_text }
  if (row.response === 'promised') return { state: 'promised', ...said, ...given('due', row.response_due) }
  if (row.response === 'published' && row.response_number !== null) return { state: 'published', number: row.response_number, ...said }
  return { state: 'none' }
}
