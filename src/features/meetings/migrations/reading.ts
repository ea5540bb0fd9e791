import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const notes = `
  id uuid not null default gen_random_uuid(),
  person uuid not null,
  body text not null,
  meeting_date date not null,
  version integer not null,
  item integer not null,
  paper text not null,
  paper_title text not null,
  block integer not null,
  paragraph text not null,
  quote text not null,
  words text not null,
  revision integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null
`

const readings = `
  person uuid not null,
  body text not null,
  meeting_date date not null,
  version integer not null,
  read_at timestamptz not null,
  earlier_version integer
`

const memberPacks = `
  person uuid not null,
  body text not null,
  meeting_date date not null,
  version integer not null,
  supplement integer not null,
  reader text not null,
  checksum text not null,
  bytes integer not null,
  pages integer not null,
  built_at timestamptz not null
`

const calendarAddresses = `
  person uuid not null,
  token_hash text not null,
  made_at timestamptz not null,
  unique (council, token_hash)
`

/**
 * What members keep for themselves: notes, what they have read, their own copies of packs, the address of their calendar. Notes and readings are
 * shown by the database to the person alone, whoever else of the staff asks; the owner's backups hold them.
 */
export const readingMigration: Migration = {
  name: '0036-reading',
  up: async (tx) => {
    await councilTable(tx, 'work.notes', { columns: notes, key: 'id' })
    await councilTable(tx, 'work.readings', { columns: readings, key: 'person, body, meeting_date' })
    await councilTable(tx, 'work.member_packs', { columns: memberPacks, key: 'person, body, meeting_date, version, supplement' })
    await councilTable(tx, 'work.calendar_addresses', { columns: calendarAddresses, key: 'person' })
    for (const table of ['work.notes', 'work.readings']) {
      await sql.raw(`create policy own_person on ${table} as restrictive to golden_staff using ('person:' || person::text = current_setting('golden.actor'))`).execute(tx.tables())
    }
    await sql.raw('create index notes_of_meeting on work.notes (council, person, body, meeting_date)').execute(tx.tables())
  },
}
