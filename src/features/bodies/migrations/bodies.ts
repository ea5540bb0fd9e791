import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'
import { loadedBodiesMigration } from './loaded-bodies.ts'
import { memberAccountsMigration } from './member-accounts.ts'

const bodies = `
  slug text not null,
  name text not null,
  short_name text,
  kind text not null,
  held_by text,
  purpose text not null,
  basis text,
  meets_in_public boolean not null,
  exists_from date,
  exists_to date,
  terms jsonb,
  contact jsonb,
  source text,
  correction text
`

const accountabilities = `
  body text not null,
  position integer not null,
  reports_to text not null,
  cadence text not null,
  about text,
  foreign key (council, body) references work.bodies (council, slug),
  foreign key (council, reports_to) references work.bodies (council, slug)
`

const memberships = `
  body text not null,
  position integer not null,
  seat text not null,
  organisation text not null,
  capacity text not null,
  votes text not null,
  seat_group text,
  person text,
  substitute text,
  valid_from date not null,
  valid_to date,
  check (valid_to >= valid_from),
  foreign key (council, body) references work.bodies (council, slug)
`

const publishedBodies = `
  slug text not null,
  edition integer not null check (edition > 0),
  name text not null,
  kind text not null,
  record jsonb not null,
  published_at timestamptz not null default now()
`

/** Bodies as staff keep them, and every edition that was published. */
export const bodiesMigrations: readonly Migration[] = [
  {
    name: '0010-bodies',
    up: async (tx) => {
      await councilTable(tx, 'work.bodies', { columns: bodies, key: 'slug' })
      await councilTable(tx, 'work.accountabilities', { columns: accountabilities, key: 'body, position' })
      await councilTable(tx, 'work.memberships', { columns: memberships, key: 'body, position' })
      await councilTable(tx, 'published.bodies', { columns: publishedBodies, key: 'slug, edition' })
      await sql`create view published.current_bodies with (security_invoker = true) as
        select distinct on (council, slug) council, slug, edition, name, kind, record
        from published.bodies
        order by council, slug, edition desc`.execute(tx.tables())
    },
  },
  memberAccountsMigration,
  loadedBodiesMigration,
]
