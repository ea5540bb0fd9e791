import { sql } from 'kysely'
import { addMonths, type LocalDate } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'
import type { RequestId } from './speaking-request.ts'
import type { SpeakingTables } from './tables.ts'

/** How many months after the meeting the details of those who asked to speak are kept: as the public form promises them. */
const monthsKept = 12

/**
 * Takes the personal details out of requests whose meeting was a year ago: name, how to reach them, what they wished to say, what they need. That
 * somebody asked, on which item, and what was decided stays; so does a published response. For housekeeping; writes nothing where nothing is due.
 */
export async function clearOldRequests(context: Context, today: LocalDate): Promise<Outcome<{ cleared: number }>> {
  const last = addMonths(today, -monthsKept)
  const due = await context.database.read(actorKey(context.actor), (reader) => requestsUntil(reader, last))
  if (due.length === 0) return ok({ cleared: 0 })
  const deed = { verb: 'speaking.clear', subject: { kind: 'speaking-requests', id: `until ${last}` }, detail: { cleared: due.length } }
  return act(context, deed, async (tx) => {
    await tx
      .tables<SpeakingTables>()
      .updateTable('work.speaking_requests as request')
      .set({ name: null, email: null, phone: null, on_behalf: null, statement: null, needs: null, mailbox: null, network: null, cleared_on: today, sending: sql<string>`request.id::text` })
      .set({ reason: sql<string | null>`case when request.state = 'declined' then 'Cleared one year after the meeting.' end`, revision: sql<number>`request.revision + 1` })
      .where('request.id', 'in', due)
      .execute()
    return ok({ cleared: due.length })
  })
}

/** As many at a time as one statement takes with ease; housekeeping comes again. */
const atOnce = 500

async function requestsUntil(reader: Reader, last: LocalDate): Promise<RequestId[]> {
  const rows = await reader
    .tables<MeetingsTables & SpeakingTables>()
    .selectFrom('work.speaking_requests as request')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'request.meeting')
    .select('request.id')
    .where('request.cleared_on', 'is', null)
    .where('meeting.meeting_date', '<=', last)
    .orderBy('meeting.meeting_date')
    .limit(atOnce)
    .execute()
  return rows.map(({ id }) => id)
}
