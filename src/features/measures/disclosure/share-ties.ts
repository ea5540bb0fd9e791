import { isGuarded, type Figure } from './figures.ts'
import { countOf, workedOut } from './worked-out.ts'
import { cellOf, joinFamily, tie, type Terms, type World } from './world.ts'

/**
 * What shares leave: the numerator of one is no more than its denominator, and everybody knows that there are none less than nought. They are figures that nobody gives, and add up wherever
 * both sides of their shares do. They need protection where the rule of the measure says so, be it of a share that a release before hid and nobody knows any more. Answers those
 * that are new, or made of other cells than before.
 */
export function subtractShares(world: World, changed: readonly Figure[]): readonly Figure[] {
  const denominators = changed.flatMap(({ field, definition, key }) => (field === 'value' || field === 'left' || definition.unit !== 'percent' ? [] : (world.newest.get(beside(key, 'denominator'))?.figure ?? [])))
  return [...new Set(denominators)].flatMap((denominator) => leftOf(world, denominator))
}

function leftOf(world: World, denominator: Figure): readonly Figure[] {
  const numerator = world.newest.get(beside(denominator.key, 'numerator'))
  const whole = cellOf(world, denominator)
  if (numerator === undefined || whole === undefined) return []
  const terms: Terms = [[whole, 1], [numerator.cell, -1]]
  if ((countOf(world, terms) ?? 0) < 0) return []
  const figure: Figure = { ...denominator, key: beside(denominator.key, 'left'), field: 'left', name: '' }
  const cell = workedOut(world, `${whole}-${numerator.cell}`, terms, { of: figure, least: 0, ...(isGuarded(figure) ? {} : { isSmall: false }) })
  tie(world, whole, [numerator.cell, cell])
  const before = world.newest.get(figure.key)
  if (before === undefined) for (const family of ['table', 'series', 'line'] as const) joinFamily(world, family, figure)
  world.newest.set(figure.key, { figure, cell })
  return before?.cell !== cell || before.figure.definition.version !== figure.definition.version ? [figure] : []
}

/** The key of another part of a share. */
function beside(key: string, field: 'numerator' | 'denominator' | 'left'): string {
  return key.replace(/\|(?:numerator|denominator)$/, `|${field}`)
}
