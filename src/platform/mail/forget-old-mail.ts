import type { Database } from '#platform/database/database.ts'
import type { MailTables } from './tables.ts'

/** How many days an e-mail is kept in the outbox: long enough to look into one that did not arrive. */
const daysKept = 30

/**
 * Deletes e-mails that were sent or given up so many days ago, and those that have waited for so long that nobody needs them: whom the council wrote to
 * is not kept for ever. Answers how many.
 */
export async function forgetOldMail(database: Database, actor: string, now: Date): Promise<number> {
  const before = new Date(now.getTime() - daysKept * 86_400_000)
  return database.write(actor, async (tx) => {
    const { numDeletedRows } = await tx
      .tables<MailTables>()
      .deleteFrom('platform.outbox')
      .where('platform.outbox.queued_at', '<', before.toISOString())
      // What is to be sent only from a later day on has its thirty days from then.
      .where('platform.outbox.next_attempt_at', '<', before.toISOString())
      .executeTakeFirstOrThrow()
    return Number(numDeletedRows)
  })
}
