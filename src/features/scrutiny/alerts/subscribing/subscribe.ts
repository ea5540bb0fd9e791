import { createHash, randomUUID } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { given } from '#core/given.ts'
import { act, type Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { newToken, tokenHash } from '#access/sessions/token.ts'
import { instantOf, isEmail, mailboxOf, type MeetingsApp } from '#features/meetings'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { forgetMailTo } from '#platform/mail/forget-mail-to.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import type { AlertsTables } from '../tables.ts'
import { parseTopic, topicText, type Topic } from '../topic.ts'
import { knownTopics, type KnownTopic } from './known-topics.ts'
import { confirmLetter } from './letters.ts'
import { holdSender, networkMark, roomForReader } from './limits.ts'

type AlertsApp = Pick<MeetingsApp, 'now' | 'origin' | 'council'>

/** What was typed and ticked in the public form. */
export interface TypedReader {
  readonly email: string
  /** As `topicText` writes them. */
  readonly topics: readonly string[]
}

/** More topics than anybody follows. */
const mostTopics = 60

const subject = { kind: 'alert', id: 'reader' }

/**
 * Keeps somebody's wish for news and writes to them to ask whether it was they who wished it; until they say so they get nothing. The same form sent twice is one
 * wish. Refused where nothing is chosen or the address takes no mail, and where one mailbox or network has sent more than its people can have meant.
 */
export async function askForNews(context: Context, app: AlertsApp, typed: TypedReader, sending: { readonly mark: string; readonly address?: string }): Promise<Outcome<void>> {
  const email = typed.email.trim()
  const topics = typed.topics.flatMap((text) => parseTopic(text) ?? [])
  const known = topics.length > mostTopics ? [] : await context.database.readPublished((reader) => knownTopics(reader, topics))
  const faults: Fault[] = []
  if (known.length === 0) faults.push({ field: 'topic', message: topics.length > mostTopics ? `Choose at most ${mostTopics}` : 'Choose what you want news of' })
  if (!isEmail(email)) faults.push({ field: 'email', message: 'Give an e-mail address such as name@example.org' })
  const { name: council } = await app.council()
  return act(context, { verb: 'alerts.subscribe', subject, detail: { topics: known.length } }, async (tx) => {
    if (faults.length > 0) return refuse('invalid', '', faults)
    const at = instantOf(context.today, app.now())
    const mark = createHash('sha256').update(JSON.stringify([sending.mark.slice(0, 100), email, typed.topics])).digest('hex')
    const sender = { mailbox: mailboxOf(email), ...given('network', sending.address === undefined ? undefined : networkMark(sending.address)) }
    await holdSender(tx, sender)
    if (await wasSent(tx.reader, mark)) return ok(undefined)
    const room = await roomForReader(tx, sender, at)
    if (!room.ok) return room
    const token = newToken()
    await keepReader(tx, { email, ...sender, sending: mark, confirm_hash: tokenHash(token), asked_at: at }, known)
    return queueMail(tx, confirmLetter(email, known, token, { council, origin: app.origin }))
  })
}

async function wasSent(reader: Reader, sending: string): Promise<boolean> {
  const row = await reader.tables<AlertsTables>().selectFrom('work.alert_readers as reader').select('reader.id').where('reader.sending', '=', sending).executeTakeFirst()
  return row !== undefined
}

async function keepReader(tx: Transaction, row: Omit<AlertsTables['work.alert_readers'], 'id' | 'confirmed_at' | 'network'> & { readonly network?: string }, topics: readonly Topic[]): Promise<void> {
  const id = randomUUID()
  const tables = tx.tables<AlertsTables>()
  await tables.insertInto('work.alert_readers').values({ id, ...row }).execute()
  const own = new Map(topics.map((topic) => [topicText(topic), topic]))
  await tables.insertInto('work.alert_topics').values([...own.values()].map(({ kind, key }) => ({ reader: id, kind, key, since: row.asked_at }))).execute()
}

/** Somebody's wish as the addresses in their mails show it. */
export interface WishAtHand {
  readonly topics: readonly KnownTopic[]
}

/** What somebody asked for, by the secret that was mailed to confirm it; undefined where it is confirmed, or forgotten. */
export function wishToConfirm(context: Context, token: string): Promise<WishAtHand | undefined> {
  return wishOf(context, sql`select reader.id from work.alert_readers as reader where reader.confirm_hash = ${tokenHash(token)} and reader.confirmed_at is null`)
}

/** What somebody gets, by the secret in one of their mails; undefined where it has stopped, or was never given out. */
export function wishToStop(context: Context, token: string): Promise<WishAtHand | undefined> {
  return wishOf(context, sql`select stop.reader from work.alert_stops as stop where stop.hash = ${tokenHash(token)}`)
}

async function wishOf(context: Context, readers: RawBuilder<unknown>): Promise<WishAtHand | undefined> {
  const topics = await look(context, { verb: 'alerts.subscribe', subject }, async (reader) => {
    const rows = reader.tables<AlertsTables>().selectFrom('work.alert_topics as topic').select(['topic.kind', 'topic.key']).where(sql<boolean>`topic.reader in (${readers})`)
    return ok(await rows.orderBy('topic.kind').orderBy('topic.key').execute())
  })
  if (!topics.ok || topics.value.length === 0) return undefined
  return { topics: await context.database.readPublished((reader) => knownTopics(reader, topics.value)) }
}

/** Begins somebody's news: only they had the secret, which is known a second time as well. Where this address has news already, the topics join what it has. */
export function confirmNews(context: Context, app: Pick<MeetingsApp, 'now'>, token: string): Promise<Outcome<void>> {
  return act(context, { verb: 'alerts.subscribe', subject, detail: { confirmed: true } }, async (tx) => {
    const at = instantOf(context.today, app.now())
    const tables = tx.tables<AlertsTables>()
    const asked = await tables.selectFrom('work.alert_readers as reader').select(['reader.id', 'reader.email', 'reader.confirm_hash', 'reader.confirmed_at']).where('reader.confirm_hash', '=', tokenHash(token)).forUpdate().executeTakeFirst()
    if (asked === undefined) return refuse('not-found', 'This address is used up, or older than seven days. Ask again for the news that you want.')
    if (asked.confirmed_at !== null) return ok(undefined)
    const before = await tables.selectFrom('work.alert_readers as reader').select('reader.id').where('reader.confirmed_at', 'is not', null).where((where) => where(where.fn('lower', ['reader.email']), '=', asked.email.toLowerCase())).executeTakeFirst()
    await tables.updateTable('work.alert_topics').set({ since: at }).where('work.alert_topics.reader', '=', asked.id).execute()
    if (before === undefined) {
      await tables.updateTable('work.alert_readers').set({ confirmed_at: at, network: null }).where('work.alert_readers.id', '=', asked.id).execute()
      return ok(undefined)
    }
    const added = tables.selectFrom('work.alert_topics as topic').select((one) => [one.val(before.id).$castTo<string>().as('reader'), 'topic.kind', 'topic.key', 'topic.since']).where('topic.reader', '=', asked.id)
    await tables.insertInto('work.alert_topics').columns(['reader', 'kind', 'key', 'since']).expression(added).onConflict((conflict) => conflict.doNothing()).execute()
    await tables.deleteFrom('work.alert_readers').where('work.alert_readers.id', '=', asked.id).execute()
    await tables.updateTable('work.alert_readers').set({ confirm_hash: asked.confirm_hash }).where('work.alert_readers.id', '=', before.id).execute()
    return ok(undefined)
  })
}

/**
 * Ends somebody's news and forgets their address; of one topic only, where it is named and others are left. Refused where no mail that is still known has this secret:
 * the news has stopped already, or nobody was ever sent it.
 */
export function stopNews(context: Context, token: string, typed = ''): Promise<Outcome<{ left: number }>> {
  const topic = parseTopic(typed)
  return act(context, { verb: 'alerts.subscribe', subject, detail: { stopped: true } }, async (tx) => {
    const tables = tx.tables<AlertsTables>()
    const stops = tables.selectFrom('work.alert_stops as stop').select('stop.reader').where('stop.hash', '=', tokenHash(token))
    const reader = await tables.selectFrom('work.alert_readers as reader').select(['reader.id', 'reader.email']).where('reader.id', 'in', stops).forUpdate().executeTakeFirst()
    // What names a topic that can be none ends nothing: it was not asked to end all.
    if (reader === undefined || (typed !== '' && topic === undefined)) return refuse('not-found', 'This link is not known. The news that it was to end has stopped, or the link is not whole.')
    if (topic !== undefined) await tables.deleteFrom('work.alert_topics').where('work.alert_topics.reader', '=', reader.id).where('work.alert_topics.kind', '=', topic.kind).where('work.alert_topics.key', '=', topic.key).execute()
    const { left } = await tables.selectFrom('work.alert_topics as topic').select((one) => one.fn.countAll<number>().as('left')).where('topic.reader', '=', reader.id).executeTakeFirstOrThrow()
    if (topic !== undefined && left > 0) return ok({ left })
    await tables.deleteFrom('work.alert_readers').where('work.alert_readers.id', '=', reader.id).execute()
    await forgetMailTo(tx, [reader.email], '/alerts/stop/')
    return ok({ left: 0 })
  })
}
