import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const requests = `
  id uuid not null default gen_random_uuid(),
  meeting uuid not null,
  reference text not null,
  sending text not null,
  item integer not null,
  item_title text not null,
  asked_at timestamptz not null,
  is_late boolean not null,
  name text,
  email text,
  phone text,
  on_behalf text,
  statement text,
  needs text,
  may_be_named boolean not null,
  cleared_on date,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
  reason text,
  decided_by text,
  decided_at timestamptz,
  place integer,
  has_spoken boolean,
  response text not null default 'none' check (response in ('none', 'promised', 'published')),
  response_due date,
  asked_about text not null default '',
  response_text text not null default '',
  response_number integer,
  revision integer not null default 1,
  check ((state = 'asked') = (decided_at is null)),
  check (state <> 'declined' or reason is not null),
  check ((state = 'accepted') = (place is not null)),
  check ((response = 'published') = (response_number is not null)),
  check ((cleared_on is null) = (name is not null and email is not null and statement is not null)),
  unique (council, reference),
  unique (council, meeting, sending),
  foreign key (council, meeting) references work.meetings (council, id) on delete cascade
`

const responses = `
  body text not null,
  meeting_date date not null,
  number integer not null check (number > 0),
  version integer not null check (version > 0),
  note text,
  item integer not null,
  item_title text not null,
  asked_about text not null,
  speaker text not null,
  blocks jsonb not null,
  published_at timestamptz not null default now(),
  check ((version = 1) = (note is null))
`

/** Who asks to speak at a meeting, what is decided, and what the council answers in writing. */
export const speakingMigration: Migration = {
  name: '0037-speaking',
  up: async (tx) => {
    await councilTable(tx, 'work.speaking_requests', { columns: requests, key: 'id' })
    await councilTable(tx, 'published.responses', { columns: responses, key: 'body, meeting_date, number, version' })
    await sql.raw("create index speaking_undone on work.speaking_requests (council, meeting) where state = 'asked' or response = 'promised'").execute(tx.tables())
  },
}
