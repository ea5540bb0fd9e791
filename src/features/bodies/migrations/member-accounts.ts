import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const memberAccounts = `
  member text not null,
  person uuid not null,
  linked_at timestamptz not null default now(),
  unique (council, person)
`

/** Which account a member reads with: the records of bodies name people as the public knows them. */
export const memberAccountsMigration: Migration = {
  name: '0011-member-accounts',
  up: (tx) => councilTable(tx, 'work.member_accounts', { columns: memberAccounts, key: 'member' }),
}
