import { addDays } from '#core/dates.ts'
import { dated } from './covers.ts'
import type { Figure } from './figures.ts'
import { isWithin, type Span } from './spans.ts'
import { cellOf, neverShown, tie, type World } from './world.ts'

interface Spanned {
  readonly figure: Figure
  readonly span: Span
}

/**
 * Ties figures of one area, breakdown and name over stretches of time that overlap: a calendar and a financial year have nine months in common, which nobody gives, and a quarter
 * of each beside them. Between the days on which any of them begins or ends there is a cell; each figure is the sum of those it covers.
 */
export function tieOverlaps(world: World, named: readonly Figure[]): void {
  const [first] = named
  if (first === undefined || first.name === '') return
  const spanned = named.map(dated).flatMap(({ figure, span }): Spanned[] => (span === undefined || figure.definition.counting === 'rolling' ? [] : [{ figure, span }]))
  if (!spanned.some(({ span }) => spanned.some((other) => overlaps(span, other.span)))) return
  const days = [...new Set(spanned.flatMap(({ span: { from, to } }) => [from, addDays(to, 1)]))].toSorted()
  const between = days.slice(1).map((end, at) => ({ from: days[at] ?? end, to: addDays(end, -1) }))
  for (const { figure, span } of spanned) {
    const whole = cellOf(world, figure)
    const parts = between.filter((one) => isWithin(one, span)).map(({ from, to }) => neverShown(world, `${first.area}|${first.breakdown}|${first.name} from ${from} to ${to}`, { of: figure, count: undefined, least: 0, isUnknown: true, isSmall: false }))
    if (whole !== undefined) tie(world, whole, parts)
  }
}

/** Whether they have days in common, and each has some that the other has not. */
function overlaps(one: Span, other: Span): boolean {
  return one.from <= other.to && other.from <= one.to && !isWithin(one, other) && !isWithin(other, one)
}
