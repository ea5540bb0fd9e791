import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import { councilTable } from '#platform/database/council-table.ts'
import type { Migration, Reader, Transaction } from '#platform/database/database.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { County } from './county-file.ts'

interface CountyTables {
  /** Every edition of what the council says of itself; the latest holds. */
  'published.county': {
    edition: Generated<number>
    record: ColumnType<County, string, never>
    /** The name of the example that was loaded into this store. */
    example: string | null
    /** The example was loaded to its end. */
    example_whole: boolean
  }
}

export const countyMigration: Migration = {
  name: '0002-county',
  up: (tx) =>
    councilTable(tx, 'published.county', {
      key: 'edition',
      columns: `
        edition bigint generated always as identity,
        record jsonb not null,
        example text,
        example_whole boolean not null
      `,
    }),
}

/** What the store knows of the council whose site this is. */
export interface KeptCounty {
  readonly county: County
  readonly example?: { readonly name: string; readonly whole: boolean; readonly today?: LocalDate }
}

export async function readCounty(reader: Reader): Promise<KeptCounty | undefined> {
  const row = await latest(reader)
  if (row === undefined) return undefined
  if (row.example === null) return { county: row.record }
  const { today } = row.record
  return { county: row.record, example: { name: row.example, whole: row.example_whole, ...(today === undefined ? {} : { today }) } }
}

/** Publishes the council's facts; a store that holds the example goes on holding it. */
export async function saveCounty(tx: Transaction, county: County): Promise<void> {
  const before = await latest(tx.reader)
  await insertEdition(tx, county, before?.example ?? null, before?.example_whole ?? false)
}

/** Marks that this store holds the example, and whether it came to its end: a load that was cut off is begun again at the next start. */
export async function markExample(tx: Transaction, example: string, whole: boolean): Promise<void> {
  const before = await latest(tx.reader)
  if (before !== undefined) await insertEdition(tx, before.record, example, whole)
}

function latest(reader: Reader) {
  return reader
    .tables<CountyTables>()
    .selectFrom('published.county')
    .select(['published.county.record', 'published.county.example', 'published.county.example_whole'])
    .orderBy('published.county.edition', 'desc')
    .limit(1)
    .executeTakeFirst()
}

async function insertEdition(tx: Transaction, county: County, example: string | null, whole: boolean): Promise<void> {
  await tx
    .tables<CountyTables>()
    .insertInto('published.county')
    .values({ record: JSON.stringify(county), example, example_whole: whole })
    .execute()
  await markPublished(tx)
}
