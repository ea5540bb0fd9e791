import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const itemChanges = `
  item uuid not null,
  changed_by text not null,
  foreign key (council, item) references work.items (council, id) on delete cascade
`

/** Who changed which item of an agenda last. */
export const itemChangesMigration: Migration = {
  name: '0039-item-changes',
  up: (tx) => councilTable(tx, 'work.item_changes', { columns: itemChanges, key: 'item' }),
}
