import { isDeepStrictEqual } from 'node:util'
import { formatDate } from '#core/date-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { meetingInWork, type MeetingId, type MeetingInWork } from '#features/meetings'
import type { TakingTables } from '../tables.ts'
import { beginMinutes, holdMinutes } from '../work/keep-minutes.ts'
import type { MinutesInWork } from '../work/minutes-in-work.ts'

/** What is kept of the state of minutes, and of the file that they came from. */
export function headOf(reader: Reader, meeting: MeetingId) {
  return reader
    .tables<TakingTables>()
    .selectFrom('work.minutes_of_meetings as taken')
    .select(['taken.state', 'taken.revision', 'taken.fingerprint', 'taken.edited_at', 'taken.circulated_at'])
    .where('taken.meeting', '=', meeting)
    .executeTakeFirst()
}

/**
 * Holds the minutes against whoever writes in them here, until the transaction ends. Refused as a conflict where somebody did, or changed the meeting, since the
 * load was planned: making the PDFs takes a while.
 */
export async function stillAsPlanned(tx: Transaction, { meeting, before }: { readonly meeting: MeetingInWork; readonly before: MinutesInWork }): Promise<Outcome<void>> {
  const { body, date } = meeting.facts
  // Begun in this transaction, they cannot be begun by somebody else at the same time.
  await beginMinutes(tx, { meeting: meeting.id, body })
  await holdMinutes(tx, meeting.id)
  const head = await headOf(tx.reader, meeting.id)
  const isAsItWas = head !== undefined && head.edited_at === null && head.state === before.state && head.revision === Math.max(before.revision, 1)
  if (!isAsItWas) return refuse('conflict', `The minutes of ${body} on ${formatDate(date)} were worked on here while they were loaded. Nothing was loaded, and what was written here stands: leave them out of the file; \`export minutes\` writes them as they stand.`)
  if (!isDeepStrictEqual(await meetingInWork(tx.reader, meeting.id), meeting)) return refuse('conflict', `The meeting of ${body} on ${formatDate(date)} was changed while its minutes were loaded. Nothing was loaded: load them again.`)
  return ok(undefined)
}
