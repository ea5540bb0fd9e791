import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'
import { sourcesMigration } from './migration-sources.ts'

const drawn = `
  state text not null,
  waits_until date,
  place integer not null
`

const actions = `
  id uuid not null default gen_random_uuid(),
  number integer not null,
  origin_kind text not null,
  origin_id text not null,
  kind text not null,
  body text not null,
  meeting_date date,
  item integer,
  minute integer,
  asked_on date not null,
  words text not null,
  of_name text not null,
  of_body text,
  asked_of text not null,
  due date,
  subjects jsonb not null,
  is_public boolean not null,
  owner uuid,
  report uuid,
  revision integer not null default 1,
  changed_at timestamptz not null,
  ${drawn},
  constraint actions_number unique (council, number),
  constraint actions_origin unique (council, origin_kind, origin_id),
  foreign key (council, report) references work.served_reports (council, id)
`

const steps = `
  action uuid not null,
  number integer not null,
  step jsonb not null,
  recorded_by text not null,
  on_behalf text,
  recorded_at timestamptz not null,
  foreign key (council, action) references work.actions (council, id)
`

const reports = `
  id uuid not null default gen_random_uuid(),
  number integer not null,
  body text not null,
  title text not null,
  link text,
  of_name text not null,
  of_body text,
  received_on date not null,
  is_public boolean not null,
  revision integer not null default 1,
  constraint served_reports_number unique (council, number)
`

const current = `
  number integer not null,
  edition integer not null,
  kind text not null,
  body text not null,
  meeting_date date,
  item integer,
  asked_of text not null,
  asked_on date not null,
  answered_on date,
  finished_on date,
  stage text not null,
  changed_at timestamptz not null,
  record jsonb not null,
  ${drawn}
`

/** What is searched, apart from everything else: a search reads all of it, so it is kept short. */
const texts = `
  number integer not null,
  place integer not null,
  body text not null,
  asked_of text not null,
  stage text not null,
  search text not null
`

const edition = 'number integer not null, edition integer not null, record jsonb not null, published_at timestamptz not null'

/** The lists of the tracker are read from their beginning in the order of `place`, whatever they are narrowed by. */
const indexes = [
  'create index actions_in_lists on work.actions (council, place, number)',
  'create index actions_of_body on work.actions (council, body, place, number)',
  'create index actions_of_owner on work.actions (council, owner, place, number)',
  'create index actions_in_report on work.actions (council, report)',
  'create index current_actions_in_lists on published.current_actions (council, place, number)',
  'create index current_actions_of_body on published.current_actions (council, body, place, number)',
  'create index current_actions_asked_of on published.current_actions (council, asked_of, place, number)',
  'create index current_actions_of_body_asked_of on published.current_actions (council, body, asked_of, place, number)',
  'create index current_actions_by_stage on published.current_actions (council, stage, place, number)',
  'create index current_actions_of_body_by_stage on published.current_actions (council, body, stage, place, number)',
  'create index current_actions_asked_of_by_stage on published.current_actions (council, asked_of, stage, place, number)',
  'create index current_actions_at_meeting on published.current_actions (council, body, meeting_date, item)',
  'create index current_actions_answered on published.current_actions (council, body, answered_on)',
  'create index current_actions_changed on published.current_actions (council, changed_at, number)',
]

/** Recommendations and actions, and what the public reads of them. */
const actionsMigration: Migration = {
  name: '0080-actions',
  up: async (tx) => {
    await councilTable(tx, 'work.served_reports', { columns: reports, key: 'id' })
    await councilTable(tx, 'work.actions', { columns: actions, key: 'id' })
    await councilTable(tx, 'work.action_steps', { columns: steps, key: 'action, number' })
    await sql`create trigger only_added_to before update or delete or truncate on work.action_steps for each statement execute function platform.refuse_change()`.execute(tx.tables())
    await councilTable(tx, 'work.action_reminders', { columns: 'action uuid not null, due date not null, kind text not null, sent_at timestamptz not null', key: 'action, due, kind' })
    await councilTable(tx, 'published.actions', { columns: edition, key: 'number, edition' })
    await councilTable(tx, 'published.current_actions', { columns: current, key: 'number', isCurrent: true })
    await councilTable(tx, 'published.current_action_texts', { columns: texts, key: 'number', isCurrent: true })
    await councilTable(tx, 'published.current_action_subjects', { columns: 'subject text not null, number integer not null', key: 'subject, number', isCurrent: true })
    await councilTable(tx, 'published.action_counts', {
      columns: 'body text not null, asked_of text not null, asked_of_name text not null, state text not null, actions integer not null',
      key: 'body, asked_of, state',
      isCurrent: true,
    })
    await councilTable(tx, 'published.served_reports', { columns: edition, key: 'number, edition' })
    await councilTable(tx, 'published.current_served_reports', { columns: 'number integer not null, edition integer not null, body text not null, record jsonb not null', key: 'number', isCurrent: true })
    await sql.raw(indexes.join(';\n')).execute(tx.tables())
  },
}

/** Which form a served report came of, so that one that is sent twice is one report. */
const sendingMigration: Migration = {
  name: '0104-served-reports-sent',
  up: async (tx) => {
    await sql.raw('alter table work.served_reports add column sending text; create unique index served_reports_sending on work.served_reports (council, sending)').execute(tx.tables())
  },
}

/** What binds whoever was served; what an older build recorded was counted as the executive's. */
const dutyMigration: Migration = {
  name: '0110-served-reports-duty',
  up: async (tx) => {
    await sql.raw("alter table work.served_reports add column duty text not null default 'executive-response'").execute(tx.tables())
  },
}

/** The tables of actions, step by step. */
export const actionsMigrations: readonly Migration[] = [actionsMigration, sourcesMigration, sendingMigration, dutyMigration]
