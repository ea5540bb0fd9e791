import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const readers = `
  id uuid not null,
  email text not null,
  mailbox text not null,
  network text,
  sending text not null,
  confirm_hash text,
  stop_token text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  unique (council, sending),
  unique (council, stop_token)
`

const topics = `
  reader uuid not null,
  kind text not null,
  key text not null,
  since timestamptz not null,
  foreign key (council, reader) references work.alert_readers (council, id) on delete cascade
`

/** Who wants news of what. */
const alertReaders: Migration = {
  name: '0098-alert-readers',
  up: async (tx) => {
    await councilTable(tx, 'work.alert_readers', { columns: readers, key: 'id' })
    await councilTable(tx, 'work.alert_topics', { columns: topics, key: 'reader, kind, key' })
    const tables = tx.tables()
    await sql`create index alert_readers_by_mailbox on work.alert_readers (council, mailbox)`.execute(tables)
    await sql`create index alert_readers_by_secret on work.alert_readers (council, confirm_hash) where confirm_hash is not null`.execute(tables)
    await sql`create index alert_readers_unconfirmed on work.alert_readers (council, asked_at) where confirmed_at is null`.execute(tables)
    await sql`create index alert_readers_by_network on work.alert_readers (council, network) where network is not null`.execute(tables)
    await sql`create index alert_topics_by_topic on work.alert_topics (council, kind, key)`.execute(tables)
  },
}

/** What has been told, and until when. */
const alertsTold: Migration = {
  name: '0099-alerts-told',
  up: async (tx) => {
    await councilTable(tx, 'work.alert_told', { columns: 'id text not null, at timestamptz not null', key: 'id' })
    await councilTable(tx, 'work.alert_mark', { columns: 'told_until timestamptz not null, letters_at timestamptz, revision integer not null default 1', key: 'council' })
    await sql`create index alert_told_by_age on work.alert_told (council, at)`.execute(tx.tables())
  },
}

const stops = `
  hash text not null,
  reader uuid not null,
  at timestamptz not null,
  foreign key (council, reader) references work.alert_readers (council, id) on delete cascade
`

/** The secrets that end the news are kept as hashes only; those in letters that went out before go on working. */
const stopsByHash: Migration = {
  name: '0099-stops-by-hash',
  up: async (tx) => {
    await councilTable(tx, 'work.alert_stops', { columns: stops, key: 'hash' })
    const tables = tx.tables()
    await sql`create index alert_stops_of_reader on work.alert_stops (council, reader)`.execute(tables)
    await sql`create index alert_stops_by_age on work.alert_stops (council, at)`.execute(tables)
    // Row security holds for the owner too, and this goes through the rows of all councils.
    await sql`alter table work.alert_readers no force row level security`.execute(tables)
    await sql`alter table work.alert_stops no force row level security`.execute(tables)
    await sql`insert into work.alert_stops (council, hash, reader, at)
      select reader.council, encode(sha256(convert_to(reader.stop_token, 'UTF8')), 'hex'), reader.id, now() from work.alert_readers as reader`.execute(tables)
    await sql`alter table work.alert_readers force row level security`.execute(tables)
    await sql`alter table work.alert_stops force row level security`.execute(tables)
    await sql`alter table work.alert_readers drop column stop_token`.execute(tables)
  },
}

export const alertsMigrations: readonly Migration[] = [alertReaders, alertsTold, stopsByHash]
