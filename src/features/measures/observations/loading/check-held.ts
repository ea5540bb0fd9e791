import { setImmediate } from 'node:timers/promises'
import type { Fault } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { withFigures } from '../../definitions/standing-measures.ts'
import type { Known } from '../check-row.ts'
import { considerLot } from '../standing/consider-lot.ts'
import type { FigureFault } from '../figure-fault.ts'
import type { FigureOrigin } from '../figure-source.ts'
import { mostKept } from './findings.ts'
import type { HeldFigures } from './held-figures.ts'
import { jumpFaults } from '../standing/jump-faults.ts'
import { lotsOf, type Lot } from './lots.ts'
import { standingOf } from '../read-figures-kept.ts'
import { mostFaults } from './read-sources.ts'

/** What is wrong with figures, the first 200, and what is worth a look, the first thousand of each kind. */
export interface HeldChecked {
  readonly faults: readonly Fault[]
  readonly jumps: readonly FigureFault[]
  readonly apart: readonly FigureFault[]
  readonly overtaken: readonly FigureFault[]
}

/** Runs a reading of staff. */
type Read = <T>(reading: (reader: Reader) => Promise<T>) => Promise<T>

const rowsToTell = 500_000

/** Holds figures that were read against each other and against what stands, lot by lot in short readings, and says of each which revision it will be. */
export async function checkHeld(held: HeldFigures, known: Known, origins: readonly FigureOrigin[], { read, tell }: { readonly read: Read; readonly tell: (line: string) => void }): Promise<HeldChecked> {
  const found = { faults: [] as Fault[], jumps: [] as FigureFault[], apart: [] as FigureFault[], overtaken: [] as FigureFault[] }
  const take = <One extends Fault>(to: One[], more: readonly One[], most = mostKept) => void to.push(...more.slice(0, most - to.length))
  const counted = await read((reader) => withFigures(reader, [...known.measures.keys()]))
  let looked = 0
  for (const lot of lotsOf(held)) {
    const lotFound = await checkLot(held, lot, { known, origins, read, counted })
    const { refused, flags } = jumpFaults(lotFound.jumps, origins)
    take(found.faults, [...lotFound.faults, ...refused], mostFaults)
    take(found.jumps, flags)
    take(found.apart, lotFound.apart)
    take(found.overtaken, lotFound.overtaken)
    if (found.faults.length >= mostFaults) break
    const before = looked
    looked += lot.size
    if (Math.floor(looked / rowsToTell) > Math.floor(before / rowsToTell)) tell(`${looked} of ${held.size} figures held against what stands`)
    await setImmediate()
  }
  return found
}

interface Against {
  readonly known: Known
  readonly origins: readonly FigureOrigin[]
  readonly read: Read
  /** The measures of which anything stands. */
  readonly counted: ReadonlySet<string>
}

async function checkLot(held: HeldFigures, { pairs }: Lot, { known: { measures }, origins, read, counted }: Against) {
  const asked = pairs.filter(({ measure }) => counted.has(measure))
  const standing = asked.length === 0 ? [] : await read((reader) => standingOf(reader, asked))
  const considered = considerLot(pairs.flatMap(({ places }) => Array.from(places, (place) => held.at(place))), { standing, measures, origins })
  for (const { of, observation, revision } of considered.next) held.settle(of.place, revision, observation)
  return considered
}
