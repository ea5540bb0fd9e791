import type { ColumnType, Generated } from 'kysely'

export interface MailTables {
  'platform.outbox': OutboxTable
}

interface OutboxTable {
  id: string
  recipient: string
  subject: string
  /** Emptied once it is sent or given up: what was said is then nobody's but the reader's. */
  text: string
  /** Emptied with the words: whoever has it can end the reader's news. */
  stop_address: ColumnType<string | null, string | undefined, null>
  state: Generated<'waiting' | 'sent' | 'failed'>
  attempts: Generated<number>
  queued_at: ColumnType<string, never, never>
  next_attempt_at: ColumnType<string, Date | undefined, Date>
  last_error: string | null
}
