import { sql } from 'kysely'
import { parsePeriod } from '#core/periods/period.ts'
import type { Transaction } from '#platform/database/database.ts'
import { markPublished } from '#platform/http/publication.ts'
import { kindOf } from '../definitions/frequencies.ts'
import type { Release, ReleaseEntry } from './release.ts'
import type { PublishedReleaseTables } from './tables.ts'

/**
 * Writes a version of a release for good, and makes its entries those that hold of each measure unless a release of a later period has it. In the transaction of the
 * deed that publishes; what the entries hold is public from its end on, so they are protected before.
 */
export async function keepPublished(tx: Transaction, release: Release, entries: readonly ReleaseEntry[]): Promise<void> {
  const { body, period, version, publishedAt, note, ...document } = release
  const table = tx.tables<PublishedReleaseTables>()
  await table.insertInto('published.releases').values({ body, period, version, published_at: publishedAt, note, document: JSON.stringify(document) }).execute()
  if (entries.length > 0) {
    const rows = entries.map((entry, place) => ({ body, period, version, position: place + 1, measure: entry.measure, document: JSON.stringify(entry) }))
    await table.insertInto('published.release_measures').values(rows).execute()
    const current = entries.map((entry) => ({ measure: entry.measure, body, period, version, to_day: lastDayOf(entry) }))
    await table
      .insertInto('published.current_measures')
      .values(current)
      .onConflict((conflict) =>
        conflict
          .columns(['council', 'measure'])
          .doUpdateSet({ body: sql`excluded.body`, period: sql`excluded.period`, version: sql`excluded.version`, to_day: sql`excluded.to_day` })
          .where(sql<boolean>`(excluded.to_day, excluded.period) >= (current_measures.to_day, current_measures.period)`),
      )
      .execute()
  }
  await markPublished(tx)
}

function lastDayOf({ sheet: { asOf, definition } }: ReleaseEntry): string {
  const period = parsePeriod(asOf, kindOf(definition.frequency))
  if (period === undefined) throw new Error(`${asOf} is no period`)
  return period.to
}
