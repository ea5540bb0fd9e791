import type { Database } from '#platform/database/database.ts'
import { readCounty, type KeptCounty } from './county-store.ts'

/** What this process knows of the council, so that the clock and the frame of a page need not ask the database. */
export interface KnownCounty {
  readonly current: () => KeptCounty | undefined
  /** Asks the database again. */
  readonly refresh: () => Promise<void>
}

export async function knowCounty(database: Pick<Database, 'readPublished'>): Promise<KnownCounty> {
  let known: KeptCounty | undefined
  const refresh = async () => {
    known = await database.readPublished(readCounty)
  }
  await refresh()
  return { current: () => known, refresh }
}
