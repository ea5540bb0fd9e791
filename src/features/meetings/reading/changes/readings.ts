import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import { act, type Context } from '#access/act.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { openMeeting, packAddress, readingOf, type MeetingAddress } from '../rights/open-reading.ts'
import type { ReadingTables } from '../tables.ts'

/** What somebody has opened or read of a meeting. */
export interface LastReading {
  readonly version: number
  readonly readAt: Date
  /** They said that they have read it; else they only opened it. */
  readonly isMarked: boolean
  /** The version they had read before that. */
  readonly earlier?: number
}

/** What the person who is asking read last of a meeting; the database shows nobody else's. */
export async function lastReading(reader: Reader, person: PersonId, { body, date }: { readonly body: string; readonly date: LocalDate }): Promise<LastReading | undefined> {
  const row = await reader
    .tables<ReadingTables>()
    .selectFrom('work.readings')
    .select(['work.readings.version', 'work.readings.read_at', 'work.readings.is_marked', 'work.readings.earlier_version'])
    .where('work.readings.person', '=', person)
    .where('work.readings.body', '=', body)
    .where('work.readings.meeting_date', '=', date)
    .executeTakeFirst()
  return row && { version: row.version, readAt: row.read_at, isMarked: row.is_marked, ...(row.earlier_version === null ? {} : { earlier: row.earlier_version }) }
}

/** Notes that the person has opened this version, or says that they have read it; one opened before stays known, so that what was new can still be looked up. An earlier version than the last changes nothing. */
export async function markRead(context: Context, address: MeetingAddress & { readonly version: number }, now: Date, how: 'opened' | 'read' = 'read'): Promise<Outcome<{ version: number }>> {
  const { actor } = context
  if (actor.kind !== 'person') return refuse('not-allowed', 'Sign in to mark what you have read.')
  return act(context, { ...readingOf(address), detail: { version: address.version } }, async (tx) => {
    const opened = await openMeeting(tx.reader, context, address)
    if (!opened.ok) return opened
    const known = await lastReading(tx.reader, actor.person, address)
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
