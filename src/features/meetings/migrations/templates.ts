import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const bodyTemplates = `
  body text not null,
  template jsonb not null,
  revision integer not null default 1
`

/** How the meetings of each body are made. */
export const templatesMigration: Migration = {
  name: '0032-templates',
  up: (tx) => councilTable(tx, 'work.body_templates', { columns: bodyTemplates, key: 'body' }),
}
