import type { Definition } from '../definitions/definition.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../sheets/sheet.ts'
import { dimensionsOf, without } from './breakdown-sums.ts'
import { pointKey } from './figures.ts'
import { scaleOf, tellsSmall } from './implied-counts.ts'
import { countedFields, isRounded, policyOf } from './policies.ts'

/**
 * Shares or averages of two parts without their counts, of a whole that has both: two equations tell of how many children each part is. 23 of 60 are in time, 57.14% of the boys and 12% of the girls: so 3 of 25
 * girls. Answers the keys of points that have to be hidden, as far as they are not.
 */
export function solvedParts(sheet: MeasureSheet, isHidden: (key: string) => boolean): readonly string[] {
  if (policyOf(sheet.definition) === undefined) return []
  return sheet.series.flatMap((whole) => (isRounded(whole.role, sheet.definition) ? [] : pairsIn(sheet, whole).flatMap((pair) => solvedIn(sheet, { whole, pair }, isHidden))))
}

type Pair = readonly [SheetSeries, SheetSeries]

/** The two parts of a whole by one dimension, where nothing says that there are more. */
function pairsIn({ definition, series }: MeasureSheet, whole: SheetSeries): readonly Pair[] {
  const below = series.flatMap((part) => (part.role === whole.role && part.area === whole.area ? dimensionsOf(part.breakdown).flatMap((dimension) => (without(part.breakdown, dimension) === whole.breakdown ? [{ dimension, part }] : [])) : []))
  return [...Map.groupBy(below, ({ dimension }) => dimension)].flatMap(([dimension, parts]): readonly Pair[] => {
    const [one, other] = parts
    const named = definition.breakdowns.find(({ name }) => name === dimension)?.values.length ?? 2
    return one === undefined || other === undefined || parts.length > 2 || named > 2 ? [] : [[one.part, other.part]]
  })
}

function solvedIn(sheet: MeasureSheet, { whole, pair }: { readonly whole: SheetSeries; readonly pair: Pair }, isHidden: (key: string) => boolean): readonly string[] {
  const isOpen = (series: SheetSeries, point: SheetPoint) => point.confidentiality === 'open' && !isHidden(pointKey(sheet, series, point))
  return whole.points.flatMap((point) => {
    const [one, other] = pair.map((series) => series.points.find(({ period }) => period === point.period))
    if (one === undefined || other === undefined || !isOpen(whole, point) || !isOpen(pair[0], one) || !isOpen(pair[1], other)) return []
    return tellsOfFew(sheet.definition, point, [one, other]) ? [pointKey(sheet, pair[0], one), pointKey(sheet, pair[1], other)] : []
  })
}

function tellsOfFew(definition: Definition, { numerator, denominator }: SheetPoint, parts: readonly [SheetPoint, SheetPoint]): boolean {
  const policy = policyOf(definition)
  const [one, other] = parts.map(({ value }) => value)
  if (policy === undefined || numerator === undefined || denominator === undefined || one === undefined || other === undefined || parts.some((part) => part.numerator !== undefined || part.denominator !== undefined)) return false
  const solved = solve({ counted: numerator, of: denominator }, [one, other], definition)
  const isCounted = countedFields(definition).includes('numerator')
  const isGuarded: Readonly<Record<Solved['field'], boolean>> = { of: true, counted: isCounted, left: isCounted && policy.hidesRest === true }
  return solved.some((range) => isGuarded[range.field] && tellsSmall(range, policy))
}

interface Solved {
  readonly field: 'counted' | 'of' | 'left'
  readonly lowest: number
  readonly highest: number
}

/** Between which whole numbers the counts of both parts lie by their rounded shares or averages; nothing where these are too near to tell them apart, or do not fit the whole. */
function solve({ counted, of }: Readonly<Record<'counted' | 'of', number>>, [one, other]: readonly [number, number], definition: Definition): readonly Solved[] {
  const scale = scaleOf(definition) ?? 1
  const half = 0.5 * 10 ** -definition.decimals
  const ends = (value: number) => [(value - half) / scale, (value + half) / scale]
  const corners = ends(one).flatMap((first) => ends(other).map((second) => [first, second] as const))
  if (new Set(corners.map(([first, second]) => Math.sign(first - second))).size > 1) return []
  const sizes = corners.map(([first, second]) => (counted - second * of) / (first - second))
  const numbers = corners.map(([first], place) => first * (sizes[place] ?? 0))
  const both = (field: Solved['field'], found: readonly number[], all: number) => [wholeWithin(field, found, all), wholeWithin(field, found.map((number) => all - number), all)]
  const ranges = [...both('of', sizes, of), ...both('counted', numbers, counted), ...both('left', sizes.map((size, place) => size - (numbers[place] ?? 0)), of - counted)]
  return ranges.some(({ field, lowest, highest }) => field !== 'left' && lowest > highest) ? [] : ranges
}

/** So near a whole number a reckoned one is it. */
const nearly = 1e-9

function wholeWithin(field: Solved['field'], found: readonly number[], most: number): Solved {
  return { field, lowest: Math.max(0, Math.ceil(Math.min(...found) - nearly)), highest: Math.min(most, Math.floor(Math.max(...found) + nearly)) }
}
