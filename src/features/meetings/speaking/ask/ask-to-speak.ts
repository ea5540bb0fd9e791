import { createHash, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
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
import { readAsking, type ReadAsking, type TypedAsking } from './asking-form.ts'

export interface AtMeeting {
  readonly body: string
  readonly date: LocalDate
}

/** A request as it was taken. */
export interface Taken {
  readonly reference: string
  readonly isLate: boolean
}

/**
 * Takes somebody's request to speak at a meeting and writes to them that it has arrived. After the closing time it is taken as late. The same form
 * sent twice is one request: `sending` is the form's own mark. Refused where nobody may ask, or where what was typed cannot be used.
 */
export async function askToSpeak(context: Context, app: Pick<MeetingsApp, 'now' | 'origin'>, at: AtMeeting, typed: TypedAsking, sending: string): Promise<Outcome<Taken>> {
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
    const mark = markOf(sending, typed)
    const row = { ...rowOf(read.value), meeting, sending: mark, reference: newReference(), asked_at: instantOf(context.today, now), is_late: speaking.isLate }
    const isNew = await insertOnce(tx, row)
    if (!isNew) return sentBefore(tx, row)
    const room = await roomFor(tx, row)
    if (!room.ok) return room
    const about = { meeting: standing.meeting, origin: app.origin, reference: row.reference, item: read.value.item, isLate: speaking.isLate }
    const mailed = await queueMail(tx, { to: read.value.asking.email, ...arrivedLetter(about, closingWords(speaking)) })
    return mailed.ok ? ok({ reference: row.reference, isLate: speaking.isLate }) : mailed
  })
}

function closingWords(speaking: SpeakingAt): string | undefined {
  return speaking.state === 'open' ? speaking.closes?.words : undefined
}

type NewRow = ReturnType<typeof rowOf> & Pick<SpeakingTables['work.speaking_requests'], 'meeting' | 'sending' | 'reference' | 'asked_at' | 'is_late'>

function rowOf({ asking, item }: ReadAsking) {
  const { name, email, statement, mayBeNamed } = asking
  const said = { name, email, statement, phone: asking.phone ?? null, on_behalf: asking.onBehalf ?? null, needs: asking.needs ?? null, may_be_named: mayBeNamed }
  return { ...said, item: item.number, item_title: item.title }
}

/** More than any meeting hears, and few enough for a person to read through. */
const mostAtMeeting = 500
/** Nobody's address can be filled with our letters by somebody else. */
const mostFromAddress = 5

/** Refused where a meeting has had more requests than can be read, or an address more letters than its owner can have asked for. */
async function roomFor(tx: Transaction, { meeting, email }: NewRow): Promise<Outcome<void>> {
  const { all, own } = await tx
    .tables<SpeakingTables>()
    .selectFrom('work.speaking_requests as request')
    .select((one) => [one.fn.countAll<number>().as('all'), one.fn.countAll<number>().filterWhere(sql`lower(request.email)`, '=', email.toLowerCase()).as('own')])
    .where('request.meeting', '=', meeting)
    .executeTakeFirstOrThrow()
  if (own > mostFromAddress) return refuse('not-now', '', [{ field: 'email', message: `We have ${mostFromAddress} requests for this meeting from this address already. To change one, write to the office named below` }])
  return all > mostAtMeeting ? refuse('not-now', 'More people have asked than this meeting can hear. Write to the office named below.') : ok(undefined)
}

async function insertOnce(tx: Transaction, row: NewRow): Promise<boolean> {
  const inserted = await tx
    .tables<SpeakingTables>()
    .insertInto('work.speaking_requests')
    .values(row)
    .onConflict((conflict) => conflict.columns(['council', 'meeting', 'sending'] as never).doNothing())
    .returning('work.speaking_requests.id')
    .executeTakeFirst()
  return inserted !== undefined
}

async function sentBefore(tx: Transaction, { meeting, sending }: NewRow): Promise<Outcome<Taken>> {
  const row = await tx
    .tables<SpeakingTables>()
    .selectFrom('work.speaking_requests as request')
    .select(['request.reference', 'request.is_late'])
    .where('request.meeting', '=', meeting)
    .where('request.sending', '=', sending)
    .executeTakeFirstOrThrow()
  return ok({ reference: row.reference, isLate: row.is_late })
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
