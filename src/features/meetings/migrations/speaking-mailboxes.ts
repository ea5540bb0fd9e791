import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'

/**
 * Whose mailbox a request names, however its address is spelled, whether its arrival was written to it, and for a day a mark of the network from which it
 * was sent: the public form must not fill a stranger's mailbox. And the way to the speakers of whom nothing is noted yet.
 */
export const speakingMailboxesMigration: Migration = {
  name: '0047-speaking-mailboxes',
  up: async (tx) => {
    await sql`alter table work.speaking_requests add column mailbox text, add column network text, add column is_mailed boolean not null default true`.execute(tx.tables())
    await sql`create index speaking_by_mailbox on work.speaking_requests (council, mailbox, asked_at) where mailbox is not null`.execute(tx.tables())
    await sql`create index speaking_to_note on work.speaking_requests (council, meeting) where state = 'accepted' and has_spoken is null`.execute(tx.tables())
    await sql`create index speaking_by_network on work.speaking_requests (council, network) where network is not null`.execute(tx.tables())
  },
}
