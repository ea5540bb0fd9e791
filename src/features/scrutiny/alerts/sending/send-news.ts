import { sql } from 'kysely'
import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
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
const mostOfASource = 2000
/** Nobody gets more than one letter an hour; the hourly work does not begin to the second. */
const betweenLetters = 50 * 60_000
/** Of letters in one statement. */
const mailsAtOnce = 1000

/**
 * Tells everybody who asked for news, and said that it was they, what has been published since they were told last: one letter to each, at most one an hour, and nothing twice. It
 * gathers news through the handle that can read only what is published. Writes nothing where nothing is new.
 */
export async function sendNews(context: Context, app: Pick<MeetingsApp, 'now' | 'origin' | 'council'>): Promise<Outcome<{ letters: number }>> {
  const { database } = context
  const key = actorKey(context.actor)
  const now = instantOf(context.today, app.now())
  const standing = await database.read(key, standingOf)
  if (standing.topics.length === 0 || isTooSoon(standing.lettersAt, now)) return ok({ letters: 0 })
  const from = new Date(Math.max(standing.toldUntil?.getTime() ?? 0, standing.since.getTime()) - lookedBack)
  const news = await database.readPublished((reader) => allChangesSince(reader, from, { today: context.today, topics: standing.topics, limit: mostOfASource }))
  // What is dated later than now is told when it is its time.
  const due = news.changes.filter(({ at }) => at <= now)
  const told = await database.read(key, (reader) => toldAlready(reader, due.map(({ id }) => id)))
  const fresh = due.filter(({ id }) => !told.has(id))
  if (fresh.length === 0 && news.until === undefined) return ok({ letters: 0 })
  const { name: council } = await app.council()
  const isStuck = news.until !== undefined && standing.toldUntil !== undefined && news.until <= standing.toldUntil
  const until = news.until === undefined || isStuck ? now : news.until
  return act(context, { verb: 'alerts.send', subject: { kind: 'alert', id: 'news' }, detail: { changes: fresh.length } }, async (tx) => {
    const own = await markTold(tx, fresh, until)
    const mails = lettersFor(await readersOf(tx.reader, own), own, { council, origin: app.origin })
    for (let first = 0; first < mails.length; first += mailsAtOnce) {
      const queued = await queueMails(tx, mails.slice(first, first + mailsAtOnce))
      if (!queued.ok) return queued
    }
    if (mails.length > 0) await tx.tables<AlertsTables>().updateTable('work.alert_mark').set({ letters_at: now }).execute()
    return ok({ letters: mails.length })
  })
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
  readonly email: string
  readonly stop_token: string
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
    .select(['reader.email', 'reader.stop_token', 'topic.kind', 'topic.key', 'topic.since'])
    .where('reader.confirmed_at', 'is not', null)
    .where(asked)
    .orderBy('reader.email')
    .execute()
}

/** One letter to each reader, with what is newer than their wish. */
function lettersFor(readers: readonly ReaderOfTopic[], changes: readonly Change[], from: { readonly council: string; readonly origin: string }): Mail[] {
  const byTopic = new Map<string, Change[]>()
  for (const change of changes) for (const topic of change.topics) byTopic.set(topicText(topic), [...(byTopic.get(topicText(topic)) ?? []), change])
  return [...Map.groupBy(readers, ({ stop_token }) => stop_token)].flatMap(([token, topics]) => {
    const own = new Set(topics.flatMap((topic) => (byTopic.get(topicText(topic)) ?? []).filter(({ at }) => at > topic.since)))
    const [first] = topics
    return own.size === 0 || first === undefined ? [] : [newsLetter(first.email, changes.filter((change) => own.has(change)), token, from)]
  })
}
