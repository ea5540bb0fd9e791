import { createHash, randomInt } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { publishedMeeting } from '../../publication/published-meetings.ts'
import { meetingIdOn } from '../../work/read-work.ts'
import { arrivedLetter } from '../mail/letters.ts'
import { instantOf, momentOf } from '../moment.ts'
import { speakingAt, type SpeakingAt } from '../speaking-at.ts'
import type { SpeakingTables } from '../tables.ts'
import { holdSender, mailboxOf, networkMark, roomFor } from './room-for.ts'
import { readAsking, type ReadAsking, type TypedAsking } from './asking-form.ts'

export interface AtMeeting {
  readonly body: string
  readonly date: LocalDate
}

/** A request as it was taken. */
export interface Taken {
  readonly reference: string
  readonly isLate: boolean
  /** A letter says that it arrived. */
  readonly isMailed: boolean
}

/** One sending of the form: its own mark, and the address on the network from which it came, where that is known. */
export interface Sending {
  readonly mark: string
  readonly address?: string
}

/**
 * Takes somebody's request to speak at a meeting and writes to them that it has arrived, unless they had several such letters that day. After the
 * closing time it is taken as late. The same form sent twice is one request. Refused where nobody may ask, where what was typed cannot be used, and where
 * too many requests came from one mailbox or network.
 */
export async function askToSpeak(context: Context, app: Pick<MeetingsApp, 'now' | 'origin'>, at: AtMeeting, typed: TypedAsking, sending: Sending): Promise<Outcome<Taken>> {
  const now = app.now()
  const standing = await context.database.readPublished((reader) => publishedMeeting(reader, at.body, at.date))
  if (standing === undefined) return refuse('not-found', 'No meeting of this body is published for this day.')
  const speaking = speakingAt(standing.meeting, momentOf(context.today, now))
  if (speaking.state !== 'open') return refuse('not-now', 'Nobody can ask to speak at this meeting now, so nothing was sent.')
  const read = readAsking(typed, speaking.items)
  if (!read.ok) return read
  const deed = { verb: 'speaking.ask', subject: { kind: 'meeting', id: `${at.body}/${at.date}` }, detail: { item: read.value.item.number, late: speaking.isLate } }
  return act(context, deed, async (tx) => {
    const meeting = await meetingIdOn(tx.reader, at.body, at.date)
    if (meeting === undefined) return refuse('not-found', 'No meeting of this body is kept for this day.')
    const asked = { meeting, sending: markOf(sending.mark, typed), asked_at: instantOf(context.today, now) }
    const taken = await keepRequest(tx, { ...read.value, asked, isLate: speaking.isLate, address: sending.address })
    if (!taken.ok || !taken.value.isNew || !taken.value.isMailed) return taken
    const about = { meeting: standing.meeting, origin: app.origin, reference: taken.value.reference, item: read.value.item, isLate: speaking.isLate }
    const mailed = await queueMail(tx, { to: read.value.asking.email, ...arrivedLetter(about, closingWords(speaking)) })
    return mailed.ok ? taken : mailed
  })
}

interface RequestToKeep extends ReadAsking {
  readonly asked: Pick<SpeakingTables['work.speaking_requests'], 'meeting' | 'sending' | 'asked_at'>
  readonly isLate: boolean
  readonly address: string | undefined
}

/** Keeps a request where there is room for it, or finds it where this very form made it before. */
async function keepRequest(tx: Transaction, { asking, item, asked, isLate, address }: RequestToKeep): Promise<Outcome<Taken & { readonly isNew: boolean }>> {
  const sender = { mailbox: mailboxOf(asking.email), ...given('network', address === undefined ? undefined : networkMark(address)) }
  await holdSender(tx, sender, asked.asked_at)
  const before = await sentBefore(tx, asked)
  if (before !== undefined) return ok({ ...before, isNew: false })
  const room = await roomFor(tx, asked.meeting, sender, asked.asked_at)
  if (!room.ok) return room
  const reference = newReference()
  await insertRequest(tx, { ...rowOf({ asking, item }), ...asked, ...sender, reference, is_late: isLate, is_mailed: room.value.isMailed })
  return ok({ reference, isLate, isMailed: room.value.isMailed, isNew: true })
}

function closingWords(speaking: SpeakingAt): string | undefined {
  return speaking.state === 'open' ? speaking.closes?.words : undefined
}

function rowOf({ asking, item }: ReadAsking) {
  const { name, email, statement, mayBeNamed } = asking
  const said = { name, email, statement, phone: asking.phone ?? null, on_behalf: asking.onBehalf ?? null, needs: asking.needs ?? null, may_be_named: mayBeNamed }
  return { ...said, item: item.number, item_title: item.title }
}

async function insertRequest(tx: Transaction, row: Insertable<SpeakingTables['work.speaking_requests']>): Promise<void> {
  await tx.tables<SpeakingTables>().insertInto('work.speaking_requests').values(row).execute()
}

/** The request that this very form made before. */
async function sentBefore(tx: Transaction, { meeting, sending }: Pick<SpeakingTables['work.speaking_requests'], 'meeting' | 'sending'>): Promise<Taken | undefined> {
  const row = await tx
    .tables<SpeakingTables>()
    .selectFrom('work.speaking_requests as request')
    .select(['request.reference', 'request.is_late', 'request.is_mailed'])
    .where('request.meeting', '=', meeting)
    .where('request.sending', '=', sending)
    .executeTakeFirst()
  return row && { reference: row.reference, isLate: row.is_late, isMailed: row.is_mailed }
}

/** The form's own mark with what was typed in it: somebody who goes back, changes their words and sends again asks anew. */
function markOf(sending: string, typed: TypedAsking): string {
  return createHash('sha256').update(JSON.stringify([sending.slice(0, 100), typed])).digest('hex')
}

/** Letters and figures that are not taken for one another when read out. */
const signs = 'BCDFGHJKMNPQRTVWXYZ2346789'

/** Two groups of four: more than enough that nobody meets another's by chance, and short enough for the telephone. */
function newReference(): string {
  const sign = () => signs[randomInt(signs.length)] ?? ''
  return `${Array.from({ length: 4 }, sign).join('')}-${Array.from({ length: 4 }, sign).join('')}`
}

/** Whether the text can be a reference; nothing else is looked up. */
export function isReference(text: string): boolean {
  return /^[B-Z2-9]{4}-[B-Z2-9]{4}$/.test(text)
}
