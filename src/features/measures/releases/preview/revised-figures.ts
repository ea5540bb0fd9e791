import { shownPoint, shownValue } from '../../sheets/shown.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../../sheets/sheet.ts'
import type { ReleaseEntry, RevisedFigure } from '../release.ts'

/**
 * The council's own figures that are not what was published before: another value, or one that is hidden now and was not, or the other way round. A figure that was said to be not yet
 * known and is there now is no revision, nor is one that became final as it was.
 */
export function revisedFigures(now: MeasureSheet, before: Pick<ReleaseEntry, 'sheet'> | undefined): readonly RevisedFigure[] {
  if (before === undefined) return []
  return ownSeries(now).flatMap((series) => {
    const earlier = new Map(ownSeries(before.sheet).find(({ breakdown }) => breakdown === series.breakdown)?.points.map((point) => [point.period, point]))
    return series.points.flatMap((point) => {
      const was = earlier.get(point.period)
      return was === undefined || !isRevised(was, point, now) ? [] : [revisedFigure(was, before.sheet, point, now, series)]
    })
  })
}

function ownSeries({ series }: Pick<MeasureSheet, 'series'>): readonly SheetSeries[] {
  return series.filter(({ role }) => role === 'own')
}

/** Whether a figure is not what was published before. Both are written as the definition of today writes them: another rounding is no revision. */
export function isRevised(was: SheetPoint, point: SheetPoint, now: Pick<MeasureSheet, 'definition'>): boolean {
  const wasGiven = was.value !== undefined || was.confidentiality !== 'open'
  return wasGiven && figureAlone(was, now) !== figureAlone(point, now)
}

/** As it is shown, without the marks of how sure it is. */
function figureAlone(point: SheetPoint, { definition }: Pick<MeasureSheet, 'definition'>): string {
  if (point.confidentiality !== 'open') return 'hidden'
  return point.value === undefined ? 'none' : shownValue(point.value, definition)
}

function revisedFigure(was: SheetPoint, then: MeasureSheet, point: SheetPoint, now: MeasureSheet, { breakdown }: SheetSeries): RevisedFigure {
  return { period: point.period, breakdown, was: shownPoint(was, then.definition), now: shownPoint(point, now.definition), reason: point.before?.reason ?? '' }
}
