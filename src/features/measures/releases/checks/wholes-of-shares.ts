import type { Definition } from '../../definitions/definition.ts'
import { periodOf } from '../../definitions/frequencies.ts'
import { nameOf } from '../../disclosure/figures.ts'
import type { Field } from '../../disclosure/policies.ts'
import type { MeasureSheet, SheetPoint } from '../../sheets/sheet.ts'
import { namesMeasure } from './names-measure.ts'

/** A share or a rate that is to be published, and was not before. */
export interface Share {
  readonly definition: Definition
  readonly breakdown: string
  readonly point: SheetPoint & { readonly value: number }
}

/** A count, and in what words it counts. */
interface Whole {
  readonly name: string
  readonly count: number
  readonly words: string
  readonly field: Field
  readonly period: string
}

/** Counts of the same part and time that are what a share is of, as far as their names say. */
export function wholesIn(share: Share, beside: readonly MeasureSheet[], isOf: (share: Share, whole: Whole) => boolean): readonly Whole[] {
  return beside
    .filter(({ definition }) => definition.slug !== share.definition.slug)
    .flatMap((sheet) =>
      sheet.series
        .filter(({ role, breakdown }) => role === 'own' && breakdown === share.breakdown)
        .flatMap(({ points }) => points.filter((point) => isSameTime(share, sheet.definition, point)))
        .flatMap((point) =>
          (['value', 'numerator', 'denominator'] as const).flatMap((field): Whole[] => {
            const [count, words] = [point[field], nameOf(sheet.definition, field)]
            const isCount = count !== undefined && Number.isSafeInteger(count) && count > 0 && (field !== 'value' || sheet.definition.unit === 'count')
            return isCount ? [{ name: field === 'value' ? sheet.definition.name : words, count, words, field, period: point.period }] : []
          }),
        ),
    )
    .filter((whole) => isOf(share, whole))
}

/** The same period; or the same last day, where one of them counts those of a day. */
function isSameTime({ definition, point }: Share, other: Definition, { period }: SheetPoint): boolean {
  if (period === point.period) return true
  if (![definition, other].some(({ counting }) => counting === 'snapshot')) return false
  const [one, two] = [periodOf(definition.frequency, point.period), periodOf(other.frequency, period)]
  return one !== undefined && one.to === two?.to
}

/** As `protectSheets` knows them: such a share is hidden where it tells a small count. */
export function isSameName({ definition, point }: Share, { words, field, period }: Whole): boolean {
  return words !== '' && words === nameOf(definition, 'denominator') && field !== 'numerator' && period === point.period
}

/** The words of the definition say that it is of them. */
export function isSpokenOf({ definition: { name, definition, denominator } }: Share, { words }: Whole): boolean {
  return namesMeasure(denominator ?? `${name}. ${definition}`, { name: words }, '')
}
