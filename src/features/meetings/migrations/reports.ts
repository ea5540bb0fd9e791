import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const ofPaper = 'foreign key (council, paper) references work.papers (council, id) on delete cascade'

const writers = `
  paper uuid not null,
  person uuid not null,
  name text not null,
  shared_by text not null,
  shared_at timestamptz not null,
  ${ofPaper}
`

const handIns = `
  paper uuid not null,
  state text not null check (state in ('handed-in', 'returned')),
  by_name text not null,
  at timestamptz not null,
  note text,
  ${ofPaper}
`

const clearances = `
  id uuid not null default gen_random_uuid(),
  paper uuid not null,
  kind text not null check (kind in ('legal', 'finance', 'equality')),
  officer uuid not null,
  officer_name text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null check (state in ('asked', 'cleared', 'returned')),
  answered_at timestamptz,
  note text,
  text_cleared jsonb,
  ${ofPaper}
`

const comments = `
  id uuid not null default gen_random_uuid(),
  paper uuid not null,
  part text not null,
  quote text,
  words text not null,
  by_person uuid not null,
  by_name text not null,
  at timestamptz not null,
  resolved_by text,
  resolved_at timestamptz,
  ${ofPaper}
`

const tellings = `
  paper uuid not null,
  person uuid not null,
  told_at timestamptz not null,
  ${ofPaper}
`

const pictureWords = `
  paper uuid not null,
  name text not null,
  alternative text not null,
  ${ofPaper}
`

const wordImports = `
  id uuid not null default gen_random_uuid(),
  paper uuid not null,
  file_name text not null,
  markdown text not null,
  pictures jsonb not null,
  not_carried jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  ${ofPaper}
`

/** Who writes with the author, what was handed in, asked, cleared and remarked, and what came from Word and is not yet in the report. */
export const reportsMigration: Migration = {
  name: '0034-reports',
  up: async (tx) => {
    await councilTable(tx, 'work.paper_writers', { columns: writers, key: 'paper, person' })
    await councilTable(tx, 'work.paper_hand_ins', { columns: handIns, key: 'paper' })
    await councilTable(tx, 'work.clearances', { columns: clearances, key: 'id' })
    await councilTable(tx, 'work.paper_comments', { columns: comments, key: 'id' })
    await councilTable(tx, 'work.paper_tellings', { columns: tellings, key: 'paper, person' })
    await councilTable(tx, 'work.picture_words', { columns: pictureWords, key: 'paper, name' })
    await councilTable(tx, 'work.word_imports', { columns: wordImports, key: 'id' })
    for (const table of ['clearances', 'paper_comments', 'word_imports']) {
      await sql.raw(`create index ${table}_of_paper on work.${table} (council, paper)`).execute(tx.tables())
    }
    await sql.raw('create index clearances_of_officer on work.clearances (council, officer)').execute(tx.tables())
    await sql.raw('create index comments_of_person on work.paper_comments (council, by_person)').execute(tx.tables())
    await sql.raw('create index writers_by_person on work.paper_writers (council, person)').execute(tx.tables())
  },
}
