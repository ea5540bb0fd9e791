import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const releases = `
  body text not null,
  period text collate "C" not null,
  draft jsonb not null,
  state text not null check (state in ('assembling', 'checked', 'approved', 'embargoed', 'published')),
  standing jsonb not null,
  until timestamptz,
  version integer not null default 0 check (version >= 0),
  note text not null default '',
  revision integer not null default 1,
  loaded jsonb,
  check (state = standing ->> 'state'),
  check ((state = 'embargoed') = (until is not null)),
  check (state <> 'published' or version > 0)
`

const steps = `
  body text not null,
  period text collate "C" not null,
  number integer not null check (number > 0),
  did text not null,
  who text not null,
  words text not null,
  at timestamptz not null,
  foreign key (council, body, period) references work.releases (council, body, period)
`

/** Releases while they are made, and what was done with each. */
export const releasesMigration: Migration = {
  name: '0124-releases',
  up: async (tx) => {
    await councilTable(tx, 'work.releases', { columns: releases, key: 'body, period' })
    await councilTable(tx, 'work.release_steps', { columns: steps, key: 'body, period, number' })
    await sql`create index releases_waiting on work.releases (council, until) where state = 'embargoed'`.execute(tx.tables())
    await sql`create index releases_by_period on work.releases (council, period desc, body)`.execute(tx.tables())
  },
}
