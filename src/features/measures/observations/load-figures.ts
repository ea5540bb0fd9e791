import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { Known } from './check-row.ts'
import type { FigureSource } from './figure-source.ts'
import { jumpFaults } from './jump-faults.ts'
import { jumpsIn } from './jumps.ts'
import { loadSource, mostFaults, type Loading, type SourceLoaded } from './load-source.ts'
import { partsApart } from './parts-apart.ts'

/** What became of all that was given. */
export interface Loaded {
  readonly rows: number
  /** Figures of which nothing stood. */
  readonly first: number
  readonly revised: number
  /** What is worth a look: figures ten times those before them, parts that do not add up to their whole, and rows that say what stood once. */
  readonly flags: readonly Fault[]
  /** Whether parts do not add up to their whole any more. */
  readonly arePartsApart: boolean
}

/** Writes the figures of files one after the other, all or none: the transaction is the caller's, whom a refusal has to roll it back. */
export async function loadFigures(tx: Transaction, sources: readonly FigureSource[], known: Known, loading: Loading): Promise<Outcome<Loaded>> {
  const loaded: SourceLoaded[] = []
  const faults: Fault[] = []
  for (const source of sources) {
    const one = await loadSource(tx, source, loading)
    if (one.isCrossed) return refuse('conflict', 'Somebody else has entered some of these figures meanwhile. Nothing was changed: load the file again.')
    loaded.push(one)
    faults.push(...one.faults)
    if (faults.length >= mostFaults) break
  }
  if (faults.length > 0) return notLoaded(faults)
  const files = new Map(loaded.map(({ load }, place) => [load, sources[place]?.file]))
  const written = writtenIn(loaded, known)
  const { refused, flags } = jumpFaults(written.loads.length === 0 ? [] : await jumpsIn(tx, written.loads, written.measures), files, loading.areJumpsAsked)
  if (refused.length > 0) return notLoaded(refused)
  const own = writtenIn(loaded.filter((_one, place) => isOfCouncil(sources[place]?.what)), known)
  const apart = own.loads.length === 0 ? [] : await partsApart(tx, own.loads, own.measures, files)
  const sum = (of: 'rows' | 'first' | 'revised') => loaded.reduce((total, one) => total + one[of], 0)
  return ok({ rows: sum('rows'), first: sum('first'), revised: sum('revised'), flags: [...flags, ...apart, ...loaded.flatMap(({ overtaken }) => overtaken)], arePartsApart: apart.length > 0 })
}

/** What others publish is rounded and hidden, and seldom adds up. */
function isOfCouncil(what: FigureSource['what'] | undefined): boolean {
  return what === 'observations' || what === 'page'
}

/** What was written, and of which measures. */
function writtenIn(loaded: readonly SourceLoaded[], { measures }: Known) {
  const written = loaded.filter(({ first, revised }) => first + revised > 0)
  const slugs = new Set(written.flatMap((one) => [...one.measures]))
  return { loads: written.map(({ load }) => load), measures: [...slugs].flatMap((slug) => measures.get(slug)?.at(-1) ?? []) }
}

function notLoaded(faults: readonly Fault[]): Outcome<never> {
  const more = faults.length >= mostFaults ? ` Reading stopped at ${mostFaults} faults; there may be more.` : ''
  return refuse('invalid', `The figures were not loaded, because of what is listed here. Nothing was changed.${more}`, faults.slice(0, mostFaults))
}
