import { sql } from 'kysely'
import { network } from '#access/sign-in/network.ts'
import { tokenHash } from '#access/sessions/token.ts'
import { refuse, ok, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MeetingId } from '../../work/meeting-in-work.ts'
import type { SpeakingTables } from '../tables.ts'

/** More than any meeting hears, and few enough for a person to read through. */
const mostAtMeeting = 500
/** Nobody asks to speak on more items of one meeting. */
const mostFromMailbox = 5
/** A library, a school or a family with one connection, and no machine that types. */
const mostFromNetwork = 20
/** So many letters in a day are an annoyance; more of them would be a weapon. */
const mostLetters = 3
const day = 24 * 3600_000

/** By what a request is counted against others. */
export interface Sender {
  readonly mailbox: string
  /** Left out where it is not known whence it came. */
  readonly network?: string
}

const withoutDots: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com'])

/** The mailbox into which an address falls: letters great and small are one, and so is whatever stands behind a plus; some do not count dots either. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@')
  const name = local.replace(/(?<=.)\+.*$/, '')
  return withoutDots.has(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`
}

/** A mark of the network from which a form was sent; the address itself is not kept. */
export function networkMark(address: string): string {
  return tokenHash(`asks to speak from ${network(address)}`)
}

/** Whoever sends from the same network or to the same mailbox at the same moment waits until this transaction ends. Marks of networks are forgotten after a day. */
export async function holdSender(tx: Transaction, { mailbox, network: mark }: Sender, at: Date): Promise<void> {
  const held = [`mailbox ${mailbox}`, ...(mark === undefined ? [] : [`network ${mark}`])]
  await sql`select pg_advisory_xact_lock(locks.key)
    from (select hashtextextended(held, 0) as key from unnest(${sql.val(held)}::text[]) as held order by 1) as locks`.execute(tx.tables())
  await tx.tables<SpeakingTables>().updateTable('work.speaking_requests as old').set({ network: null }).where('old.network', 'is not', null).where('old.asked_at', '<=', dayBefore(at)).execute()
}

/**
 * Whether the arrival of one more request is written to its mailbox: anybody can type anybody's address, so no more than three letters a day go to one.
 * Refused where a meeting has had more requests than can be read, or one mailbox or network has sent more than its people can have meant. Before it is kept.
 */
export async function roomFor(tx: Transaction, meeting: MeetingId, { mailbox, network: mark }: Sender, at: Date): Promise<Outcome<{ isMailed: boolean }>> {
  const since = dayBefore(at)
  const { all, own, near, letters } = await tx
    .tables<SpeakingTables>()
    .selectFrom('work.speaking_requests as request')
    .select((one) => [
      one.fn.countAll<number>().filterWhere('request.meeting', '=', meeting).as('all'),
      one.fn.countAll<number>().filterWhere('request.meeting', '=', meeting).filterWhere('request.mailbox', '=', mailbox).as('own'),
      one.fn.countAll<number>().filterWhere('request.network', '=', mark ?? '').filterWhere('request.asked_at', '>', since).as('near'),
      one.fn.countAll<number>().filterWhere('request.mailbox', '=', mailbox).filterWhere('request.is_mailed', '=', true).filterWhere('request.asked_at', '>', since).as('letters'),
    ])
    .where((where) => where.or([where('request.meeting', '=', meeting), where('request.mailbox', '=', mailbox), where('request.network', '=', mark ?? '')]))
    .executeTakeFirstOrThrow()
  if (own >= mostFromMailbox) return refuse('not-now', '', [{ field: 'email', message: `We have ${mostFromMailbox} requests for this meeting from this address already. To change one, write to the office named below` }])
  if (near >= mostFromNetwork) return refuse('not-now', `${mostFromNetwork} requests came from your network in the last day. Write to the office named below, or send this tomorrow.`)
  if (all >= mostAtMeeting) return refuse('not-now', 'More people have asked than this meeting can hear. Write to the office named below.')
  return ok({ isMailed: letters < mostLetters })
}

function dayBefore(at: Date): Date {
  return new Date(at.getTime() - day)
}
