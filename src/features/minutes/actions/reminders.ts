import { sql } from 'kysely'
import { countOf } from '#core/count-in-words.ts'
import { formatDate } from '#core/date-words.ts'
import { addDays, daysBetween, type LocalDate } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey, type PersonId } from '#access/actor.ts'
import { emailsOf } from '#access/people.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { queueMails, type Mail } from '#platform/mail/queue-mail.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { ActionId } from './action.ts'
import { awaitedOwners, findOwners } from './awaited-owners.ts'
import { lateBefore } from './clock.ts'
import { bodiesWaiting, placeOutstanding } from './outstanding.ts'
import type { ActionsTables } from './tables.ts'

/** Reminders go out so many days before the day, and once more when it is past. */
const daysBefore = 7
/** In one hour; what is more waits for the next. */
const mostAtOnce = 500

interface DueSoon {
  readonly id: ActionId
  readonly number: number
  readonly words: string
  readonly isPublic: boolean
  readonly owner: PersonId
  readonly until: LocalDate
  readonly kind: 'coming' | 'late'
}

/**
 * Once an hour: reminds each owner by mail of what is due within a week and of what is late, once for each day that is set, and puts what is outstanding on the next
 * agendas that can still take it.
 */
export async function keepOutstanding(context: Context, app: Pick<MeetingsApp, 'now' | 'origin'>): Promise<Outcome<unknown>> {
  const waits = await context.database.read(actorKey(context.actor), async (reader) => (await bodiesWaiting(reader)).length + (await dueSoon(reader, context.today)).length + (await awaitedOwners(reader)).length > 0)
  if (!waits) return ok(undefined)
  return act(context, { verb: 'actions.keep', subject: { kind: 'actions', id: 'outstanding' } }, async (tx) => {
    const at = instantOf(context.today, app.now())
    await findOwners(tx, context)
    await placeOutstanding(tx, await bodiesWaiting(tx.reader), context.today)
    return remindOwners(tx, app.origin, context.today, at)
  })
}

async function remindOwners(tx: Transaction, origin: string, today: LocalDate, at: Date): Promise<Outcome<number>> {
  const due = await dueSoon(tx.reader, today)
  if (due.length === 0) return ok(0)
  const emails = await emailsOf(tx.reader, [...new Set(due.map(({ owner }) => owner))])
  await tx
    .tables<ActionsTables>()
    .insertInto('work.action_reminders')
    .values(due.map(({ id, until, kind }) => ({ action: id, due: until, kind, sent_at: at })))
    .execute()
  const mails = [...Map.groupBy(due, ({ owner }) => owner)].flatMap(([owner, actions]) => {
    const to = emails.get(owner)
    return to === undefined ? [] : [reminder(to, actions, origin, today)]
  })
  const queued = await queueMails(tx, mails)
  return queued.ok ? ok(mails.length) : queued
}

async function dueSoon(reader: Reader, today: LocalDate): Promise<DueSoon[]> {
  const kind = sql<'coming' | 'late'>`case when action.waits_until < ${today}::date then 'late' else 'coming' end`
  const rows = await reader
    .tables<ActionsTables>()
    .selectFrom('work.actions as action')
    .select(['action.id', 'action.number', 'action.words', 'action.is_public', 'action.owner', 'action.waits_until', kind.as('kind')])
    .where('action.owner', 'is not', null)
    .where('action.place', '<', lateBefore(addDays(today, daysBefore + 1)))
    .where('action.waits_until', 'is not', null)
    .$narrowType<{ owner: PersonId; waits_until: LocalDate }>()
    .where((one) =>
      one.not(
        one.exists(
          one
            .selectFrom('work.action_reminders as sent')
            .select('sent.action')
            .whereRef('sent.action', '=', 'action.id')
            .whereRef('sent.due', '=', 'action.waits_until')
            .where('sent.kind', '=', kind),
        ),
      ),
    )
    .orderBy('action.place')
    .orderBy('action.number')
    .limit(mostAtOnce)
    .execute()
  return rows.map((row) => ({ id: row.id, number: row.number, words: row.words, isPublic: row.is_public, owner: row.owner, until: row.waits_until, kind: row.kind }))
}

function reminder(to: string, actions: readonly DueSoon[], origin: string, today: LocalDate): Mail {
  const late = actions.filter(({ kind }) => kind === 'late').length
  const subject = late > 0 ? `Late: ${countOf(late, 'answers')} that a body of the council waits for` : `${countOf(actions.length, 'answers')} due within a week`
  const lines = actions.flatMap(({ number, words, isPublic, until, kind }) => [
    `${kind === 'late' ? `Late by ${countOf(daysBetween(until, today), 'days')}` : 'Due'} (${formatDate(until)}): ${isPublic ? shortened(words) : 'a matter that is not public'}`,
    `${origin}/staff/actions/${number}`,
    '',
  ])
  return { to, subject, text: ['You were asked to answer, or to do, what stands here.', '', ...lines, 'This message is sent once before the day and once after it.'].join('\n') }
}

function shortened(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ')
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`
}
