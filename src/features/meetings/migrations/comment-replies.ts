import { sql } from 'kysely'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const replies = `
  id uuid not null default gen_random_uuid(),
  comment uuid not null,
  words text not null,
  by_person uuid not null,
  by_name text not null,
  at timestamptz not null,
  foreign key (council, comment) references work.paper_comments (council, id) on delete cascade
`

/** What was answered to comments on papers. */
export const commentRepliesMigration: Migration = {
  name: '0045-comment-replies',
  up: async (tx) => {
    await councilTable(tx, 'work.comment_replies', { columns: replies, key: 'id' })
    await sql`create index replies_of_comment on work.comment_replies (council, comment)`.execute(tx.tables())
  },
}
