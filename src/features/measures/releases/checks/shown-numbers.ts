import type { MeasureSheet } from '../../sheets/sheet.ts'

/** The numbers that the figures of a measure show, of any period, for the whole and for its parts, as they are printed. */
interface ShownNumbers {
  /** Values, and what they are reckoned from. */
  readonly all: ReadonlySet<number>
  readonly values: ReadonlySet<number>
}

/** What the sheets that the public sees show of a measure. */
export function shownNumbers(measure: string, sheets: readonly MeasureSheet[]): ShownNumbers {
  const shown = sheets.filter(({ definition }) => definition.slug === measure)
  const points = shown.flatMap(({ definition: { decimals }, series }) => series.flatMap((one) => one.points.filter(({ confidentiality }) => confidentiality === 'open').map((point) => ({ ...point, decimals }))))
  const values = points.flatMap(({ value, before, decimals }) => [value, before?.value].flatMap((number) => (number === undefined ? [] : [Number(number.toFixed(decimals))])))
  const counts = points.flatMap(({ numerator, denominator }) => [numerator, denominator].flatMap((number) => number ?? []))
  return { all: new Set([...values, ...counts]), values: new Set(values) }
}
