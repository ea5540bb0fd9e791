import { periodName, shownValue } from '../../../sheets/shown.ts'
import type { KnownFigure, KnownFigures } from './known-figures.ts'

/** A way to a hidden number by figures that are shown. */
export interface Reckoning {
  readonly used: readonly KnownFigure[]
  /** “Cost of placements” (£184,000) divided by “Mean cost of a placement” (£46,000) */
  readonly words: () => string
  /** Whether the words of the definitions let them be about the same. */
  readonly isOfOne: boolean
  /** Whether the same way comes to another figure of the hidden measure; undefined where not all of it is known, or where it would say nothing. */
  readonly again: (other: KnownFigure) => boolean | undefined
}

/** From so many other figures a way is no chance, whatever the measures are called. */
const enough = 2

/** A way that fails so many times more than it holds is chance, and more than so many figures are not tried. */
const [mostFails, mostTried] = [3, 24]

/** Whether a reader would take a way for more than chance: it mostly comes true wherever else it can be tried, and either the words or several figures say that the measures belong together. */
export function isLikely({ again, isOfOne }: Reckoning, hidden: KnownFigure, known: KnownFigures): boolean {
  let [holds, fails] = [0, 0]
  for (const other of known.like(hidden)) {
    const isTrue = other === hidden ? undefined : again(other)
    if (isTrue === true) holds += 1
    if (isTrue === false) fails += 1
    if (fails - holds >= mostFails || holds + fails >= mostTried) break
  }
  return fails <= holds && (isOfOne || holds >= enough)
}

/** “Children on a plan” (49, Q4 2019/20) */
export function inWords({ definition, field, number, period }: KnownFigure): string {
  const unit = field === 'value' || definition.unit === 'pounds' ? definition.unit : 'count'
  const decimals = Math.max(field === 'value' ? definition.decimals : 0, decimalsOf(number))
  const what = field === 'value' ? `“${definition.name}”` : `the ${field} of “${definition.name}”`
  return `${what} (${shownValue(number, { unit, decimals: Math.min(decimals, 4) })}, ${periodName(period, definition)})`
}

function decimalsOf(number: number): number {
  return String(number).split('.')[1]?.length ?? 0
}
