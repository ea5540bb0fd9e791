import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

/** Keys are compared byte by byte: within a measure that is the order of its periods too. */
const observations = `
  measure text collate "C" not null,
  area text collate "C" not null,
  breakdown text collate "C" not null,
  period text collate "C" not null,
  revision integer not null check (revision > 0),
  numerator numeric,
  denominator numeric,
  value numeric,
  status text not null check (status in ('provisional', 'final', 'revised', 'not-available', 'not-applicable')),
  note text not null,
  reason text not null,
  entered_at timestamptz not null,
  load uuid not null,
  line integer,
  check ((value is null) = (status in ('not-available', 'not-applicable')))
`

const loads = `
  id uuid not null,
  what text not null check (what in ('observations', 'ees', 'fingertips', 'page')),
  entered_by text not null,
  entered_at timestamptz not null,
  figures integer not null check (figures > 0)
`

/** Figures of measures, every revision for good: staff add, and cannot change what stands. */
const observationsMigration: Migration = {
  name: '0121-observations',
  up: async (tx) => {
    await councilTable(tx, 'work.observations', { columns: observations, key: 'measure, area, breakdown, period, revision' })
    await councilTable(tx, 'work.observation_loads', { columns: loads, key: 'id' })
    const tables = tx.tables()
    await sql`revoke update, delete on work.observations, work.observation_loads from golden_staff`.execute(tables)
    await sql`create index observation_loads_by_time on work.observation_loads (council, entered_at desc)`.execute(tables)
  },
}

/**
 * Whatever staff read of the figures is of loads that are at an end. A load may be written in many transactions, and is there at one stroke when its row is taken from
 * `open_loads`. What an open load wrote can be taken away again, which runs as the owner: staff cannot delete figures.
 */
const openLoadsMigration: Migration = {
  name: '0127-open-loads',
  up: async (tx) => {
    await councilTable(tx, 'work.open_loads', { columns: 'id uuid not null, touched_at timestamptz not null default now()', key: 'id' })
    const tables = tx.tables()
    await sql`
      create policy of_closed_loads on work.observations as restrictive for select to golden_staff
        using (load <> all (array(select work.open_loads.id from work.open_loads)))
    `.execute(tables)
    await sql`
      create function work.undo_loads(loads uuid[]) returns void
      language sql security definer set search_path = pg_catalog
      as $body$
        delete from work.observations where council = current_setting('golden.council') and load = any (loads) and load in (select id from work.open_loads where council = current_setting('golden.council'));
        delete from work.open_loads where council = current_setting('golden.council') and id = any (loads);
      $body$
    `.execute(tables)
    await sql`revoke execute on function work.undo_loads(uuid[]) from public`.execute(tables)
    await sql`grant execute on function work.undo_loads(uuid[]) to golden_staff`.execute(tables)
  },
}

/**
 * How the figures are spread, which the planner of a query needs to know: after a load of millions of rows it would go by what was true before. A server finds out by itself in a while; on the
 * embedded database nobody does until the hour. Only the owner of a table may.
 */
const figureStatisticsMigration: Migration = {
  name: '0128-figure-statistics',
  up: async (tx) => {
    const tables = tx.tables()
    await sql`create function work.analyze_figures() returns void language sql security definer set search_path = pg_catalog as $body$ analyze work.observations $body$`.execute(tables)
    await sql`revoke execute on function work.analyze_figures() from public`.execute(tables)
    await sql`grant execute on function work.analyze_figures() to golden_staff`.execute(tables)
  },
}

const findings = `
  load uuid not null,
  place integer not null,
  kind text not null check (kind in ('slip', 'apart', 'otherwise', 'overtaken')),
  measure text not null,
  area text not null,
  breakdown text not null,
  period text not null,
  file text,
  line integer,
  field text,
  found text,
  message text not null
`

/** What was worth a look when figures were loaded, kept with the load so that one can come back to it; never changed. */
const loadFindingsMigration: Migration = {
  name: '0129-load-findings',
  up: async (tx) => {
    await councilTable(tx, 'work.load_findings', { columns: findings, key: 'load, place' })
    await sql`revoke update, delete on work.load_findings from golden_staff`.execute(tx.tables())
  },
}

export const observationsMigrations: readonly Migration[] = [observationsMigration, openLoadsMigration, figureStatisticsMigration, loadFindingsMigration]
