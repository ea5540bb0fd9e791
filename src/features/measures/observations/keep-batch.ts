import { given } from '#core/given.ts'
import type { Transaction } from '#platform/database/database.ts'
import { insertFigures, revisionsOf, type Kept, type Load, type Placed } from './keep-figures.ts'
import { nextRevision } from './next-revision.ts'
import { keyOf, type CellFault, type Observation } from './observation.ts'

/** A figure that was read and checked, with the row of its file. */
export interface Arriving {
  readonly line: number | undefined
  readonly observation: Observation
}

/** What became of figures. */
export interface BatchKept {
  readonly first: number
  readonly revised: number
  readonly faults: readonly (CellFault & { readonly line: number | undefined })[]
  /** What stood once and does no more: the file is older than what stands, and takes nothing back. */
  readonly overtaken: readonly (CellFault & { readonly line: number | undefined })[]
  /** Somebody else wrote one of these figures at the same time. */
  readonly isCrossed: boolean
}

/** Writes figures of which nothing stands at once; those of which something does are held against it, and what follows it is written. */
export async function keepBatch(tx: Transaction, arriving: readonly Arriving[], load: Load, how: Parameters<typeof nextRevision>[2]): Promise<BatchKept> {
  const first = await insertFigures(tx, arriving.map((one) => ({ ...one, revision: 1 })), load)
  if (first === arriving.length) return { first, revised: 0, faults: [], overtaken: [], isCrossed: false }
  const { next, faults, overtaken } = held(arriving, await revisionsOf(tx, arriving), load, how)
  const revised = faults.length > 0 ? 0 : await insertFigures(tx, next, load)
  return { first, revised, faults, overtaken, isCrossed: faults.length === 0 && revised < next.length }
}

function held(arriving: readonly Arriving[], standing: ReadonlyMap<string, readonly Kept[]>, load: Load, how: Parameters<typeof nextRevision>[2]) {
  const next: Placed[] = []
  const faults: (CellFault & { readonly line: number | undefined })[] = []
  const overtaken: (CellFault & { readonly line: number | undefined })[] = []
  const met = new Map<string, number | undefined>()
  for (const { line, observation } of arriving) {
    const key = keyOf(observation)
    const kept = standing.get(key) ?? []
    const ours = kept.find((one) => one.load === load.id)
    const isJustWritten = ours !== undefined && ours.line === line && !met.has(key)
    const turn = isJustWritten ? undefined : nextRevision(observation, kept, how)
    if (!isJustWritten && (met.has(key) || ours !== undefined)) faults.push({ line, field: 'period', found: observation.period, message: twice(met.get(key) ?? ours?.line) })
    else if (turn?.kind === 'refused') faults.push({ line, ...turn.fault })
    else if (turn?.kind === 'overtaken') overtaken.push({ line, field: 'value', ...given('found', observation.value?.toString()), message: `This stood once; since then it is ${turn.by.value ?? turn.by.status}. It was left: to go back to it, correct the figure on its page, or give it as revised with a reason of its own.` })
    else if (turn?.kind === 'next') next.push({ line, observation: turn.observation, revision: turn.revision })
    met.set(key, line)
  }
  return { next, faults, overtaken }
}

function twice(line: number | undefined): string {
  return `This measure, area, breakdown and period ${line === undefined ? 'are' : `is in row ${line}`} already. Give each figure once.`
}
