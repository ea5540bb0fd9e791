import type { Reader, Transaction } from '#platform/database/database.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import type { PlannerTables } from './tables.ts'

/** Keeps how many minutes a meeting is expected to take; undefined where its body's usual length counts. */
export async function keepLength(tx: Transaction, meeting: MeetingId, minutes: number | undefined): Promise<void> {
  await tx.tables<PlannerTables>().updateTable('work.meetings').set({ expected_minutes: minutes ?? null }).where('work.meetings.id', '=', meeting).execute()
}

export async function lengthOf(reader: Reader, meeting: MeetingId): Promise<number | undefined> {
  const row = await reader.tables<PlannerTables>().selectFrom('work.meetings').select('work.meetings.expected_minutes').where('work.meetings.id', '=', meeting).executeTakeFirst()
  return row?.expected_minutes ?? undefined
}
