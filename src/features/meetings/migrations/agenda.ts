import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const reminders = `
  item uuid not null,
  reminded_on date not null,
  person uuid not null,
  reminded_by text not null,
  foreign key (council, item) references work.items (council, id) on delete cascade
`

/** Which author was reminded of which item's report on which day. */
export const agendaMigration: Migration = {
  name: '0033-agenda',
  up: (tx) => councilTable(tx, 'work.reminders', { columns: reminders, key: 'item, reminded_on' }),
}
