import { breakdownSums } from '../../disclosure/breakdown-sums.ts'
import { figuresIn } from '../../disclosure/figures.ts'
import { periodName } from '../../sheets/shown.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { CheckItem } from './check-item.ts'

/** Parts that are more than their whole, and parts that are all given and less than it: by the figures of the period as they stand in the work. */
export function partsChecks(sheet: MeasureSheet): readonly CheckItem[] {
  const { definition, series, asOf } = sheet
  const given = series.filter(({ role }) => role === 'own').flatMap((own) => own.points.filter(({ period }) => period === asOf).flatMap((point) => figuresIn(sheet, own, point)))
  const counts = new Map(given.flatMap(({ figure, told }) => (told === 'hidden' ? [] : [[figure, told.count] as const])))
  const tables = Map.groupBy(counts.keys(), ({ field }) => field)
  return [...tables.values()].flatMap(breakdownSums).flatMap(({ total, parts, isInPart }) => {
    const [whole, sum] = [counts.get(total) ?? 0, parts.reduce((sofar, part) => sofar + (counts.get(part) ?? 0), 0)]
    if (sum === whole || (sum < whole && isInPart)) return []
    const of = `“${definition.name}”, ${periodName(asOf, definition)}${total.breakdown === '' ? '' : ` (${total.breakdown})`}`
    const message = `${of}: ${parts.map(({ breakdown }) => breakdown).join(', ')} add up to ${sum}, and the whole is ${whole}. Correct them, or say why they do not add up.`
    return [{ kind: 'parts-unlike-whole', measure: definition.slug, message }]
  })
}
