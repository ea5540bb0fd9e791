import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

/** The keys by which programs come in, each for one account. */
export const accessKeys: Migration = {
  name: '0043-access-keys',
  up: async (tx) => {
    await councilTable(tx, 'access.api_key', { columns: apiKey, key: 'mark', staff: 'select, insert, update (last_used_on, revoked_at)' })
    await sql`create index api_key_of_account on access.api_key (council, account)`.execute(tx.tables())
  },
}

const apiKey = `
  mark text not null check (mark ~ '^[0-9a-f]{8}$'),
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  account uuid not null,
  name text not null check (name <> ''),
  made_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  last_used_on date,
  revoked_at timestamptz,
  foreign key (council, account) references access.account (council, id)
`
