import type { LocalDate } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { emailsOf } from '#access/people.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { queueMails } from '#platform/mail/queue-mail.ts'
import { membersWithAccounts } from '#features/bodies'
import { mailSubject, willBeMailed } from '../record/mail-words.ts'

/** Whom a notice about a meeting reaches: the members in office on a day who can sign in, by e-mail address. */
export async function toldOf(reader: Reader, body: string, day: LocalDate): Promise<readonly string[]> {
  const members = await membersWithAccounts(reader, body, day)
  const emails = await emailsOf(reader, [...new Set(members.map(({ person }) => person))])
  return [...new Set(emails.values())].toSorted()
}

/** Queues the same e-mail for each of them, in the deed's own transaction. Answers how many are told. */
export async function tell(tx: Transaction, emails: readonly string[], subject: string, lines: readonly string[]): Promise<Outcome<number>> {
  const text = `${[...lines, '', 'This message was sent because you are a member.'].join('\n')}\n`
  const queued = await queueMails(tx, emails.map((to) => ({ to, subject: mailSubject(subject), text })))
  return queued.ok ? ok(emails.length) : queued
}

/** "An e-mail to 5 members will wait to be sent." */
export function toldInWords(count: number): string {
  if (count === 0) return 'No member of this body has an account here, so nobody is sent an e-mail.'
  return willBeMailed(count === 1 ? 'one member' : `${count} members`)
}
