import type { Reader, Transaction } from '#platform/database/database.ts'
import { nationalAreas, type Area } from './area.ts'
import type { ComparatorTables } from './tables.ts'

/** The areas that were loaded, by their codes; England and its regions stand without. One query. */
export async function keptAreas(reader: Reader): Promise<readonly Area[]> {
  const rows = await reader.tables<ComparatorTables>().selectFrom('work.areas as area').select(['area.code', 'area.name', 'area.kind', 'area.region', 'area.is_own']).orderBy('area.code').execute()
  return rows.map(({ region, is_own, ...row }) => ({ ...row, isOwn: is_own, ...(region === null ? {} : { region }) }))
}

/** Every area that a figure can be of, by its code. One query. */
export async function areasByCode(reader: Reader): Promise<ReadonlyMap<string, Area>> {
  return new Map([...nationalAreas, ...(await keptAreas(reader))].map((area) => [area.code, area]))
}

/** Puts areas in the place of those of the same code. */
export async function saveAreas(tx: Transaction, areas: readonly Area[]): Promise<void> {
  const table = tx.tables<ComparatorTables>()
  if (areas.length === 0) return
  if (areas.some(({ isOwn }) => isOwn)) await table.updateTable('work.areas').set({ is_own: false }).where('is_own', '=', true).execute()
  await table.deleteFrom('work.areas').where('code', 'in', areas.map(({ code }) => code)).execute()
  await table.insertInto('work.areas').values(areas.map(({ code, name, kind, region, isOwn }) => ({ code, name, kind, region: region ?? null, is_own: isOwn }))).execute()
}

/** Adds areas that a file of figures names; those that are kept stay as they are. */
export async function addAreas(tx: Transaction, areas: readonly Area[]): Promise<void> {
  if (areas.length === 0) return
  const rows = areas.map(({ code, name, kind, region }) => ({ code, name, kind, region: region ?? null, is_own: false }))
  await tx.tables<ComparatorTables>().insertInto('work.areas').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
}
