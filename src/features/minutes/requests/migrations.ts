import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'
import { requestsMigration } from './migration.ts'

/** From the words of the record, since what the public reads of lateness is in it: the first answer counts, and days as text sort as days. */
const answeredLate = `
  boolean generated always as (
    state in ('supplied', 'supplied-in-part', 'refused')
    and coalesce(record -> 'earlier' -> 0 ->> 'on', record -> 'standing' ->> 'on') collate "C" > (record ->> 'due') collate "C"
  ) stored
`

/** The tables of requests, step by step. */
export const requestsMigrations: readonly Migration[] = [
  requestsMigration,
  {
    name: '0083-document-requests-loaded-and-late',
    up: async (tx) => {
      const statements = [
        'alter table work.document_requests add column loaded jsonb',
        `alter table published.current_document_requests add column answered_late ${answeredLate}`,
        'create index current_document_requests_answered_late on published.current_document_requests (council, number) where answered_late',
      ]
      await sql.raw(statements.join(';\n')).execute(tx.tables())
    },
  },
  {
    name: '0083-document-requests-sent',
    up: async (tx) => {
      const statements = [
        'alter table work.document_requests add column asked_at timestamptz',
        'alter table work.document_requests add column sending text',
        'create unique index document_requests_sending on work.document_requests (council, sending)',
        'create index document_requests_sent on work.document_requests (council, asker, asked_at) where asked_at is not null',
      ]
      await sql.raw(statements.join(';\n')).execute(tx.tables())
    },
  },
]
