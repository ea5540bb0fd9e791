import { randomUUID } from 'node:crypto'
import { ok, type Fault, type Outcome } from '#core/outcome.ts'
import { given } from '#core/given.ts'
import type { Transaction } from '#platform/database/database.ts'
import { act, type Context, type Deed } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { checkHeld, type HeldChecked } from './check-held.ts'
import type { Known } from '../check-row.ts'
import { figureKey } from '../figure-fault.ts'
import type { FigureSource } from '../figure-source.ts'
import { findingsOf, type Finding } from './findings.ts'
import type { HeldFigures } from './held-figures.ts'
import { keepFindings } from './keep-findings.ts'
import { notLoaded, type Loaded } from './loaded.ts'
import { analyzeFigures, enoughToAnalyze } from './analyze-figures.ts'
import { closeLoads, recordLoads, undoLoads } from './open-loads.ts'
import { readSources, type FiguresRead } from './read-sources.ts'
import { readOtherwise, type FigureGiven, type FiguresGiven } from '../../releases/preview/read-otherwise.ts'
import { whatIsKnown } from '../what-is-known.ts'
import { crossed, writeHeld } from './write-held.ts'

/** Files that were opened, and what is wrong with those that could not be. */
export interface Opened {
  readonly sources: readonly FigureSource[]
  readonly faults: readonly Fault[]
}

interface Import {
  readonly context: Context
  readonly deed: Deed
  /** Opens the files, whose rows are held against what is known. */
  readonly open: (known: Known) => Opened
  /** What is wrong where no row is read at all; nothing where that may be. */
  readonly ifEmpty?: string
  /** Writes what else the files brought, with the end of the load. */
  readonly alongside?: (tx: Transaction, known: Known) => Promise<void>
  readonly at: Date
  readonly tell: (line: string) => void
}

/**
 * Loads figures of files in their order, all or none. They are read and checked to the end before anything is written, and all that is wrong is told together. What is written lies in open
 * loads, which nobody reads: the deed itself closes them, and takes a moment however many figures there are.
 */
export async function importFigures(asked: Import): Promise<Outcome<Loaded>> {
  const { context, deed } = asked
  const known = await look(context, deed, async (reader) => ok(await whatIsKnown(reader, context.today)))
  if (!known.ok) return known
  const { sources, faults } = asked.open(known.value)
  const read = await readSources(sources, asked.tell)
  const checked = await checkHeld(read.held, known.value, sources, { read: (reading) => context.database.read(actorKey(context.actor), reading), tell: asked.tell })
  const empty = asked.ifEmpty !== undefined && read.rows === 0 && faults.length === 0 ? [{ message: asked.ifEmpty }] : []
  const all = [...faults, ...[...read.faults, ...checked.faults].toSorted(inOrderOf(sources)), ...empty]
  return all.length > 0 ? act(context, deed, async () => notLoaded(all)) : write(asked, known.value, { sources, read, checked })
}

/** By file and row, as whoever mends the files goes through them. */
function inOrderOf(sources: readonly FigureSource[]): (one: Fault, other: Fault) => number {
  const places = new Map(sources.map(({ file }, place) => [file, place]))
  return (one, other) => (places.get(one.file) ?? 0) - (places.get(other.file) ?? 0) || (one.row ?? 0) - (other.row ?? 0)
}

interface Found {
  readonly sources: readonly FigureSource[]
  readonly read: FiguresRead
  readonly checked: HeldChecked
}

async function write({ context, deed, at, tell, alongside }: Import, known: Known, { sources, read: { held, rows }, checked }: Found): Promise<Outcome<Loaded>> {
  const { first, revised, bySource } = countsOf(held)
  const loads = [...bySource].map(([source, figures]) => ({ source, id: randomUUID(), what: sources[source]?.what ?? 'observations', figures }))
  const run = <T>(work: (tx: Transaction) => Promise<T>) => context.database.write(actorKey(context.actor), work)
  const loadOf = (file: string | undefined) => (loads.find(({ source }) => sources[source]?.file === file) ?? loads[0])?.id
  const keep = async (tx: Transaction, findings: readonly Finding[], from: number) => {
    for (const [load, ofLoad] of Map.groupBy(findings, ({ file }) => loadOf(file))) if (load !== undefined) await keepFindings(tx, load, ofLoad, from)
  }
  const inOrder = inOrderOf(sources)
  const before = { ...none, slip: checked.jumps, apart: checked.apart, overtaken: checked.overtaken }
  const foundBefore = findingsOf(before, inOrder)
  const undo = async () => run((tx) => undoLoads(tx, loads.map(({ id }) => id)))
  try {
    const written = loads.length === 0 ? ok(undefined) : await writeHeld(held, { loads: new Map(loads.map(({ source, id }) => [source, id])), at, store: context.database, write: run, tell, figures: first + revised })
    const done = await act<undefined>(context, deed, async (tx) => {
      if (!written.ok) return written
      if (!(await closeLoads(tx, loads))) return crossed
      await recordLoads(tx, loads.map(({ id, what, figures }) => ({ id, what, figures })), { by: actorKey(context.actor), at })
      await keep(tx, foundBefore, 0)
      await alongside?.(tx, known)
      return ok(undefined)
    })
    if (!done.ok) {
      await undo()
      return done
    }
    if (first + revised >= enoughToAnalyze) await analyzeFigures(run)
    const told = await context.database.read(actorKey(context.actor), (reader) => readOtherwise(reader, givenIn(held, sources)))
    const otherwise = told.flatMap(({ figure, ...fault }) => (figure === undefined ? [] : [{ ...fault, figure }]))
    // What the public reads otherwise can be asked only once the figures stand, and takes too long for the deed.
    if (otherwise.length > 0) await run((tx) => keep(tx, findingsOf({ ...none, otherwise }, inOrder), foundBefore.length))
    return ok({ rows, first, revised, findings: findingsOf({ ...before, otherwise }, inOrder), loads: loads.map(({ id }) => id), arePartsApart: checked.apart.length > 0 })
  } catch (error) {
    // Where the store itself is gone, the next load takes it away.
    await undo().catch(() => undefined)
    throw error
  }
}

const none = { slip: [], apart: [], otherwise: [], overtaken: [] } as const

/** The figures that were written. */
function givenIn(held: HeldFigures, sources: readonly FigureSource[]): FiguresGiven {
  const figures = function* (): Generator<FigureGiven> {
    for (let place = 0; place < held.size; place += 1) {
      if (held.settledAt(place).revision === 0) continue
      const { source, line, observation } = held.at(place)
      yield { figure: observation, where: { ...given('file', sources[source]?.file), row: line, figure: figureKey(observation) } }
    }
  }
  return { measures: [...new Set(held.pairs().map(({ measure }) => measure))], figures }
}

function countsOf(held: HeldFigures) {
  const counts = { first: 0, revised: 0, bySource: new Map<number, number>() }
  for (let place = 0; place < held.size; place += 1) {
    const { revision, source } = held.settledAt(place)
    if (revision === 0) continue
    if (revision === 1) counts.first += 1
    else counts.revised += 1
    counts.bySource.set(source, (counts.bySource.get(source) ?? 0) + 1)
  }
  return counts
}
