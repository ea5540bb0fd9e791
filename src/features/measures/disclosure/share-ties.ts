import type { Figure } from './figures.ts'
import { policyOf } from './policies.ts'
import { countOf, workedOut } from './worked-out.ts'
import { cellOf, tie, type Terms, type World } from './world.ts'

/**
 * The numerator of a share is no more than its denominator, and everybody knows that there are none less than nought; the rest of them needs protection where the rule of the measure
 * says so, be it of a share that a release before hid and nobody knows any more.
 */
export function tieShares(world: World, changed: readonly Figure[]): void {
  for (const { field, definition, key } of changed) {
    const denominator = world.newest.get(beside(key, 'denominator'))?.figure
    if (field !== 'value' && definition.unit === 'percent' && denominator !== undefined) tieShare(world, denominator)
  }
}

function tieShare(world: World, denominator: Figure): void {
  const numerator = world.newest.get(beside(denominator.key, 'numerator'))
  const whole = cellOf(world, denominator)
  if (numerator === undefined || whole === undefined) return
  const terms: Terms = [[whole, 1], [numerator.cell, -1]]
  if ((countOf(world, terms) ?? 0) < 0) return
  const rest = workedOut(world, `${whole}-${numerator.cell}`, terms, { of: denominator, least: 0, ...(policyOf(denominator.definition)?.hidesRest === true ? {} : { isSmall: false }) })
  tie(world, whole, [numerator.cell, rest])
}

/** The key of the other part of a share, be it given or added up. */
function beside(key: string, field: 'numerator' | 'denominator'): string {
  return key.replace(/\|(?:numerator|denominator)( by [^|]*)?$/, `|${field}$1`)
}
