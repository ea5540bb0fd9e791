import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const version = 'foreign key (council, body, meeting_date, version) references published.meetings (council, body, meeting_date, version)'

const supplements = `
  body text not null,
  meeting_date date not null,
  number integer not null check (number > 0),
  version integer not null,
  note text not null,
  pdf text not null,
  bytes integer not null,
  sheets integer not null,
  first_page integer,
  last_page integer,
  published_at timestamptz not null default now(),
  ${version}
`

const files = `
  body text not null,
  meeting_date date not null,
  version integer not null,
  paper text not null,
  checksum text not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  ${version}
`

const issuedMeetings = `
  body text not null,
  meeting_date date not null,
  version integer not null,
  meeting jsonb not null,
  ${version}
`

const issuedPapers = `
  body text not null,
  meeting_date date not null,
  version integer not null,
  paper text not null,
  item integer not null,
  position integer not null,
  title text not null,
  frame jsonb,
  blocks jsonb not null,
  pages jsonb,
  block_pages jsonb,
  supplement integer,
  pictures jsonb not null,
  file jsonb,
  ${version}
`

const publications = `
  id uuid not null default gen_random_uuid(),
  meeting uuid not null,
  state text not null check (state in ('queued', 'building', 'done', 'failed')),
  plan jsonb not null,
  asked_by jsonb not null,
  asked_at timestamptz not null,
  step jsonb,
  attempts integer not null default 0,
  heartbeat timestamptz not null,
  ended_at timestamptz,
  version integer,
  refusal jsonb,
  foreign key (council, meeting) references work.meetings (council, id) on delete cascade
`

/**
 * Supplements and supplied files beside what is published, what members are given of each version, and the steps in which a version is made.
 * What was issued to members is as unchangeable as what was published.
 */
export const publishingMigration: Migration = {
  name: '0035-publishing',
  up: async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.tables())
    await run('alter table published.meetings add column pack_version integer')
    await councilTable(tx, 'published.supplements', { columns: supplements, key: 'body, meeting_date, number' })
    await councilTable(tx, 'published.files', { columns: files, key: 'body, meeting_date, version, paper' })
    for (const [name, columns, key] of [
      ['work.issued_meetings', issuedMeetings, 'body, meeting_date, version'],
      ['work.issued_papers', issuedPapers, 'body, meeting_date, version, paper'],
    ] as const) {
      await councilTable(tx, name, { columns, key })
      await run(`create trigger immutable before update or delete or truncate on ${name} for each statement execute function platform.refuse_change()`)
    }
    await councilTable(tx, 'work.publications', { columns: publications, key: 'id' })
    await run("create unique index one_publication_at_a_time on work.publications (council, meeting) where state in ('queued', 'building')")
  },
}
