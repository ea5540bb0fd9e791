import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

/** Who is signed in, and the guesses of the last minutes. */
export const accessSessions: Migration = {
  name: '0002-access-sessions',
  up: async (tx) => {
    await councilTable(tx, 'access.session', { columns: session, key: 'token_hash', staff: 'select, insert, update (last_used_at), delete' })
    await councilTable(tx, 'access.guess', { columns: guess, key: 'id, target', staff: 'select, insert, delete' })
    const tables = tx.tables()
    await sql`create index session_of_account on access.session (council, account)`.execute(tables)
    await sql`create index guess_at_target on access.guess (council, target, guessed_at)`.execute(tables)
  },
}

const session = `
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  account uuid not null,
  began_at timestamptz not null,
  last_used_at timestamptz not null,
  foreign key (council, account) references access.account (council, id)
`

const guess = `
  id uuid not null,
  target text not null,
  guessed_at timestamptz not null
`
