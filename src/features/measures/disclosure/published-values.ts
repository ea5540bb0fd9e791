import type { MeasureSheet } from '../sheets/sheet.ts'
import { pointKey, type Place } from './figures.ts'
import { policyOf } from './policies.ts'

/** Every point of measures that hide small counts; what the neighbours have together is made of theirs. */
export function* placesIn(sheets: readonly MeasureSheet[]): Generator<Place> {
  for (const sheet of sheets) {
    if (policyOf(sheet.definition) === undefined) continue
    for (const series of sheet.series) if (series.role !== 'neighbours') for (const point of series.points) yield { sheet, series, point }
  }
}

/** All values that were ever published, each with its place. */
export function valuesIn(sheets: readonly MeasureSheet[]): ReadonlySet<string> {
  const values = new Set<string>()
  for (const { sheet, series, point } of placesIn(sheets)) if (point.value !== undefined) values.add(valueKey(pointKey(sheet, series, point), point))
  return values
}

export function valueKey(key: string, { value }: { readonly value?: number }): string {
  return `${key}=${value}`
}
