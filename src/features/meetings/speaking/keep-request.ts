import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import type { RequestId, requestStates } from './speaking-request.ts'
import type { SpeakingTables } from './tables.ts'

/** What may be changed of a request after it was asked. */
export interface RequestChange {
  readonly state?: (typeof requestStates)[number]
  readonly reason?: string | null
  readonly decided_by?: string
  readonly decided_at?: Date
  /** `last` puts an accepted speaker behind the others. */
  readonly place?: 'last' | null
  readonly has_spoken?: boolean
  readonly response?: 'none' | 'promised' | 'published'
  readonly response_due?: LocalDate | null
  readonly asked_about?: string
  readonly response_text?: string
  readonly response_number?: number
}

/** Saves the change if the request is still at this revision; answers whether it was. */
export async function changeRequest(tx: Transaction, id: RequestId, revision: number, { place, ...change }: RequestChange): Promise<boolean> {
  const row = await tx
    .tables<SpeakingTables>()
    .updateTable('work.speaking_requests as request')
    .set({ ...change, ...(place === undefined ? {} : { place: place === null ? null : behindAll }), revision: sql<number>`request.revision + 1` })
    .where('request.id', '=', id)
    .where('request.revision', '=', revision)
    .returning('request.id')
    .executeTakeFirst()
  return row !== undefined
}

const behindAll = sql<number>`(select coalesce(max(other.place), 0) + 1 from work.speaking_requests as other where other.meeting = request.meeting)`

/** Gives the accepted speakers of a meeting the places 1, 2, 3 … in this order. */
export async function placeSpeakers(tx: Transaction, order: readonly RequestId[]): Promise<void> {
  if (order.length === 0) return
  const places = sql.join(order.map((id, index) => sql`(${id}::uuid, ${index + 1}::integer)`))
  await sql`update work.speaking_requests set place = placed.place from (values ${places}) as placed (id, place) where speaking_requests.id = placed.id and speaking_requests.state = 'accepted'`.execute(tx.tables())
}

/** Holds the meeting against others who number its responses or order its speakers until the transaction ends. */
export async function holdSpeakers(tx: Transaction, meeting: MeetingId): Promise<void> {
  await sql`select id from work.meetings where id = ${meeting} for update`.execute(tx.tables())
}
