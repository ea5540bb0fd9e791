import type { Reader, Transaction } from '#platform/database/database.ts'
import type { Closeness, Neighbour } from './neighbours.ts'
import type { ComparatorTables } from './tables.ts'

/** Every set of neighbours, the earliest first. One query. */
export async function allNeighbours(reader: Reader): Promise<readonly Neighbour[]> {
  const rows = await reader.tables<ComparatorTables>().selectFrom('work.neighbours as near').select(['near.from_day', 'near.area', 'near.closeness']).orderBy('near.from_day').orderBy('near.area').execute()
  return rows.map(({ from_day, area, closeness }) => ({ from: from_day, area, closeness: closeness as Closeness }))
}

/** Puts sets in the place of those that began on the same days. */
export async function saveNeighbours(tx: Transaction, neighbours: readonly Neighbour[]): Promise<void> {
  if (neighbours.length === 0) return
  const table = tx.tables<ComparatorTables>()
  await table.deleteFrom('work.neighbours').where('from_day', 'in', [...new Set(neighbours.map(({ from }) => from))]).execute()
  await table.insertInto('work.neighbours').values(neighbours.map(({ from, area, closeness }) => ({ from_day: from, area, closeness }))).execute()
}
