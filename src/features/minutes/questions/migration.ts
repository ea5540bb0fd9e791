import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const questions = `
  id uuid not null default gen_random_uuid(),
  number integer check (number > 0),
  body text not null,
  asker uuid,
  asked_by text not null,
  asked_on date not null,
  about jsonb not null,
  meeting_date date,
  text text not null,
  state text not null check (state in ('asked', 'not-put', 'put', 'answered', 'withdrawn')),
  standing jsonb not null,
  owner_role text,
  owner uuid,
  due date,
  revision integer not null default 1,
  reference text,
  check (state = standing ->> 'state'),
  check (state not in ('put', 'answered') or (number is not null and owner_role is not null and due is not null)),
  check (state not in ('asked', 'not-put') or number is null),
  unique (council, number),
  unique (council, reference)
`

const reminders = `
  question uuid not null,
  due date not null,
  kind text not null check (kind in ('coming', 'late')),
  sent_at timestamptz not null,
  foreign key (council, question) references work.questions (council, id)
`

const editions = 'number integer not null, edition integer not null check (edition > 0), record jsonb not null, published_at timestamptz not null'

const current = `
  number integer not null,
  edition integer not null,
  body text not null,
  meeting_date date,
  item integer,
  state text not null check (state in ('put', 'answered', 'withdrawn')),
  due date not null,
  record jsonb not null
`

/** Questions of members to items and figures, and what the public reads of each once it is put. */
export const questionsMigration: Migration = {
  name: '0084-questions',
  up: async (tx) => {
    await councilTable(tx, 'work.questions', { columns: questions, key: 'id' })
    await councilTable(tx, 'work.question_reminders', { columns: reminders, key: 'question, due, kind' })
    await councilTable(tx, 'work.question_agendas', { columns: 'body text not null, meeting_date date not null', key: 'body, meeting_date' })
    await councilTable(tx, 'published.questions', { columns: editions, key: 'number, edition' })
    await councilTable(tx, 'published.current_questions', { columns: current, key: 'number', isCurrent: true })
    const tables = tx.tables()
    await sql`create index questions_open on work.questions (council, state, asked_on) where state in ('asked', 'not-put', 'put')`.execute(tables)
    await sql`create index questions_at on work.questions (council, body, meeting_date)`.execute(tables)
    await sql`create index questions_owned on work.questions (council, owner, due) where state = 'put'`.execute(tables)
    await sql`create index current_questions_at on published.current_questions (council, body, meeting_date, item)`.execute(tables)
    await sql`create index current_questions_of on published.current_questions (council, body, number)`.execute(tables)
    await sql`create index current_questions_put on published.current_questions (council, body, due) where state = 'put'`.execute(tables)
  },
}
