import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { act, type Context } from '#access/act.ts'
import { membersWithAccounts } from '#features/bodies'
import { instantOf, placeOnNextAgenda, type MeetingsApp } from '#features/meetings'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { takeTurn } from '../doors/take-turn.ts'
import { keptLeads } from '../leads/keep-leads.ts'
import { areasOf } from '../leads/lead-members.ts'
import type { GroupsTables } from '../tables.ts'
import { updatesSubject } from './member-update.ts'

/** An update as it was typed; revision 0 where none waits yet. */
export interface TypedUpdate {
  readonly body: string
  readonly area: string
  readonly words: string
  readonly revision: number
}

const longest = 4000

/**
 * Keeps what a lead member tells the body before its next meeting, and puts the item of member updates on that agenda. It can be written anew until the
 * agenda is published. Refused for an area that somebody else leads, and where no meeting is planned whose agenda is open.
 */
export function tellUpdate(context: Context, app: Pick<MeetingsApp, 'now'>, typed: TypedUpdate): Promise<Outcome<void>> {
  const words = cleanText(typed.words).trim()
  return act(context, { verb: 'groups.tell', subject: { kind: 'member-update', id: typed.body.slice(0, 200) } }, async (tx) => {
    const person = await leadNameOf(tx.reader, context, typed)
    if (person === undefined) return refuse('not-allowed', 'You do not lead for this area, so its update is not yours to write. An officer can put right who leads for it.')
    if (words === '') return refuse('invalid', '', [{ field: 'words', message: 'Write what you did since your last update' }])
    if (words.length > longest) return refuse('invalid', '', [{ field: 'words', message: `Shorten this to ${longest} characters. You have ${words.length.toLocaleString('en-GB')}` }])
    await takeTurn(tx, context)
    if (await isTold(tx.reader, { ...typed, words, person })) return ok(undefined)
    const at = instantOf(context.today, app.now())
    const date = await placeUpdates(tx, typed.body, context.today)
    if (date === undefined) return refuse('not-now', 'No meeting of this body is planned whose agenda is still open. What you typed is still here: keep it until one is.')
    const isKept = await keepUpdate(tx, { ...typed, words, person, date, at })
    return isKept ? ok(undefined) : refuse('conflict', 'This update was changed or published while you had it open. What you typed is still here: compare it with what stands.')
  })
}

/** The name under which this person leads for an area today; undefined where they do not. */
async function leadNameOf(reader: Reader, { actor, today }: Context, { body, area }: TypedUpdate): Promise<string | undefined> {
  if (actor.kind !== 'person') return undefined
  const { leads } = await keptLeads(reader, body)
  const names = (await membersWithAccounts(reader, body, today)).filter(({ person }) => person === actor.person).map(({ name }) => name)
  return names.find((name) => areasOf(leads, name, today).some((one) => one.area === area))
}

/** What waits for the area says these words already: the form was sent twice. */
async function isTold(reader: Reader, { body, area, person, words }: Pick<ToKeep, 'body' | 'area' | 'person' | 'words'>): Promise<boolean> {
  const row = await reader
    .tables<GroupsTables>()
    .selectFrom('work.member_updates as told')
    .select('told.id')
    .where('told.body', '=', body)
    .where('told.area', '=', area)
    .where('told.person', '=', person)
    .where('told.words', '=', words)
    .where('told.is_out', '=', false)
    .executeTakeFirst()
  return row !== undefined
}

/** Puts the item of member updates on the body's next open agenda, once; answers the day of the meeting. */
export async function placeUpdates(tx: Transaction, body: string, today: LocalDate): Promise<LocalDate | undefined> {
  const item = { origin: 'member-updates', title: 'Member updates', kind: 'information' as const, note: 'What lead members have done since the last meeting.', subjects: [updatesSubject] }
  return (await placeOnNextAgenda(tx, { body, after: today }, item))?.date
}

interface ToKeep extends TypedUpdate {
  readonly person: string
  readonly date: LocalDate
  readonly at: Date
}

async function keepUpdate(tx: Transaction, { body, area, words, revision, person, date, at }: ToKeep): Promise<boolean> {
  const tables = tx.tables<GroupsTables>()
  const told = { person, words, meeting_date: date, told_at: at }
  const row =
    revision === 0
      ? await tables
          .insertInto('work.member_updates')
          .values({ id: randomUUID(), body, area, ...told })
          .onConflict((conflict) => conflict.columns(['council', 'body', 'area'] as never).where('is_out', '=', false).doNothing())
          .returning('work.member_updates.id')
          .executeTakeFirst()
      : await tables
          .updateTable('work.member_updates as told')
          .set({ ...told, revision: sql<number>`told.revision + 1` })
          .where('told.body', '=', body)
          .where('told.area', '=', area)
          .where('told.is_out', '=', false)
          .where('told.revision', '=', revision)
          .returning('told.id')
          .executeTakeFirst()
  return row !== undefined
}
