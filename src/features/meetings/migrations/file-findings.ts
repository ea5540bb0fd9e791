import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

/** What stands hidden in the files beside papers, by their content. */
export const fileFindingsMigration: Migration = {
  name: '0051-file-findings',
  up: (tx) => councilTable(tx, 'work.file_findings', { columns: 'checksum text not null, finding text not null', key: 'checksum, finding' }),
}
