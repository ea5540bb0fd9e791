import { sql } from 'kysely'
import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { newToken, tokenHash } from '#access/sessions/token.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { queueMails, type Mail } from '#platform/mail/queue-mail.ts'
import type { Change } from '../alert-source.ts'
import { allChangesSince } from '../sources/all-sources.ts'
import { newsLetter } from '../subscribing/letters.ts'
import type { AlertsTables } from '../tables.ts'
import { topicText, type Topic, type TopicKind } from '../topic.ts'

/** A publication that began before the last round may have ended after it: the hour before is looked at again, and what was told is known by its id. */
const lookedBack = 3600_000
/** So many pieces of news are told in one round, the oldest first; the next round goes on from there. */
const mostInRound = 500
/** Nobody gets more than one letter an hour; the hourly work does not begin to the second. */
const betweenLetters = 50 * 60_000
/** Where nobody wants what is new, how far it was looked through is noted no more often than this. */
const betweenMarks = 24 * 3600_000
/** Of letters in one statement. */
const mailsAtOnce = 1000

type NewsApp = Pick<MeetingsApp, 'now' | 'origin' | 'council'>

/**
 * Tells everybody who asked for news, and said that it was they, what has been published since they were told last: one letter to each, at most one an hour, and each piece once,
 * however many there are and whenever the process ends: what is told, how far, and the letters are one transaction. It gathers news through the handle that can read only what is
 * published. Writes nothing where nothing is new.
 */
export async function sendNews(context: Context, app: NewsApp): Promise<Outcome<{ letters: number }>> {
  const now = instantOf(context.today, app.now())
  const standing = await context.database.read(actorKey(context.actor), standingOf)
  if (standing.topics.length === 0 || isTooSoon(standing.lettersAt, now)) return ok({ letters: 0 })
  const fresh = await freshNews(context, standing, now)
  if (fresh.length === 0 && now.getTime() - (standing.toldUntil?.getTime() ?? 0) < betweenMarks) return ok({ letters: 0 })
  const changes = fresh.slice(0, mostInRound)
  const until = changes.length < fresh.length ? (changes.at(-1)?.at ?? now) : now
  const { name: council } = await app.council()
  return act(context, { verb: 'alerts.send', subject: { kind: 'alert', id: 'news' }, detail: { changes: changes.length } }, async (tx) => {
    const own = await markTold(tx, changes, until)
    const letters = lettersFor(await readersOf(tx.reader, own), own, { council, origin: app.origin })
    for (let first = 0; first < letters.length; first += mailsAtOnce) {
      const queued = await queueLetters(tx, letters.slice(first, first + mailsAtOnce), now)
      if (!queued.ok) return queued
    }
    if (letters.length > 0) await tx.tables<AlertsTables>().updateTable('work.alert_mark').set({ letters_at: now }).execute()
    return ok({ letters: letters.length })
  })
}

/** All that somebody waits for and nobody has been told, the oldest first; what is dated later than now is told when it is its time. */
async function freshNews({ database, actor, today }: Context, { toldUntil, since, topics }: HowItStands, now: Date): Promise<Change[]> {
  const from = new Date(Math.max(toldUntil?.getTime() ?? 0, since.getTime()) - lookedBack)
  const found = await database.readPublished((reader) => allChangesSince(reader, from, { today, topics }))
  const due = found.filter(({ at }) => at <= now)
  const told = await database.read(actorKey(actor), (reader) => toldAlready(reader, due.map(({ id }) => id)))
  return due.filter(({ id }) => !told.has(id))
}

function isTooSoon(lettersAt: Date | undefined, now: Date): boolean {
  if (lettersAt === undefined) return false
  const since = now.getTime() - lettersAt.getTime()
  return since >= 0 && since < betweenLetters
}

interface HowItStands {
  readonly toldUntil: Date | undefined
  readonly lettersAt: Date | undefined
  /** The topics that somebody waits for, and since when the first of them. */
  readonly topics: readonly Topic[]
  readonly since: Date
}

