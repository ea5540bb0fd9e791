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
}

/**
 * Puts an e-mail in the outbox, in the caller's transaction: it goes out only if the deed that caused it is kept. Refused where address
 * or subject could smuggle in another header or another reader. With `notBefore` it waits until then.
 */
export async function queueMail(tx: Transaction, mail: Mail, notBefore?: Date): Promise<Outcome<void>> {
  if (!/^[^\s\p{Cc}@<>,;:"()[\]\\]+@[^\s\p{Cc}@<>,;:"()\\]+$/u.test(mail.to)) {
    const fault = { field: 'email', found: mail.to.slice(0, 100), message: 'Give one e-mail address, as name@example.org' }
    return refuse('invalid', 'The e-mail cannot be sent.', [fault])
  }
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(mail.subject)) {
    return refuse('invalid', 'The e-mail cannot be sent.', [{ field: 'subject', message: 'Give the subject on one line' }])
  }
  await tx
    .tables<MailTables>()
    .insertInto('platform.outbox')
    .values({ id: randomUUID(), recipient: mail.to, subject: mail.subject, text: mail.text.replaceAll('\0', ''), ...given('next_attempt_at', notBefore) })
    .execute()
  return ok(undefined)
}
