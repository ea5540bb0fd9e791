import { randomUUID } from 'node:crypto'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MailTables } from './tables.ts'

/** A plain-text e-mail to one person. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Where one POST ends mails of this kind to this reader, for the button of mail programs (RFC 8058). */
  readonly stop?: string
}

/**
 * Puts an e-mail in the outbox, in the caller's transaction: it goes out only if the deed that caused it is kept. Refused where address
 * or subject could smuggle in another header or another reader. With `notBefore` it waits until then.
 */
export function queueMail(tx: Transaction, mail: Mail, notBefore?: Date): Promise<Outcome<void>> {
  return queueMails(tx, [mail], notBefore)
}

/** Puts one e-mail for each reader in the outbox, all or none, in one statement; as `queueMail` does. */
export async function queueMails(tx: Transaction, mails: readonly Mail[], notBefore?: Date): Promise<Outcome<void>> {
  for (const mail of mails) {
    const checked = checkMail(mail)
    if (!checked.ok) return checked
  }
  if (mails.length === 0) return ok(undefined)
  const rows = mails.map(({ to, subject, text, stop }) => ({ id: randomUUID(), recipient: to, subject, text: text.replaceAll('\0', ''), ...given('stop_address', stop), ...given('next_attempt_at', notBefore) }))
  await tx.tables<MailTables>().insertInto('platform.outbox').values(rows).execute()
  return ok(undefined)
}

function checkMail({ to, subject, stop }: Mail): Outcome<void> {
  if (stop !== undefined && !/^https?:\/\/[^\s<>\p{Cc}]+$/u.test(stop)) return refuse('invalid', 'The e-mail cannot be sent: the address that stops it is none.')
  if (!/^[^\s\p{Cc}@<>,;:"()[\]\\]+@[^\s\p{Cc}@<>,;:"()\\]+$/u.test(to)) {
    return refuse('invalid', 'The e-mail cannot be sent.', [{ field: 'email', found: to.slice(0, 100), message: 'Give one e-mail address, as name@example.org' }])
  }
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(subject)) {
    return refuse('invalid', 'The e-mail cannot be sent.', [{ field: 'subject', message: 'Give the subject on one line' }])
  }
  return ok(undefined)
}
