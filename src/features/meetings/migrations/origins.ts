import { councilTable } from '#platform/database/council-table.ts'
import type { Migration } from '#platform/database/database.ts'

const takenOff = `
  meeting uuid not null,
  origin text not null,
  foreign key (council, meeting) references work.meetings (council, id) on delete cascade
`

/** What had put itself on an agenda and was taken off it by an officer. */
export const originsMigration: Migration = {
  name: '0052-origins-taken-off',
  up: (tx) => councilTable(tx, 'work.origins_taken_off', { columns: takenOff, key: 'meeting, origin' }),
}
