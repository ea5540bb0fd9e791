import { isGiven, type MeasureSheet, type SheetPoint, type SheetSeries } from '../../sheets/sheet.ts'
import { isRevised } from '../preview/revised-figures.ts'
import type { FigurePlace } from './check-item.ts'

/** A figure that is to be published and is not what the public reads. */
export interface NewFigure {
  readonly series: SheetSeries
  readonly point: SheetPoint & { readonly value: number }
  /** What was published of it; none where nothing was. */
  readonly was: SheetPoint | undefined
}

/** The figures of a sheet as it stands in the work that are new or changed since the measure was published last; all of them where it never was. */
export function newFigures(sheet: MeasureSheet, published: Pick<MeasureSheet, 'series'> | undefined): readonly NewFigure[] {
  return sheet.series.flatMap((series) => {
    const standing = new Map(published?.series.find(({ area, breakdown }) => area === series.area && breakdown === series.breakdown)?.points.map((point) => [point.period, point]))
    return series.points.flatMap((point): NewFigure[] => {
      const { value } = point
      const was = standing.get(point.period)
      const isNew = was === undefined || !isGiven(was)
      // What is made of the figures of others is nobody's to mend.
      if (value === undefined || point.revision === undefined || (!isNew && !isChanged(was, point, sheet))) return []
      return [{ series, point: { ...point, value }, was: isNew ? undefined : was }]
    })
  })
}

/** Whether the figure at a place is one of `newFigures`. */
export function newPlaces(sheet: MeasureSheet, published: Pick<MeasureSheet, 'series'> | undefined): (place: FigurePlace) => boolean {
  const words = ({ area, breakdown, period }: FigurePlace) => `${area}|${breakdown}|${period}`
  const found = new Set(newFigures(sheet, published).map(({ series: { area, breakdown }, point: { period } }) => words({ area, breakdown, period })))
  return (place) => found.has(words(place))
}

/** Of a hidden figure only its revision says whether it is the same. */
function isChanged(was: SheetPoint, point: SheetPoint, sheet: MeasureSheet): boolean {
  return was.confidentiality === 'open' ? isRevised(was, point, sheet) : was.revision !== point.revision
}
