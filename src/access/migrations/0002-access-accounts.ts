import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

/** People, their accounts and roles, and the ways they come in. */
export const accessAccounts: Migration = {
  name: '0002-access-accounts',
  up: async (tx) => {
    await councilTable(tx, 'access.person', { columns: person, key: 'id', staff: 'select, insert' })
    await councilTable(tx, 'access.account', { columns: account, key: 'id', staff: 'select, insert, update (status, password, last_used_at)' })
    await councilTable(tx, 'access.account_role', {
      columns: accountRole,
      key: 'account, role, held_from',
      staff: 'select, insert, update (held_until), delete',
    })
    await councilTable(tx, 'access.identity', { columns: identity, key: 'issuer, subject', staff: 'select, insert' })
    await councilTable(tx, 'access.invitation', { columns: invitation, key: 'token_hash', staff: 'select, insert, delete' })
  },
}

const person = `
  id uuid not null,
  name text not null check (name <> '')
`

const account = `
  id uuid not null,
  person uuid not null,
  email text not null check (email = lower(email)),
  status text not null check (status in ('active', 'disabled')),
  password text,
  made_at timestamptz not null,
  last_used_at timestamptz,
  unique (council, email),
  foreign key (council, person) references access.person (council, id)
`

const accountRole = `
  account uuid not null,
  role text not null,
  held_from date not null,
  held_until date check (held_until > held_from),
  foreign key (council, account) references access.account (council, id)
`

const identity = `
  issuer text not null,
  subject text not null,
  account uuid not null,
  unique (council, issuer, account),
  foreign key (council, account) references access.account (council, id)
`

const invitation = `
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  account uuid not null,
  expires_at timestamptz not null,
  foreign key (council, account) references access.account (council, id)
`
