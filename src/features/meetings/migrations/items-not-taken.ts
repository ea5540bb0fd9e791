import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const columns = `
  body text not null,
  meeting_date date not null,
  item integer not null
`

/** Which items of published agendas were not taken when their meeting was held, as its published minutes have it. */
export const itemsNotTakenMigration: Migration = {
  name: '0054-items-not-taken',
  up: (tx) => councilTable(tx, 'published.current_items_not_taken', { columns, key: 'body, meeting_date, item', isCurrent: true }),
}
