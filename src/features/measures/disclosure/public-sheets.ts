import { isSmall } from '#core/suppression/policy.ts'
import { judgedSheet } from '../sheets/judged-sheet.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../sheets/sheet.ts'
import { pointKey, type Place } from './figures.ts'
import { shareTellsSmall } from './implied-counts.ts'
import { neighboursShown } from './neighbours-shown.ts'
import { isRounded, policyOf } from './policies.ts'
import { valueKey } from './published-values.ts'
import type { HiddenFigure } from './protected-sheets.ts'
import { smallNumbersIn } from './small-numbers.ts'
import { reasonAlone, roundedPoint, withheld } from './withheld.ts'

/** What is known of the points of a release, by their keys. */
interface Known {
  readonly isHidden: (key: string) => boolean
  /** Whether it hangs together with something that is hidden. */
  readonly isBeside: (key: string) => boolean
  /** Whether this value of a point was published before. */
  readonly wasPublished: (value: string) => boolean
  /** What is hidden of each measure, of one period or of all. */
  readonly hiddenIn: (measure: string, period?: string) => readonly HiddenFigure[]
}

/** A sheet as the public may have it, judged again by what is left, so that nothing hidden shines through. Measures that are exempt stay as they are, but for what was hidden before they were. */
export function publicSheet(sheet: MeasureSheet, known: Known): MeasureSheet {
  const { definition } = sheet
  const isExempt = policyOf(definition) === undefined
  if (isExempt && !sheet.series.some((one) => one.points.some((point) => known.isHidden(pointKey(sheet, one, point))))) return sheet
  const series = sheet.series.map((one): SheetSeries => (one.role === 'neighbours' ? one : { ...one, points: one.points.map((point) => publicPoint({ sheet, series: one, point }, known)) }))
  return judgedSheet({ ...sheet, series: neighboursShown(series, definition) })
}

function publicPoint(place: Place, known: Known): SheetPoint {
  const { sheet, series, point } = place
  if (known.isHidden(pointKey(sheet, series, point))) return withheld(point)
  if (policyOf(sheet.definition) === undefined) return point
  return roundedPoint(withoutNote(withoutBefore(place, known), place, known), series.role, sheet.definition)
}

/** What stood before a revision stays where it was published, or where nothing is near that it could tell; why it was revised stays with the revision, which may be of what was published long before, unless what stood before was small. */
function withoutBefore({ sheet, series, point }: Place, { isBeside, wasPublished }: Known): SheetPoint {
  const { before, ...rest } = point
  if (before?.value === undefined) return point
  const key = pointKey(sheet, series, point)
  if (wasPublished(valueKey(key, before))) return point
  if (isSmallBefore(before.value, { sheet, series, point })) return rest
  return isRounded(series.role, sheet.definition) || isBeside(key) ? reasonAlone(point) : point
}

function isSmallBefore(value: number, { sheet: { definition }, point: { denominator } }: Place): boolean {
  const policy = policyOf(definition)
  if (definition.unit === 'count') return policy !== undefined && isSmall(value, policy)
  return denominator !== undefined && shareTellsSmall(definition, value, denominator)
}

/** A footnote goes where it gives a number that is hidden in its period. */
function withoutNote(point: SheetPoint, { sheet }: Place, { hiddenIn }: Known): SheetPoint {
  const { note, ...rest } = point
  if (note === undefined) return point
  return smallNumbersIn(note, hiddenIn(sheet.definition.slug, point.period)).length > 0 ? rest : point
}
