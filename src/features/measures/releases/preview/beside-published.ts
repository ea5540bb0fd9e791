import { given } from '#core/given.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../../sheets/sheet.ts'
import type { ReleaseEntry } from '../release.ts'
import { isRevised } from './revised-figures.ts'

/**
 * The sheet with what was published before each figure, in the place of what stood before it in the work: a figure that was typed and corrected between two releases is known to nobody outside. A figure that
 * stayed as it was published says what its last publication said.
 */
export function besidePublished(now: MeasureSheet, published: Pick<ReleaseEntry, 'sheet'> | undefined): MeasureSheet {
  return { ...now, series: now.series.map((series) => ({ ...series, points: pointsBeside(series, published?.sheet.series.find((other) => isSame(series, other)), now) })) }
}

function isSame(one: SheetSeries, other: SheetSeries): boolean {
  return one.role === other.role && one.area === other.area && one.breakdown === other.breakdown
}

function pointsBeside({ points }: SheetSeries, published: SheetSeries | undefined, now: MeasureSheet): readonly SheetPoint[] {
  const earlier = new Map(published?.points.map((point) => [point.period, point]))
  return points.map((point) => {
    const { before, ...rest } = point
    const was = earlier.get(point.period)
    // What is hidden says nothing of what it was.
    if (was === undefined || point.confidentiality !== 'open') return rest
    if (!isRevised(was, point, now)) return { ...rest, ...given('before', was.before) }
    return { ...rest, before: { ...given('value', was.value), status: was.status, reason: before?.reason ?? '' } }
  })
}