async function standingOf(reader: Reader): Promise<HowItStands> {
  const tables = reader.tables<AlertsTables>()
  const mark = await tables.selectFrom('work.alert_mark as mark').select(['mark.told_until', 'mark.letters_at']).executeTakeFirst()
  const topics = await tables
    .selectFrom('work.alert_topics as topic')
    .innerJoin('work.alert_readers as reader', 'reader.id', 'topic.reader')
    .select((one) => ['topic.kind', 'topic.key', one.fn.min('topic.since').as('since')])
    .where('reader.confirmed_at', 'is not', null)
    .groupBy(['topic.kind', 'topic.key'])
    .execute()
  return { toldUntil: mark?.told_until, lettersAt: mark?.letters_at ?? undefined, topics: topics.map(({ kind, key }) => ({ kind, key })), since: new Date(Math.min(...topics.map(({ since }) => since.getTime()))) }
}

async function toldAlready(reader: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await reader.tables<AlertsTables>().selectFrom('work.alert_told as told').select('told.id').where('told.id', '=', sql<string>`any(${sql.val([...ids])}::text[])`).execute()
  return new Set(rows.map(({ id }) => id))
}

/** Notes the news as told; answers what nobody told meanwhile: of two processes that send at once one waits here, and then has nothing left to tell. */
async function markTold(tx: Transaction, changes: readonly Change[], until: Date): Promise<Change[]> {
  const tables = tx.tables<AlertsTables>()
  await tables
    .insertInto('work.alert_mark')
    .values({ told_until: until })
    .onConflict((conflict) => conflict.columns(['council'] as never).doUpdateSet({ told_until: sql<Date>`greatest(alert_mark.told_until, excluded.told_until)`, revision: sql<number>`alert_mark.revision + 1` }))
    .execute()
  if (changes.length === 0) return []
  const rows = await sql<{ id: string }>`insert into work.alert_told (id, at) select told.id, told.at from unnest(${sql.val(changes.map(({ id }) => id))}::text[], ${sql.val(changes.map(({ at }) => at.toISOString()))}::timestamptz[]) as told (id, at)
    on conflict do nothing returning id`.execute(tables)
  const own = new Set(rows.rows.map(({ id }) => id))
  return changes.filter(({ id }) => own.has(id))
}

interface ReaderOfTopic {
  readonly id: string
  readonly email: string
  readonly kind: TopicKind
  readonly key: string
  readonly since: Date
}

/** Who waits for one of the topics of this news; one query. */
async function readersOf(reader: Reader, changes: readonly Change[]): Promise<ReaderOfTopic[]> {
  const topics = [...new Map(changes.flatMap((change) => change.topics).map((topic) => [topicText(topic), topic])).values()]
  if (topics.length === 0) return []
  const asked = sql<boolean>`(topic.kind, topic.key) in (select * from unnest(${sql.val(topics.map(({ kind }) => kind))}::text[], ${sql.val(topics.map(({ key }) => key))}::text[]))`
  return reader
    .tables<AlertsTables>()
    .selectFrom('work.alert_topics as topic')
    .innerJoin('work.alert_readers as reader', 'reader.id', 'topic.reader')
    .select(['reader.id', 'reader.email', 'topic.kind', 'topic.key', 'topic.since'])
    .where('reader.confirmed_at', 'is not', null)
    .where(asked)
    .orderBy('reader.email')
    .execute()
}

/** A letter with the secret by which its reader can end the news. */
interface Letter {
  readonly reader: string
  readonly stop: string
  readonly mail: Mail
}

/** One letter to each reader, with what is newer than their wish. */
function lettersFor(readers: readonly ReaderOfTopic[], changes: readonly Change[], from: { readonly council: string; readonly origin: string }): Letter[] {
  const byTopic = new Map<string, Change[]>()
  for (const change of changes) for (const topic of change.topics) listOf(byTopic, topicText(topic)).push(change)
  return [...Map.groupBy(readers, ({ id }) => id)].flatMap(([reader, topics]) => {
    const own = new Set(topics.flatMap((topic) => (byTopic.get(topicText(topic)) ?? []).filter(({ at }) => at > topic.since)))
    const [first] = topics
    if (own.size === 0 || first === undefined) return []
    const stop = newToken()
    return [{ reader, stop, mail: newsLetter(first.email, changes.filter((change) => own.has(change)), stop, from) }]
  })
}

function listOf(lists: Map<string, Change[]>, key: string): Change[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

/** Puts letters in the outbox; of the secrets in them only the hashes are kept. */
async function queueLetters(tx: Transaction, letters: readonly Letter[], at: Date): Promise<Outcome<void>> {
  await tx.tables<AlertsTables>().insertInto('work.alert_stops').values(letters.map(({ reader, stop }) => ({ hash: tokenHash(stop), reader, at }))).execute()
  return queueMails(tx, letters.map(({ mail }) => mail))
}
