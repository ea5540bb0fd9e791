import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { Database } from '#platform/database/database.ts'
import type { Mail } from './queue-mail.ts'
import type { MailTransport } from './smtp-transport.ts'
import type { MailTables } from './tables.ts'

/** How the outbox stands after a round. `unsendable` means that no mail server is set, so that nothing was tried. */
interface OutboxRound {
  readonly sent: number
  readonly failed: number
  readonly waiting: number
  readonly unsendable: boolean
}

interface Waiting extends Omit<Mail, 'stop'> {
  readonly id: string
  readonly stop_address: string | null
  readonly attempts: number
}

const actor = 'operator:mail'
const atOnce = 20
/** Minutes to wait after each attempt; after the last one the e-mail is given up. */
const waits = [1, 5, 30, 120, 720]

/**
 * Sends what waits in the outbox and is due. Each e-mail is claimed for ten minutes first, so that two processes do not send it twice and
 * one that dies leaves it to be tried again; no transaction is open while the mail server is talked to.
 */
export async function sendQueued(database: Database, transport: MailTransport | undefined, now: Date): Promise<OutboxRound> {
  const sending = transport === undefined ? { sent: 0, failed: 0 } : await sendDue(database, transport, now)
  return { ...sending, waiting: await countWaiting(database), unsendable: transport === undefined }
}

async function sendDue(database: Database, transport: MailTransport, now: Date): Promise<{ sent: number; failed: number }> {
  let [sent, failed] = [0, 0]
  let claimed: Waiting[]
  do {
    claimed = await claim(database, now)
    for (const mail of claimed) {
      const problem = await attempt(transport, mail)
      await record(database, mail, problem, now)
      if (problem === undefined) sent += 1
      else failed += 1
    }
  } while (claimed.length === atOnce)
  return { sent, failed }
}

function claim(database: Database, now: Date): Promise<Waiting[]> {
  return database.write(actor, (tx) =>
    tx
      .tables<MailTables>()
      .updateTable('platform.outbox')
      .set({ next_attempt_at: later(now, 10), attempts: sql`attempts + 1` })
      .where('id', 'in', (due) =>
        due
          .selectFrom('platform.outbox as mail')
          .select('mail.id')
          .where('mail.state', '=', 'waiting')
          .where('mail.next_attempt_at', '<=', now.toISOString())
          .orderBy('mail.queued_at')
          .limit(atOnce)
          .forUpdate()
          .skipLocked(),
      )
      .returning(['id', 'recipient as to', 'subject', 'text', 'stop_address', 'attempts'])
      .execute(),
  )
}

interface Problem {
  readonly message: string
  /** The mail server will never take it: there is no such reader. */
  readonly isFinal: boolean
}

async function attempt(transport: MailTransport, mail: Waiting): Promise<Problem | undefined> {
  try {
    const { stop_address: stop, ...words } = mail
    await transport.send({ ...words, ...given('stop', stop) })
    return undefined
  } catch (error) {
    const { message, responseCode } = error as Error & { responseCode?: number }
    return { message: message.slice(0, 500), isFinal: responseCode !== undefined && responseCode >= 500 }
  }
}

async function record(database: Database, mail: Waiting, problem: Problem | undefined, now: Date): Promise<void> {
  const wait = waits[mail.attempts - 1]
  const outcome =
    problem === undefined
      ? { state: 'sent' as const, text: '', stop_address: null, last_error: null }
      : problem.isFinal || wait === undefined
        ? { state: 'failed' as const, text: '', stop_address: null, last_error: problem.message }
        : { next_attempt_at: later(now, wait), last_error: problem.message }
  await database.write(actor, (tx) => tx.tables<MailTables>().updateTable('platform.outbox').set(outcome).where('id', '=', mail.id).execute())
}

async function countWaiting(database: Database): Promise<number> {
  const row = await database.read(actor, (reader) =>
    reader
      .tables<MailTables>()
      .selectFrom('platform.outbox as mail')
      .select((mail) => mail.fn.countAll<number>().as('count'))
      .where('mail.state', '=', 'waiting')
      .executeTakeFirstOrThrow(),
  )
  return row.count
}

function later(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}
