import { refuse, ok, type Outcome } from '#core/outcome.ts'
import type { Database, Transaction } from '#platform/database/database.ts'
import type { Held, HeldFigures } from './held-figures.ts'
import { insertFigures } from '../keep-figures.ts'
import { lotSize, lotsOf } from './lots.ts'
import { openLoads, touchLoads } from './open-loads.ts'

interface Writing {
  /** The id of the load of each file that brings something, by its place among the files. */
  readonly loads: ReadonlyMap<number, string>
  readonly at: Date
  readonly store: Pick<Database, 'kind'>
  /** Runs a transaction of staff. */
  readonly write: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>
  readonly tell: (line: string) => void
  /** How many will be written. */
  readonly figures: number
}

const rowsToTell = 100_000

/** Somebody wrote one of these figures, or took these loads away, since they were checked. */
export const crossed = refuse('conflict', 'Somebody else has entered some of these figures meanwhile. Nothing was changed: load the file again.')

/**
 * Writes the figures that are to be written, in short transactions between which others have their turn. Their loads stay open, so that nobody reads any of it; whoever asked closes them, and where
 * this is refused or throws takes away what was written.
 */
export async function writeHeld(held: HeldFigures, { loads, at, store, write, tell, figures }: Writing): Promise<Outcome<void>> {
  const ids = [...loads.values()]
  const opened = await write((tx) => openLoads(tx, ids, store))
  if (!opened.ok) return opened
  if (figures >= rowsToTell) tell(`Writing ${figures} figures. The site answers meanwhile, and has them when the last is written.`)
  let written = 0
  for (const batch of batchesOf(held)) {
    const isWritten = await write(async (tx) => (await touchLoads(tx, ids)) && (await insertBatch(tx, batch, { loads, at })))
    if (!isWritten) return crossed
    const before = written
    written += batch.length
    if (Math.floor(written / rowsToTell) > Math.floor(before / rowsToTell)) tell(`${written} of ${figures} figures written`)
  }
  return ok(undefined)
}

async function insertBatch(tx: Transaction, batch: readonly Held[], { loads, at }: Pick<Writing, 'loads' | 'at'>): Promise<boolean> {
  for (const [source, figures] of Map.groupBy(batch, (one) => one.source)) {
    const id = loads.get(source)
    if (id === undefined) throw new Error(`No load was opened for file ${source}`)
    if ((await insertFigures(tx, figures, { id, at })) < figures.length) return false
  }
  return true
}

/** In the order in which the table keeps them. */
function* batchesOf(held: HeldFigures): Generator<readonly Held[]> {
  let batch: Held[] = []
  for (const { pairs } of lotsOf(held))
    for (const { places } of pairs)
      for (const place of places) {
        const one = held.at(place)
        if (one.revision > 0) batch.push(one)
        if (batch.length < lotSize) continue
        yield batch
        batch = []
      }
  if (batch.length > 0) yield batch
}
