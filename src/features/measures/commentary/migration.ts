import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const commentaries = `
  measure text collate "C" not null,
  period text collate "C" not null,
  revision integer not null check (revision > 0),
  deed text not null check (deed in ('saved', 'signed', 'taken-back', 'loaded')),
  content jsonb not null,
  signed_by text,
  signed_on date,
  reason text not null,
  by_name text not null,
  by_role text not null,
  at timestamptz not null,
  check ((signed_by is null) = (signed_on is null)),
  check (deed in ('signed', 'loaded') or signed_by is null)
`

/** Which figures stood when a commentary was signed: the signature is of those. */
export const signedFiguresMigration: Migration = {
  name: '0126-signed-figures',
  up: async (tx) => {
    await sql`alter table work.commentaries add column figures jsonb`.execute(tx.tables())
  },
}

/** What owners say of periods, edition by edition. Staff add editions and change none: what was signed, and what was taken back, stays to be read. */
export const commentaryMigration: Migration = {
  name: '0125-commentaries',
  up: async (tx) => {
    await councilTable(tx, 'work.commentaries', { columns: commentaries, key: 'measure, period, revision' })
    await sql`revoke update, delete on work.commentaries from golden_staff`.execute(tx.tables())
  },
}
