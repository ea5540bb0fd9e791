import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const states = "('waiting', 'supplied', 'supplied-in-part', 'refused', 'withdrawn')"

const requests = `
  number integer not null check (number > 0),
  body text not null,
  asker uuid,
  asked_by text not null,
  asked_on date not null,
  document text not null,
  concern text not null check (concern in ('meeting', 'member-decision', 'officer-decision')),
  about text not null,
  purpose text,
  title text,
  due date not null,
  state text not null check (state in ${states}),
  standing jsonb not null,
  earlier jsonb not null,
  supplied_where text,
  revision integer not null default 1,
  reference text,
  check (state = standing ->> 'state'),
  check (state not in ('refused', 'supplied-in-part') or length(standing ->> 'reasons') > 0),
  check (state in ('waiting', 'withdrawn') or title is not null),
  unique (council, reference)
`

const reminders = `
  number integer not null,
  kind text not null check (kind in ('coming', 'late')),
  sent_at timestamptz not null,
  foreign key (council, number) references work.document_requests (council, number)
`

const editions = 'number integer not null, edition integer not null check (edition > 0), record jsonb not null, published_at timestamptz not null'

const current = `
  number integer not null,
  edition integer not null,
  body text not null,
  asked_on date not null,
  due date not null,
  state text not null check (state in ${states}),
  record jsonb not null
`

/** Requests of scrutiny members for documents of the executive, and what the public reads of each. */
export const requestsMigration: Migration = {
  name: '0083-document-requests',
  up: async (tx) => {
    await councilTable(tx, 'work.document_requests', { columns: requests, key: 'number' })
    await councilTable(tx, 'work.document_request_reminders', { columns: reminders, key: 'number, kind' })
    await councilTable(tx, 'published.document_requests', { columns: editions, key: 'number, edition' })
    await councilTable(tx, 'published.current_document_requests', { columns: current, key: 'number', isCurrent: true })
    const tables = tx.tables()
    await sql`create index document_requests_of on work.document_requests (council, asker, number)`.execute(tables)
    await sql`create index document_requests_waiting on work.document_requests (council, due) where state = 'waiting'`.execute(tables)
    await sql`create index current_document_requests_of on published.current_document_requests (council, body, number)`.execute(tables)
    await sql`create index current_document_requests_waiting on published.current_document_requests (council, body, due) where state = 'waiting'`.execute(tables)
  },
}
