import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const releases = `
  body text not null,
  period text collate "C" not null,
  version integer not null check (version > 0),
  published_at timestamptz not null,
  note text not null,
  document jsonb not null
`

const entries = `
  body text not null,
  period text collate "C" not null,
  version integer not null check (version > 0),
  position integer not null check (position > 0),
  measure text collate "C" not null,
  document jsonb not null,
  unique (council, body, period, version, measure)
`

const current = `
  measure text collate "C" not null,
  body text not null,
  period text collate "C" not null,
  version integer not null,
  to_day date not null
`

/** What is public of figures: releases in versions that nobody changes, and which entry of a measure holds today. */
export const publishedReleasesMigration: Migration = {
  name: '0123-published-releases',
  up: async (tx) => {
    await councilTable(tx, 'published.releases', { columns: releases, key: 'body, period, version' })
    await councilTable(tx, 'published.release_measures', { columns: entries, key: 'body, period, version, position' })
    await councilTable(tx, 'published.current_measures', { columns: current, key: 'measure', isCurrent: true })
    await sql`create index release_measures_by_measure on published.release_measures (council, measure, period desc, version desc)`.execute(tx.tables())
  },
}
