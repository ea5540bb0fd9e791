import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

/** E-mails that wait to be sent, and what became of them. */
export const mailOutbox: Migration = {
  name: '0002-mail-outbox',
  up: async (tx) => {
    await councilTable(tx, 'platform.outbox', { columns: outbox, key: 'id', staff: `select, insert, update (${changed})` })
    const tables = tx.tables()
    await sql`create index outbox_waiting on platform.outbox (council, next_attempt_at) where state = 'waiting'`.execute(tables)
  },
}

const changed = 'text, state, attempts, next_attempt_at, last_error'

const outbox = `
  id uuid not null,
  recipient text not null,
  subject text not null,
  text text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  queued_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  last_error text
`

/** An e-mail can have an address at which one POST ends its kind. */
export const mailOutboxStops: Migration = {
  name: '0095-mail-stop-address',
  up: async (tx) => {
    await sql`alter table platform.outbox add column stop_address text`.execute(tx.tables())
    await sql`grant update (stop_address) on platform.outbox to golden_staff`.execute(tx.tables())
  },
}

/** Lets old e-mails be taken out of the outbox. */
export const mailOutboxForgets: Migration = {
  name: '0038-mail-outbox-forgets',
  up: async (tx) => {
    await sql`grant delete on platform.outbox to golden_staff`.execute(tx.tables())
  },
}
