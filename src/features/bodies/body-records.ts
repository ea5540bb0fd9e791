import type { Reader } from '#platform/database/database.ts'
import type { Body } from './body.ts'
import type { BodiesTables } from './tables.ts'

/** A body as it stands, with when it was first published and when last, and what its earlier editions said. */
export interface BodyRecord {
  readonly body: Body
  readonly createdAt: Date
  readonly modifiedAt: Date
  readonly earlier: readonly Body[]
}

/** Every published body in the order in which they were first published, those of one moment by their address word; for exports. One query. */
export async function bodyRecords(reader: Reader): Promise<BodyRecord[]> {
  const rows = await reader.tables<BodiesTables>().selectFrom('published.bodies as edition').select(['edition.slug', 'edition.record', 'edition.published_at']).orderBy('edition.slug').orderBy('edition.edition').execute()
  const records = [...Map.groupBy(rows, ({ slug }) => slug).values()].flatMap((editions): BodyRecord[] => {
    const [first, last] = [editions[0], editions.at(-1)]
    if (first === undefined || last === undefined) return []
    return [{ body: last.record, createdAt: first.published_at, modifiedAt: last.published_at, earlier: editions.slice(0, -1).map(({ record }) => record) }]
  })
  // The sort keeps the order of the address words within a moment.
  return records.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
}
