import { given } from '#core/given.ts'
import type { Fault } from '#core/outcome.ts'
import type { Definition } from '../../definitions/definition.ts'
import type { Arriving, Link } from './arriving.ts'
import { figureKey, type FigureFault } from '../figure-fault.ts'
import type { FigureOrigin } from '../figure-source.ts'
import type { JumpOf } from './jump-faults.ts'
import { jumpsIn } from './jumps.ts'
import { nextRevision, type Standing } from './next-revision.ts'
import { keyOf, type CellFault, type Observation } from '../observation.ts'
import { partsApart } from './parts-apart.ts'

/** What becomes of figures, and what is wrong with them or worth a look. */
interface LotConsidered<One extends Arriving> {
  readonly next: readonly { readonly of: One; readonly observation: Observation; readonly revision: number }[]
  readonly faults: readonly Fault[]
  /** What stood once and does no more: the file is older than what stands, and takes nothing back. */
  readonly overtaken: readonly FigureFault[]
  readonly jumps: readonly JumpOf[]
  /** Parts that do not add up to their whole any more. */
  readonly apart: readonly FigureFault[]
}

interface Against {
  /** All that stands of the measures and areas in question, the earlier revision first. */
  readonly standing: readonly Standing[]
  /** The versions of each measure. */
  readonly measures: ReadonlyMap<string, readonly Definition[]>
  readonly origins: readonly FigureOrigin[]
}

/** Holds figures against each other, in the order in which they came, and against all that stands of their measures and areas. */
export function considerLot<One extends Arriving>(arriving: readonly One[], { standing, measures, origins }: Against): LotConsidered<One> {
  const chains = new Map<string, Link[]>()
  for (const one of standing) chainOf(chains, one).push(one)
  const turned = turns(arriving, chains, origins)
  const jumps: JumpOf[] = []
  const apart: FigureFault[] = []
  const lasts = [...chains.values()].flatMap((chain) => lastOf(chain) ?? [])
  for (const [, links] of Map.groupBy(lasts, ({ measure, area }) => `${measure}|${area}`)) {
    const definition = measures.get(links[0]?.measure ?? '')?.at(-1)
    if (definition === undefined || links.every(({ from }) => from === undefined)) continue
    jumps.push(...jumpsIn(links, definition).map((jump) => ({ ...jump, measure: definition })))
    apart.push(...partsApart(links, definition, origins))
  }
  return { ...turned, jumps, apart }
}

function turns<One extends Arriving>(arriving: readonly One[], chains: Map<string, Link[]>, origins: readonly FigureOrigin[]): Omit<LotConsidered<One>, 'jumps' | 'apart'> {
  const next: { of: One; observation: Observation; revision: number }[] = []
  const [faults, overtaken]: [FigureFault[], FigureFault[]] = [[], []]
  const met = new Map<string, Arriving>()
  for (const one of arriving) {
    const origin = origins[one.source]
    const chain = chainOf(chains, one.observation)
    const key = keyOf(one.observation)
    const before = met.get(key)
    met.set(key, one)
    if (before?.source === one.source) {
      faults.push(faultAt(origin, one, { field: 'period', found: one.observation.period, message: twice(before.line) }))
      continue
    }
    const turn = nextRevision(one.observation, chain, { ...given('revisedBecause', origin?.revisedBecause), isTyped: origin?.what === 'page' })
    if (turn.kind === 'refused') faults.push(faultAt(origin, one, turn.fault))
    else if (turn.kind === 'overtaken') overtaken.push(faultAt(origin, one, overtakenBy(one.observation, turn.by)))
    else if (turn.kind === 'next') {
      next.push({ of: one, observation: turn.observation, revision: turn.revision })
      chain.push({ ...turn.observation, revision: turn.revision, from: one })
    }
  }
  return { next, faults, overtaken }
}

/** The revision that will stand, with the figure whose place it takes and the note of that where it arrives. */
function lastOf(chain: readonly Link[]): Link | undefined {
  const last = chain.at(-1)
  return last?.from === undefined ? last : { ...last, ...given('replaced', chain.slice(0, -1).findLast(({ value }) => value !== undefined)), ...given('noteBefore', chain.at(-2)?.note) }
}

function chainOf(chains: Map<string, Link[]>, observation: Observation): Link[] {
  const key = keyOf(observation)
  const known = chains.get(key)
  if (known !== undefined) return known
  const chain: Link[] = []
  chains.set(key, chain)
  return chain
}

function overtakenBy({ value }: Observation, by: Standing): CellFault {
  return { field: 'value', ...given('found', value?.toString()), message: `This stood once; since then it is ${by.value ?? by.status}. It was left: to go back to it, correct the figure on its page, or give it as revised with a reason of its own.` }
}

function twice(line: number | undefined): string {
  return `This measure, area, breakdown and period ${line === undefined ? 'are' : `is in row ${line}`} already. Give each figure once.`
}

function faultAt(origin: FigureOrigin | undefined, { line, observation }: Arriving, fault: CellFault): FigureFault {
  return { ...given('file', origin?.file), ...given('row', line), ...fault, figure: figureKey(observation) }
}
