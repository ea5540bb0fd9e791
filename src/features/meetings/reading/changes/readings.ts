import { sql, type RawBuilder } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { PersonId } from '#access/actor.ts'
import { act, type Context } from '#access/act.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { isOfMeeting } from '../../publication/version-records.ts'
import { openMeeting, packAddress, readingOf, type MeetingAddress, type OpenMeeting } from '../rights/open-reading.ts'
import type { ReadingTables } from '../tables.ts'

/** What somebody has opened or read of a meeting. */
export interface LastReading {
  /** The day on which the meeting stood when they read of it: it may have been moved since. */
  readonly date: LocalDate
  readonly version: number
  readonly readAt: Date
  /** They said that they have read it; else they only opened it. */
  readonly isMarked: boolean
  /** The version of that day that they had read before that. */
  readonly earlier?: number
}

/** What the person who is asking read last of a meeting, of this day or of one from which it was moved here; the database shows nobody else's. */
export async function lastReading(reader: Reader, person: PersonId, { body, date, version }: MeetingAddress): Promise<LastReading | undefined> {
  const asked = version === undefined ? undefined : sql<number>`${version}::integer`
  const row = await reader
    .tables<ReadingTables>()
    .selectFrom('work.readings as read')
    .select(['read.meeting_date', 'read.version', 'read.read_at', 'read.is_marked', 'read.earlier_version'])
    .where('read.person', '=', person)
    .where(isReadingOf({ body: sql`${body}::text`, date: sql`${date}::date`, version: asked }))
    .orderBy(sql`read.meeting_date = ${date}::date`, 'desc')
    .orderBy('read.read_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { date: row.meeting_date, version: row.version, readAt: row.read_at, isMarked: row.is_marked, ...given('earlier', row.earlier_version) }
}

/** For a query: whether the row `read` is of this meeting, on this day or on one from which it was moved. */
export function isReadingOf(meeting: Parameters<typeof isOfMeeting>[1]): RawBuilder<boolean> {
  return sql<boolean>`(${isOfMeeting('read', meeting)} and (read.meeting_date = ${meeting.date} or exists (
    select from published.meetings as gone
    where gone.body = read.body and gone.meeting_date = read.meeting_date and gone.meeting ->> 'movedTo' is not null)))`
}

/** Whether somebody has opened this version, or a later one of the same day. */
export function hasSeen(last: LastReading, { version, meeting }: Pick<OpenMeeting, 'version' | 'meeting'>): boolean {
  return last.date === meeting.date && last.version >= version
}

/** Notes that the person has opened this version, or says that they have read it; one opened before stays known, so that what was new can still be looked up. An earlier version than the last changes nothing. */
export async function markRead(context: Context, address: MeetingAddress & { readonly version: number }, now: Date, how: 'opened' | 'read' = 'read'): Promise<Outcome<{ version: number }>> {
  const { actor } = context
  if (actor.kind !== 'person') return refuse('not-allowed', 'Sign in to mark what you have read.')
  return act(context, { ...readingOf(address), detail: { version: address.version } }, async (tx) => {
    const opened = await openMeeting(tx.reader, context, address)
    if (!opened.ok) return opened
    const last = await lastReading(tx.reader, actor.person, address)
    const known = last?.date === address.date ? last : undefined
    const isSame = known?.version === address.version
    const isKnown = known !== undefined && known.version >= address.version
    if (isKnown && !(isSame && how === 'read' && !known.isMarked)) return ok({ version: known.version })
    const earlier = isSame ? known.earlier : known?.version
    const read = { version: address.version, read_at: now, is_marked: how === 'read', earlier_version: earlier ?? null }
    await tx
      .tables<ReadingTables>()
      .insertInto('work.readings')
      .values({ person: actor.person, body: address.body, meeting_date: address.date, ...read })
      .onConflict((conflict) => conflict.columns(['council', 'person', 'body', 'meeting_date'] as never).doUpdateSet(read))
      .execute()
    return ok({ version: address.version })
  })
}

/** Where a version is marked as read. */
export function markAddress(address: MeetingAddress): string {
  return `${packAddress(address)}/seen`
}
