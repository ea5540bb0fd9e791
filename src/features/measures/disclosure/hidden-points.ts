import type { MeasureSheet } from '../sheets/sheet.ts'
import { pointKey, type Place } from './figures.ts'
import type { HiddenFigures, HiddenPoint } from './hide-figures.ts'
import { impliedBy } from './implied-counts.ts'
import type { LinkedFigures } from './link-figures.ts'
import { isRounded } from './policies.ts'
import { placesIn, valueKey, valuesIn } from './published-values.ts'
import { solvedParts } from './solved-parts.ts'
import { cellsBehind } from './worked-out.ts'
import { cellOf } from './world.ts'

/** The points of a release that are hidden by their keys, and those that would have to be, had they not been published before. */
interface HiddenPoints {
  readonly hidden: ReadonlyMap<string, HiddenPoint>
  readonly tooLate: readonly Place[]
}

/** What is hidden since its own counts are, and then what would tell a hidden count by a denominator of the same name. */
export function hiddenPoints(sheets: readonly MeasureSheet[], { world, points }: LinkedFigures, { found, earlier }: { readonly found: HiddenFigures; readonly earlier: readonly MeasureSheet[] }): HiddenPoints {
  const published = valuesIn(earlier)
  const hidden = new Map<string, HiddenPoint>()
  const tooLate: Place[] = []
  for (const place of placesIn(sheets)) {
    const { sheet, series, point } = place
    const key = pointKey(sheet, series, point)
    const own = point.confidentiality === 'open' ? found.points.get(points.get(key) ?? -1) : inherited
    const implied = isRounded(series.role, sheet.definition) ? undefined : impliedBy(world, place, (cell) => cellsBehind(world, cell).some((part) => found.cells.has(part)))
    const reason = own ?? (implied === undefined ? undefined : inherited)
    if (reason !== undefined) hidden.set(key, reason)
    const isNew = implied?.from !== undefined && world.cells[cellOf(world, implied.from) ?? -1]?.isFixed !== true
    if (implied?.because === 'small' && isNew && published.has(valueKey(key, point))) tooLate.push(place)
  }
  for (const sheet of sheets) for (const key of solvedParts(sheet, (one) => hidden.has(one))) hidden.set(key, inherited)
  return { hidden, tooLate }
}

const inherited: HiddenPoint = { reason: 'inherited', lowest: 0, highest: Number.POSITIVE_INFINITY }
