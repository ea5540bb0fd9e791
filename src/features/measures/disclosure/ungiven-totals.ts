import { breakdownSums, dimensionsOf, partsOf, without, type TableSum } from './breakdown-sums.ts'
import { isGuarded, type Figure } from './figures.ts'
import { workedOut } from './worked-out.ts'
import { cellOf, families, familyOf, joinFamily, tie, type World } from './world.ts'

/**
 * Totals that nobody gives and everybody can add up, as their parts by a dimension are all there: they stand in for the total in whatever it would be tied to. Answers those that
 * are new, or made of other cells than before.
 */
export function addUpUngiven(world: World, changed: readonly Figure[]): readonly Figure[] {
  const tables = [...new Set(changed.map((figure) => families.table(figure)))].map((key) => familyOf(world, 'table', key))
  return tables.flatMap((table) => ungivenSums(table).filter((sum) => !sum.isInPart && isNewTotal(world, sum)).map(({ total }) => total))
}

/**
 * Several ways of parting the same children have the same total, and what one of them leaves out another tells. Of ways that are all whole and do not agree nobody can say which is
 * right: they tell nothing of each other.
 */
export function ungivenTables(table: readonly Figure[]): readonly TableSum[] {
  const sums = ungivenSums(table)
  const whole = sums.filter(({ isInPart }) => !isInPart)
  return [...Map.groupBy(whole, ({ total }) => total.breakdown)].flatMap(([breakdown, [first, ...others]]) =>
    first === undefined ? [] : [...others.map(({ total }) => ({ total: first.total, parts: [total], isInPart: false })), ...sums.filter(({ total, isInPart }) => isInPart && total.breakdown === breakdown).map((sum) => ({ ...sum, total: first.total }))],
  )
}

/** Figures among which each total that nobody gives stands once: where it is made up in several ways, which need not agree, there is a reading for each. */
export function readingsOf(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const ways = [...new Set(figures.flatMap(({ madeBy }) => madeBy ?? []))]
  if (ways.length === 0) return [figures]
  const given = figures.filter(({ madeBy }) => madeBy === undefined)
  const places = new Set(given.map(placeOf))
  const ungiven = [...Map.groupBy(figures.filter((figure) => figure.madeBy !== undefined && !places.has(placeOf(figure))), placeOf).values()]
  return ways.map((way) => [...given, ...ungiven.flatMap((made) => made.find(({ madeBy }) => madeBy === way) ?? made[0] ?? [])])
}

function placeOf({ key, madeBy }: Figure): string {
  return madeBy === undefined ? key : key.slice(0, -madeBy.length)
}

/** As the sums of a table, of the totals that do not stand in it. */
function ungivenSums(table: readonly Figure[]): readonly TableSum[] {
  const standing = new Set(table.map(({ breakdown }) => breakdown))
  const above = new Map(table.flatMap((figure) => totalsAbove(figure.breakdown).map((breakdown) => [breakdown, figure] as const)))
  return [...above].filter(([breakdown]) => !standing.has(breakdown)).flatMap(([breakdown, { definition, role, area, period, field, name }]) => {
    const total: Figure = { key: `${definition.slug}|${area}|${breakdown}|${period}|${field}`, definition, role, area, breakdown, period, field, name }
    return breakdownSums([...table, total]).filter((sum) => sum.total === total).map((sum) => ({ ...sum, total: madeOf(sum) }))
  })
}

function totalsAbove(breakdown: string): readonly string[] {
  return partsOf(dimensionsOf(breakdown)).filter(({ length }) => length > 0).map((dimensions) => dimensions.reduce(without, breakdown))
}

function madeOf({ total, parts }: TableSum): Figure {
  const madeBy = ` by ${[...new Set(parts.map(({ breakdown }) => dimensionsOf(breakdown).join(' and ')))].toSorted().join(', ')}`
  return { ...total, key: `${total.key}${madeBy}`, madeBy }
}

function isNewTotal(world: World, { total, parts }: TableSum): boolean {
  const cells = parts.flatMap((part) => cellOf(world, part) ?? [])
  const cell = workedOut(world, `total of ${cells.join('+')}`, cells.map((part) => [part, 1] as const), { of: total, least: 0, ...(isGuarded(total) ? {} : { isSmall: false }) })
  tie(world, cell, cells)
  const before = world.newest.get(total.key)
  if (before === undefined) for (const family of ['series', 'place', 'line', 'name'] as const) joinFamily(world, family, total)
  world.newest.set(total.key, { figure: total, cell })
  return before?.cell !== cell || before.figure.definition.version !== total.definition.version
}
