import { randomUUID } from 'node:crypto'
import { given } from '#core/given.ts'
import type { Fault } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { FigureSource } from './figure-source.ts'
import { keepBatch, type Arriving } from './keep-batch.ts'
import type { Load } from './keep-figures.ts'
import type { CellFault } from './observation.ts'
import type { ObservationTables } from './tables.ts'

/** By whom and when, and who hears how far it is. */
export interface Loading {
  readonly by: string
  readonly at: Date
  readonly tell: (line: string) => void
  /** Somebody sits before it who can say why a figure is ten times the one before: without a note it is refused. */
  readonly areJumpsAsked?: boolean
}

/** What became of one file. */
export interface SourceLoaded {
  readonly load: string
  readonly rows: number
  readonly first: number
  readonly revised: number
  readonly measures: ReadonlySet<string>
  readonly faults: readonly Fault[]
  /** Rows that say what stood once, of which the first 200 are told. */
  readonly overtaken: readonly Fault[]
  readonly isCrossed: boolean
}

const batchSize = 5000
/** More than anybody mends before trying again. */
export const mostFaults = 200
const rowsToTell = 100_000

/** Reads and writes one file in the memory of a batch. From the first fault on it is only read, to find what else is wrong, and after 200 no further. */
export async function loadSource(tx: Transaction, source: FigureSource, { by, at, tell }: Loading): Promise<SourceLoaded> {
  const load: Load = { id: randomUUID(), at }
  const state = { rows: 0, first: 0, revised: 0, measures: new Set<string>(), faults: [] as Fault[], overtaken: [] as Fault[], isCrossed: false }
  for (const batch of batchesOf(source, state, tell)) {
    if (state.faults.length > 0) continue
    const kept = await keepBatch(tx, batch, load, { ...given('revisedBecause', source.revisedBecause), isTyped: source.what === 'page' })
    state.first += kept.first
    state.revised += kept.revised
    state.faults.push(...kept.faults.map((fault) => placed(source, fault)))
    state.overtaken.push(...kept.overtaken.slice(0, mostFaults - state.overtaken.length).map((fault) => placed(source, fault)))
    state.isCrossed ||= kept.isCrossed
  }
  const figures = state.first + state.revised
  if (figures > 0) await tx.tables<ObservationTables>().insertInto('work.observation_loads').values({ id: load.id, what: source.what, entered_by: by, entered_at: at, figures }).execute()
  return { ...state, load: load.id }
}

interface Reading {
  rows: number
  readonly measures: Set<string>
  readonly faults: Fault[]
  readonly isCrossed: boolean
}

function* batchesOf({ file, rows }: FigureSource, state: Reading, tell: Loading['tell']): Generator<readonly Arriving[]> {
  let batch: Arriving[] = []
  for (const row of rows) {
    state.rows += 1
    if (row.faults === undefined) batch.push(row)
    else state.faults.push(...row.faults)
    if (row.faults === undefined) state.measures.add(row.observation.measure)
    if (state.faults.length >= mostFaults || state.isCrossed) return
    if (state.rows % rowsToTell === 0) tell(`${file ?? 'Figures'}: ${state.rows} rows read`)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function placed({ file }: FigureSource, { line, ...fault }: CellFault & { readonly line: number | undefined }): Fault {
  return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { row: line }), ...fault }
}
