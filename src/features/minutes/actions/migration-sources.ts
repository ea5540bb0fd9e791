import { sql } from 'kysely'
import type { Migration, Transaction } from '#platform/database/database.ts'
import { daysAnsweredLate } from './clock.ts'
import type { PublicAction } from './public-action.ts'

const columns = [
  'alter table work.actions add column source text, add column invented text, add column loaded jsonb, add column raised_due date, add column awaited_owner text',
  'alter table published.current_actions add column answered_late integer not null default 0, add column is_invented boolean not null default false',
  'alter table published.current_action_texts add column answered_late integer not null default 0, add column is_invented boolean not null default false',
  'alter table published.action_counts add column invented integer not null default 0',
]

/** What was answered late, and what is invented, is little: each list of it is read from an index of its own. */
const indexes = [
  'create index current_actions_answered_late on published.current_actions (council, place, number) where answered_late > 0',
  'create index current_actions_invented on published.current_actions (council, place, number) where is_invented',
  'create index current_action_texts_invented on published.current_action_texts (council, place, number) where is_invented',
  'create index actions_awaiting_owner on work.actions (council, awaited_owner) where awaited_owner is not null',
]

/** Where an action comes from, what a file said of it, who answered late. */
export const sourcesMigration: Migration = {
  name: '0081-sources-of-actions',
  up: async (tx) => {
    await sql.raw([...columns, ...indexes].join(';\n')).execute(tx.tables())
    await drawLateness(tx)
  },
}

interface Served {
  readonly council: string
  readonly number: number
  readonly record: Pick<PublicAction, 'chain'>
}

/** Stores of before hold answers that were late, in every council, which the owner of the tables sees only while nothing hides them. */
async function drawLateness(tx: Transaction): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(tx.tables())
  const tables = ['published.current_actions', 'published.current_action_texts']
  for (const table of tables) await run(`alter table ${table} no force row level security`)
  const { rows } = await sql<Served>`select council, number, record from published.current_actions where record @> '{"chain": [{"what": "served"}, {"what": "answered"}]}'`.execute(tx.tables())
  const late = rows.map(({ council, number, record }) => ({ council, number, days: daysAnsweredLate(record.chain) })).filter(({ days }) => days > 0)
  for (const table of tables) {
    await sql`update ${sql.table(table)} as list set answered_late = drawn.days from jsonb_to_recordset(${JSON.stringify(late)}::jsonb) as drawn (council text, number integer, days integer)
      where list.council = drawn.council and list.number = drawn.number`.execute(tx.tables())
  }
  for (const table of tables) await run(`alter table ${table} force row level security`)
}
