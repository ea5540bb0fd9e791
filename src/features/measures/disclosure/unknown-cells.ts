import { breakdownSums, dimensionsOf, type TableSum } from './breakdown-sums.ts'
import type { Figure } from './figures.ts'
import { tieOverlaps } from './overlapping-spans.ts'
import { periodSums, yearToDate } from './period-sums.ts'
import { cellsOfTable } from './table-ties.ts'
import { cellOf, families, familyOf, neverShown, tie, type World } from './world.ts'

/** So many cells that nobody gives are tied for one sum of an area; with more, whole numbers are searched for too long, and the checklist warns instead. */
const mostUnknown = 400

/**
 * Ties a sum that is given more finely than what makes it up: of all children by sex and age and of the parts by rows and columns, nobody gives the cells of the parts, but they
 * make up the cells of the sum, add up to the parts' own rows and columns, and a nought in the sum is a nought in each. So do times that nobody gives make up overlapping ones.
 * Only of figures as the newest release has them.
 */
export function tieUnknownCells(world: World): void {
  const finer = [...world.families.table.keys()].flatMap((key) => familyOf(world, 'table', key).filter(isFine))
  const unknown = [...Map.groupBy(finer, ({ definition, area, field }) => `${definition.slug}|${area}|${field}`).values()].flatMap((sums) => tieFine(world, sums))
  for (const [key, cells] of Map.groupBy(unknown, families.table)) tieToMargins(world, [...familyOf(world, 'table', key), ...cells], new Set(cells))
  for (const [key, cells] of Map.groupBy(unknown, families.series)) tieOverTime(world, [...familyOf(world, 'series', key), ...cells])
  for (const key of world.families.name.keys()) tieOverlaps(world, familyOf(world, 'name', key))
}

function isFine({ definition, breakdown }: Figure): boolean {
  return definition.sumOf.length > 0 && dimensionsOf(breakdown).length > 1
}

/** Ties the cells of a sum, of all its periods, to those of its parts, and answers the ones that nobody gives. */
function tieFine(world: World, sums: readonly Figure[]): readonly Figure[] {
  const tied = sums.map((sum) => ({ sum, parts: sum.definition.sumOf.map((slug) => partOf(world, sum, slug)) })).filter(({ parts }) => parts.some(({ hasMargins }) => hasMargins))
  const unknown = tied.flatMap(({ parts }) => parts.flatMap(({ figure, isGiven }) => (isGiven ? [] : [figure])))
  if (unknown.length > mostUnknown) return []
  for (const figure of unknown) world.newest.set(figure.key, { figure, cell: neverShown(world, figure.key, { of: figure, count: undefined, least: 0, isUnknown: true, isSmall: false }) })
  for (const { sum, parts } of tied) {
    const [whole, ...cells] = [sum, ...parts.map(({ figure }) => figure)].map((figure) => cellOf(world, figure))
    if (whole !== undefined) tie(world, whole, cells.flatMap((cell) => cell ?? []))
  }
  return unknown
}

/** What belongs of a part to a cell of the sum: where nobody gives it, a figure that stands in no family, so that nothing takes it for one that is given. */
function partOf(world: World, sum: Figure, slug: string): { readonly figure: Figure; readonly isGiven: boolean; readonly hasMargins: boolean } {
  const like = { ...sum, definition: { ...sum.definition, slug, sumOf: [] } }
  const table = familyOf(world, 'table', families.table(like))
  const given = table.find(({ breakdown }) => breakdown === sum.breakdown)
  if (given !== undefined) return { figure: given, isGiven: true, hasMargins: false }
  return { figure: { ...(table[0] ?? like), breakdown: sum.breakdown, key: `${families.table(like)}|${sum.breakdown} that nobody gives` }, isGiven: false, hasMargins: table.some(({ breakdown }) => breakdown !== '') }
}

function tieToMargins(world: World, table: readonly Figure[], unknown: ReadonlySet<Figure>): void {
  for (const sum of breakdownSums(table)) if (sum.parts.some((part) => unknown.has(part))) tieWithRest(world, sum)
}

/** The cells of a part that nobody gives make up its years and grow over its years to date like those that are given. */
function tieOverTime(world: World, series: readonly Figure[]): void {
  const { steps, sums } = yearToDate(series)
  for (const sum of periodSums(series)) tieWithRest(world, sum)
  for (const { total, parts } of sums) tieWithRest(world, { total, parts, isInPart: false })
  for (const { before, after } of steps) tieWithRest(world, { total: after, parts: [before], isInPart: true })
}

/** What nobody gives is not known to be small, and neither is what is left beside it: neither has to be kept from anybody. */
function tieWithRest(world: World, sum: TableSum): void {
  for (const { total, whole, parts } of cellsOfTable(world, sum)) {
    const rest = sum.isInPart ? [neverShown(world, `unknown rest of ${whole} without ${parts.join(', ')}`, { of: total, count: undefined, least: 0, isUnknown: true, isSmall: false })] : []
    tie(world, whole, [...parts, ...rest])
  }
}
