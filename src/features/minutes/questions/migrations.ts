import { sql } from 'kysely'
import type { Migration } from '#platform/database/database.ts'
import { questionsMigration } from './migration.ts'

/** From the words of the record, since what the public reads of lateness is in it: days as text sort as days. Of an old correction nobody knows the first day. */
const answeredLate = `
  boolean generated always as (
    state = 'answered'
    and (record -> 'standing' ->> 'corrected' is null or record -> 'standing' ->> 'firstOn' is not null)
    and coalesce(record -> 'standing' ->> 'firstOn', record -> 'standing' ->> 'on') collate "C" > (record ->> 'due') collate "C"
  ) stored
`

/** The tables of questions, step by step. */
export const questionsMigrations: readonly Migration[] = [
  questionsMigration,
  {
    name: '0084-questions-withheld-and-loaded',
    up: async (tx) => {
      const statements = [
        'alter table work.questions add column withheld boolean not null default false',
        'alter table work.questions add column loaded jsonb',
        'alter table published.current_questions drop constraint current_questions_state_check',
        "alter table published.current_questions add constraint current_questions_state_check check (state in ('put', 'answered', 'withdrawn', 'withheld'))",
        `alter table published.current_questions add column answered_late ${answeredLate}`,
        'create index current_questions_answered_late on published.current_questions (council, number) where answered_late',
      ]
      await sql.raw(statements.join(';\n')).execute(tx.tables())
    },
  },
  {
    name: '0084-questions-sent',
    up: async (tx) => {
      await sql.raw('alter table work.questions add column asked_at timestamptz; create index questions_sent on work.questions (council, asker, asked_at) where asked_at is not null').execute(tx.tables())
    },
  },
]
