import type { LocalDate } from '#core/dates.ts'
import { addDays } from '#core/dates.ts'
import { meetingsInList } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import type { GroupsTables } from '../tables.ts'
import type { MemberUpdate } from './member-update.ts'

/** Updates that no agenda has published yet. */
export async function waitingUpdates(reader: Reader): Promise<MemberUpdate[]> {
  const rows = await updates(reader).where('told.is_out', '=', false).orderBy('told.body').orderBy('told.area').limit(2000).execute()
  return rows
}

const shown = 5

/** What a member wrote last and was published, the newest first. */
export function lastUpdatesOf(reader: Reader, people: readonly string[]): Promise<MemberUpdate[]> {
  if (people.length === 0) return Promise.resolve([])
  return updates(reader).where('told.person', 'in', people).where('told.is_out', '=', true).orderBy('told.told_at', 'desc').limit(shown).execute()
}

function updates(reader: Reader) {
  return reader
    .tables<GroupsTables>()
    .selectFrom('work.member_updates as told')
    .select(['told.id', 'told.body', 'told.meeting_date as date', 'told.area', 'told.person', 'told.words', 'told.told_at as toldAt', 'told.revision'])
}

/** A published update, on its meeting's item. */
export interface PublishedUpdate {
  readonly area: string
  readonly person: string
  readonly words: string
}

/** What was told to a meeting whose agenda is published, by area. */
export function publishedUpdates(reader: Reader, body: string, date: LocalDate): Promise<PublishedUpdate[]> {
  return reader
    .tables<GroupsTables>()
    .selectFrom('published.member_updates as told')
    .select(['told.area', 'told.person', 'told.words'])
    .where('told.body', '=', body)
    .where('told.meeting_date', '=', date)
    .orderBy('told.area')
    .limit(200)
    .execute()
}

/** More meetings than a body plans at once. */
const mostPlanned = 60

/** The day of each body's next meeting whose agenda is still open, as its calendar says it. */
export async function nextOpenMeetings(reader: Reader, bodies: readonly string[], today: LocalDate): Promise<ReadonlyMap<string, LocalDate>> {
  const next = new Map<string, LocalDate>()
  // A council has one or two bodies with lead members.
  for (const body of bodies) {
    const coming = await meetingsInList(reader, { body, from: addDays(today, 1), order: 'first-to-last', limit: mostPlanned })
    const open = coming.find(({ status, hasAgenda }) => status === 'planned' && !hasAgenda)
    if (open !== undefined) next.set(body, open.date)
  }
  return next
}
