import { ok, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { bodiesWithOpenAgenda, instantOf, publishedMeeting, type FollowAgendas, type MeetingsApp } from '#features/meetings'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { markPublished } from '#platform/http/publication.ts'
import { itemOut } from '../agenda/item-out.ts'
import type { GroupsTables } from '../tables.ts'
import { updatesSubject } from './member-update.ts'
import { placeUpdates } from './tell.ts'

interface AtMeeting {
  readonly body: string
  readonly date: LocalDate
}

/** What has to be done with the updates that wait: published with their agenda, or taken on to a later meeting that is planned. */
interface ToBring {
  readonly out: readonly AtMeeting[]
  readonly missed: readonly AtMeeting[]
}

/**
 * Publishes the updates whose agenda is published, and takes on those whose meeting was cancelled, went by, or went out without them. Writes nothing where
 * nothing has changed; answers how many meetings' updates it published.
 */
export async function bringUpdates(context: Context, app: Pick<MeetingsApp, 'now'>): Promise<Outcome<{ published: number }>> {
  const found = await context.database.read(actorKey(context.actor), (reader) => updatesToBring(reader, context.today))
  return found.out.length + found.missed.length === 0 ? ok({ published: 0 }) : bringUpdatesNow(context, app)
}

/** The same because somebody asked for it: their asking is recorded, whether or not anything was to be done. */
export function bringUpdatesNow(context: Context, app: Pick<MeetingsApp, 'now'>): Promise<Outcome<{ published: number }>> {
  return act(context, { verb: 'groups.publish', subject: { kind: 'member-updates', id: 'waiting' } }, async (tx) => {
    const toBring = await updatesToBring(tx.reader, context.today)
    await bring(tx, toBring, context.today, instantOf(context.today, app.now()))
    return ok({ published: toBring.out.length })
  })
}

/** The same for one body, in the deed that publishes its agenda, or after which another of its agendas is open. */
export const updatesFollowAgendas: FollowAgendas = async (tx, { body, context: { today }, app }) => {
  await bring(tx, await updatesToBring(tx.reader, today, body), today, instantOf(today, app.now()))
}

async function bring(tx: Transaction, { out, missed }: ToBring, today: LocalDate, at: Date): Promise<void> {
  for (const meeting of out) await publishUpdates(tx, meeting, at)
  for (const { body, date } of missed) {
    const next = await placeUpdates(tx, body, today)
    if (next !== undefined) await rebind(tx, { body, date }, next)
  }
  if (out.length > 0) await markPublished(tx)
}

/** One row for each meeting that something waits for: a body has one or two. */
async function updatesToBring(reader: Reader, today: LocalDate, ofBody?: string): Promise<ToBring> {
  const meetings = await reader
    .tables<GroupsTables>()
    .selectFrom('work.member_updates as told')
    .select(['told.body', 'told.meeting_date as date'])
    .distinct()
    .where('told.is_out', '=', false)
    .$if(ofBody !== undefined, (query) => query.where('told.body', '=', ofBody ?? ''))
    .orderBy('told.body')
    .orderBy('told.meeting_date')
    .execute()
  const [out, missed]: [AtMeeting[], AtMeeting[]] = [[], []]
  for (const meeting of meetings) {
    if ((await itemOut(reader, meeting.body, meeting.date, updatesSubject)) !== undefined) out.push(meeting)
    else if (await isMissed(reader, meeting, today)) missed.push(meeting)
  }
  const open = await bodiesWithOpenAgenda(reader, missed.map(({ body }) => body), today)
  return { out, missed: missed.filter(({ body }) => open.has(body)) }
}

/** The meeting will not take it: it is over, or its agenda is published or cancelled. */
async function isMissed(reader: Reader, { body, date }: AtMeeting, today: LocalDate): Promise<boolean> {
  const standing = await publishedMeeting(reader, body, date)
  return date < today || (standing !== undefined && standing.meeting.status !== 'planned')
}

async function publishUpdates(tx: Transaction, { body, date }: AtMeeting, at: Date): Promise<void> {
  const tables = tx.tables<GroupsTables>()
  const told = await tables
    .updateTable('work.member_updates as told')
    .set({ is_out: true })
    .where('told.body', '=', body)
    .where('told.meeting_date', '=', date)
    .where('told.is_out', '=', false)
    .returning(['told.id', 'told.body', 'told.meeting_date', 'told.area', 'told.person', 'told.words', 'told.told_at'])
    .execute()
  if (told.length > 0) await tables.insertInto('published.member_updates').values(told.map((row) => ({ ...row, published_at: at }))).execute()
}

async function rebind(tx: Transaction, { body, date }: AtMeeting, next: LocalDate): Promise<void> {
  await tx
    .tables<GroupsTables>()
    .updateTable('work.member_updates')
    .set({ meeting_date: next })
    .where('work.member_updates.body', '=', body)
    .where('work.member_updates.meeting_date', '=', date)
    .where('work.member_updates.is_out', '=', false)
    .execute()
}
