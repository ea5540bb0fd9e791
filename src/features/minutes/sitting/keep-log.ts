import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { MeetingId } from '#features/meetings'
import type { Happening, HappeningId, Recorded } from './happening.ts'
import type { SittingTables } from './tables.ts'

/** All that was recorded of a meeting, what was struck included, in the order of recording. */
export async function logOf(reader: Reader, meeting: MeetingId): Promise<Recorded[]> {
  const rows = await reader
    .tables<SittingTables>()
    .selectFrom('work.sitting_log as log')
    .select(['log.id', 'log.place', 'log.item', 'log.happening', 'log.recorded_by', 'log.recorded_at'])
    .where('log.meeting', '=', meeting)
    .orderBy('log.place')
    .execute()
  return rows.map((row) => ({ id: row.id, order: row.place, item: row.item, what: row.happening, by: row.recorded_by, at: row.recorded_at.toISOString() }))
}

/** Holds the record of the meeting against others who add to it until the transaction ends. */
export async function holdLog(tx: Transaction, meeting: MeetingId): Promise<void> {
  await sql`select id from work.meetings where id = ${meeting} for update`.execute(tx.tables())
}

/** What is added to the record. */
export interface Addition {
  readonly item: number
  readonly what: Happening
}

/** Who adds, when, and by which press of a button. */
export interface Adding {
  readonly by: string
  readonly at: Date
  readonly press: string
}

/** Adds behind what is recorded already; the record must be held, and this press not be recorded before. Answers the ids of what was added. */
export async function addToLog(tx: Transaction, meeting: MeetingId, additions: readonly Addition[], { by, at, press }: Adding): Promise<HappeningId[]> {
  if (additions.length === 0) return []
  const tables = tx.tables<SittingTables>()
  const last = await tables.selectFrom('work.sitting_log as log').select((one) => one.fn.max('log.place').as('place')).where('log.meeting', '=', meeting).executeTakeFirst()
  const from = (last?.place ?? 0) + 1
  const rows = additions.map(({ item, what }, index) => ({
    meeting,
    place: from + index,
    item,
    happening: JSON.stringify(what),
    press: index === 0 ? press : `${press} ${index}`,
    recorded_by: by,
    recorded_at: at,
  }))
  const added = await tables.insertInto('work.sitting_log').values(rows).returning('work.sitting_log.id').execute()
  return added.map(({ id }) => id)
}

/** The name of a press: its form with what it says. The same form with other words, after the Back button, is another press, so that nothing that was typed is lost. */
export function pressOn(mark: string, says: unknown): string {
  return `${mark} ${createHash('sha256').update(JSON.stringify(says)).digest('hex').slice(0, 16)}`
}

/** Whether this press was recorded already. */
export async function isPressed(reader: Reader, meeting: MeetingId, press: string): Promise<boolean> {
  const row = await reader.tables<SittingTables>().selectFrom('work.sitting_log as log').select('log.id').where('log.meeting', '=', meeting).where('log.press', '=', press).executeTakeFirst()
  return row !== undefined
}
