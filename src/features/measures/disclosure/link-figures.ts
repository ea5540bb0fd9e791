import { breakdownSums, type TableSum } from './breakdown-sums.ts'
import type { Figure, Place } from './figures.ts'
import { madeUpSums } from './made-up-sums.ts'
import { periodSums, yearToDate } from './period-sums.ts'
import { namedOverTime, namedTheSame } from './place-sums.ts'
import { valuesIn } from './published-values.ts'
import { subtractShares } from './share-ties.ts'
import { cellsOfSum, cellsOfTable, tieStep, tieTable, type TableCells } from './table-ties.ts'
import { impliedFigures, standingFigures, tellingsIn } from './tellings.ts'
import { addUpUngiven, readingsOf, ungivenTables } from './ungiven-totals.ts'
import { tieUnknownCells } from './unknown-cells.ts'
import { countWorkedOut } from './worked-out.ts'
import { emptyWorld, families, familyOf, tell, tie, type Family, type FigureSum, type World } from './world.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'

/** Everything that is public or shall be, with the number of each point of the release that is to come. */
export interface LinkedFigures {
  readonly world: World
  readonly points: ReadonlyMap<string, number>
}

/**
 * Ties together all counts that a reader could get from a release and from what was published before it, oldest first: breakdowns and their totals, periods and their
 * years, measures that make others up, figures that are named the same, and each of these as every release had them.
 */
export function linkFigures(sheets: readonly MeasureSheet[], earlier: readonly MeasureSheet[]): LinkedFigures {
  const world = emptyWorld()
  const points = new Map<string, number>()
  const tables = [...releasesIn(namedLate(earlier, sheets)).flatMap((release) => takeIn(world, release, undefined)), ...takeIn(world, sheets, { points, published: valuesIn(earlier) })]
  countWorkedOut(world)
  // A later release may know what an earlier one hid, and with it whether its parts are all that there are.
  for (const table of tables) tieTable(world, table)
  tieUnknownCells(world)
  return { world, points }
}

/** What a definition says of what its measure is made of was so before it said it: sheets whose own definition names nothing take it from the newest that does. */
function namedLate(earlier: readonly MeasureSheet[], sheets: readonly MeasureSheet[]): readonly MeasureSheet[] {
  const named = new Map([...earlier, ...sheets].flatMap(({ definition: { slug, sumOf } }) => (sumOf.length === 0 ? [] : [[slug, sumOf] as const])))
  return earlier.map((sheet) => (sheet.definition.sumOf.length > 0 ? sheet : { ...sheet, definition: { ...sheet.definition, sumOf: named.get(sheet.definition.slug) ?? [] } }))
}

/** A measure that comes again begins another release: sheets of one release speak of one moment. */
function releasesIn(sheets: readonly MeasureSheet[]): readonly (readonly MeasureSheet[])[] {
  const releases: MeasureSheet[][] = []
  for (const sheet of sheets) {
    const open = releases.at(-1)
    if (open === undefined || open.some(({ definition }) => definition.slug === sheet.definition.slug)) releases.push([sheet])
    else open.push(sheet)
  }
  return releases
}

/** A release that is not public yet: its points are numbered, and some of their values were published before. */
interface ToCome {
  readonly points: Map<string, number>
  readonly published: ReadonlySet<string>
}

/**
 * Takes in a release that is public, or one to come: first the counts that stand in it, and once all denominators are known, those that follow from its shares. Answers its
 * tables, which are still to be tied.
 */
function takeIn(world: World, sheets: readonly MeasureSheet[], toCome: ToCome | undefined): readonly TableCells[] {
  const changed: Figure[] = []
  const following = (place: Place) => impliedFigures(world, place, toCome?.published)
  const ungiven: Figure[] = []
  for (const read of [standingFigures, following]) {
    for (const telling of tellingsIn(sheets, toCome?.points, read)) if (tell(world, telling)) changed.push(telling.figure)
    changed.push(...subtractShares(world, changed))
    ungiven.push(...addUpUngiven(world, changed))
  }
  return tieAround(world, { changed, ungiven })
}

/** Ties what may add up wherever a figure is new or another revision than before, but for the tables and what is only given in part, which it answers. */
function tieAround(world: World, { changed, ungiven }: { readonly changed: readonly Figure[]; readonly ungiven: readonly Figure[] }): readonly TableCells[] {
  const all = [...changed, ...ungiven]
  const around = (family: Family) => [...new Set(all.map((figure) => families[family](figure)))].flatMap((key) => readingsOf(familyOf(world, family, key)))
  const inPart: TableSum[] = []
  const tieWhole = (sums: readonly TableSum[]) => {
    tieSums(world, sums.filter(({ isInPart }) => !isInPart))
    inPart.push(...sums.filter(({ isInPart }) => isInPart))
  }
  for (const series of around('series')) {
    tieWhole(periodSums(series))
    const { steps, sums } = yearToDate(series)
    tieSums(world, sums)
    for (const step of steps) tieStep(world, step)
  }
  for (const line of around('line')) tieWhole(madeUpSums(line))
  for (const place of around('place')) tieSums(world, namedTheSame(place))
  for (const named of around('name')) tieWhole(namedOverTime(named))
  const tables = around('table')
  tieWhole(tables.flatMap(ungivenTables))
  return [...tables.flatMap(breakdownSums), ...inPart].flatMap((sum) => cellsOfTable(world, sum))
}

function tieSums(world: World, sums: readonly FigureSum[]): void {
  for (const { whole, parts } of sums.flatMap((sum) => cellsOfSum(world, sum))) tie(world, whole, parts)
}
