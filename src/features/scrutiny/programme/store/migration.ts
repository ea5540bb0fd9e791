import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const programmes = `
  body text not null,
  year text not null,
  to_day date not null,
  record jsonb not null,
  revision integer not null default 1
`

const changes = `
  body text not null,
  year text not null,
  number integer not null check (number > 0),
  entry text,
  what text not null,
  why text,
  by_role text not null,
  changed_at timestamptz not null,
  record jsonb
`

const proposals = `
  id uuid not null default gen_random_uuid(),
  body text not null,
  issue text not null,
  why text not null,
  subject text,
  by_person uuid not null,
  by_name text not null,
  by_role text not null,
  sending uuid not null,
  proposed_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined')),
  reason text,
  decided_by text,
  decided_at timestamptz,
  unique (council, sending)
`

const current = `
  body text not null,
  year text not null,
  from_day date not null,
  to_day date not null,
  record jsonb not null,
  published_at timestamptz not null
`

/** Work programmes as staff keep them with every change, what is proposed for them, and what of them is public. */
export const programmeMigration: Migration = {
  name: '0085-work-programmes',
  up: async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.tables())
    await councilTable(tx, 'work.programmes', { columns: programmes, key: 'body, year' })
    await councilTable(tx, 'work.programme_changes', { columns: `${changes}, by_name text not null`, key: 'body, year, number' })
    await run('create trigger immutable before update or delete or truncate on work.programme_changes for each statement execute function platform.refuse_change()')
    await councilTable(tx, 'work.programme_proposals', { columns: proposals, key: 'id' })
    await councilTable(tx, 'published.programme_changes', { columns: changes, key: 'body, year, number' })
    await councilTable(tx, 'published.current_programmes', { columns: current, key: 'body, year', isCurrent: true })
    await run('create index programmes_by_end on work.programmes (council, to_day)')
    await run('create index proposals_by_state on work.programme_proposals (council, body, state, proposed_at desc)')
  },
}
