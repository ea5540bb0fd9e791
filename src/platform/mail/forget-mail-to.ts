import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { MailTables } from './tables.ts'

/**
 * Takes out of the outbox that it wrote to these addresses: e-mails that were sent or given up, whose words are gone already, and of those that wait the ones
 * that hold this text. For whoever promised to forget an address.
 */
export async function forgetMailTo(tx: Transaction, recipients: readonly string[], waitingWith: string): Promise<void> {
  if (recipients.length === 0) return
  await tx
    .tables<MailTables>()
    .deleteFrom('platform.outbox as mail')
    .where('mail.recipient', '=', sql<string>`any(${sql.val([...recipients])}::text[])`)
    .where((where) => where.or([where('mail.state', '<>', 'waiting'), where(sql<number>`position(${waitingWith}::text in mail.text)`, '>', 0)]))
    .execute()
}
