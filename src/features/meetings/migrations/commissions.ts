import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const commissions = `
  paper uuid not null,
  commissioned_on date not null,
  foreign key (council, paper) references work.papers (council, id) on delete cascade
`

/** On which day a report was asked for: an author is not late with a step whose day was over by then. */
export const commissionsMigration: Migration = {
  name: '0040-commissions',
  up: (tx) => councilTable(tx, 'work.commissions', { columns: commissions, key: 'paper' }),
}
