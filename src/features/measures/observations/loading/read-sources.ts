import { setImmediate } from 'node:timers/promises'
import type { Fault } from '#core/outcome.ts'
import type { FigureSource } from '../figure-source.ts'
import { HeldFigures } from './held-figures.ts'
import { lotSize } from './lots.ts'

/** What stood in files. */
export interface FiguresRead {
  readonly held: HeldFigures
  readonly rows: number
  readonly faults: readonly Fault[]
}

/** More than anybody mends before trying again. */
export const mostFaults = 200
const rowsToTell = 100_000

/** Reads files one after the other and lets others have their turn in between; after 200 faults no further. */
export async function readSources(sources: readonly FigureSource[], tell: (line: string) => void): Promise<FiguresRead> {
  const held = new HeldFigures()
  const faults: Fault[] = []
  let rows = 0
  for (const [place, { file, rows: read }] of sources.entries())
    for (const row of read) {
      rows += 1
      if (row.faults === undefined) held.hold(place, row.line, row.observation)
      else faults.push(...row.faults)
      if (faults.length >= mostFaults) return { held, rows, faults }
      if (rows % rowsToTell === 0) tell(`${file ?? 'Figures'}: ${rows} rows read`)
      if (rows % lotSize === 0) await setImmediate()
    }
  return { held, rows, faults }
}
