import { writeSync } from 'node:fs'
import { councilTable } from '../council-table.ts'
import type { Migration } from '../database.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open-database.ts'

/** A process for the test that kills it: writes one row after another and says each number when the database has answered. */
interface Tables {
  'work.acknowledged': { number: number }
}

const opened = await openDatabase({ kind: 'embedded', folder: process.argv[2] ?? '', council: 'testshire' })
if (!opened.ok) throw new Error(opened.refusal.message)
const database = opened.value
const table: Migration = {
  name: '0001-acknowledged',
  up: (tx) => councilTable(tx, 'work.acknowledged', { columns: 'number integer not null', key: 'number' }),
}
await migrate(database, [table])
const last = await database.read('test', (reader) => {
  const rows = reader.tables<Tables>().selectFrom('work.acknowledged')
  return rows.select((row) => row.fn.max('number').as('number')).executeTakeFirst()
})
for (let number = (last?.number ?? 0) + 1; ; number += 1) {
  await database.write('test', (tx) => tx.tables<Tables>().insertInto('work.acknowledged').values({ number }).execute())
  writeSync(1, `${number}\n`)
}
