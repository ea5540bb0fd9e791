import { sql } from 'kysely'
import { tokenHash } from '#access/sessions/token.ts'
import { network } from '#access/sign-in/network.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { AlertsTables } from '../tables.ts'

/** So many letters in a day are an annoyance; more of them would be a weapon. */
const mostLetters = 3
/** A library or a school with one connection, and no machine that types. */
const mostFromNetwork = 20
/** More than anybody has asked for in a week, and few enough to keep. */
const mostUnconfirmed = 5000
const day = 24 * 3600_000

/** A mark of the network from which a form was sent; the address itself is not kept. */
export function networkMark(address: string): string {
  return tokenHash(`asks for news from ${network(address)}`)
}

/** By what an asking is counted against others. */
export interface Sender {
  readonly mailbox: string
  readonly network?: string
}

/** Whoever asks for the same mailbox or network at the same moment waits, and then reads what was asked before them. */
export async function holdSender(tx: Transaction, { mailbox, network: mark }: Sender): Promise<void> {
  const held = [`alerts mailbox ${mailbox}`, ...(mark === undefined ? [] : [`alerts network ${mark}`])]
  await sql`select pg_advisory_xact_lock(locks.key) from (select hashtextextended(held, 0) as key from unnest(${sql.val(held)}::text[]) as held order by 1) as locks`.execute(tx.tables())
}

/**
 * Whether one more letter may go to this mailbox, which is held: anybody can type anybody's address. Refused where a mailbox had three letters that day, a network sent
 * more than its people can have meant, or more wait for a confirmation than can be true.
 */
export async function roomForReader(tx: Transaction, { mailbox, network: mark }: Sender, at: Date): Promise<Outcome<void>> {
  const since = new Date(at.getTime() - day)
  const { letters, near, waiting } = await tx
    .tables<AlertsTables>()
    .selectFrom('work.alert_readers as reader')
    .select((one) => [
      one.fn.countAll<number>().filterWhere('reader.mailbox', '=', mailbox).filterWhere('reader.asked_at', '>', since).as('letters'),
      one.fn.countAll<number>().filterWhere('reader.network', '=', mark ?? '').filterWhere('reader.asked_at', '>', since).as('near'),
      one.fn.countAll<number>().filterWhere('reader.confirmed_at', 'is', null).as('waiting'),
    ])
    .where((where) => where.or([where('reader.mailbox', '=', mailbox), where('reader.network', '=', mark ?? ''), where('reader.confirmed_at', 'is', null)]))
    .executeTakeFirstOrThrow()
  if (letters >= mostLetters) return refuse('not-now', '', [{ field: 'email', message: 'We have written to this address several times today. Open the link in one of those e-mails, or ask again tomorrow' }])
  if (near >= mostFromNetwork) return refuse('not-now', 'Many people have asked from your network in the last day. Ask again tomorrow, or take one of the feeds, which need no address.')
  if (waiting >= mostUnconfirmed) return refuse('not-now', 'More people have asked than we can write to now. Ask again tomorrow, or take one of the feeds, which need no address.')
  return ok(undefined)
}
