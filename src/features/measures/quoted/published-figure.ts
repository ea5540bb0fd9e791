import { breakdownInWords, periodAtLength } from '../measure-pages/measure-words.ts'
import type { ReleaseEntry } from '../releases/release.ts'
import { shownPoint } from '../sheets/shown.ts'
import type { FigureQuoted } from './figure-address.ts'

type FigureAsked = Pick<FigureQuoted, 'period' | 'area' | 'breakdown'>

/** A figure of a published measure as everybody reads it; undefined where nothing is published of the area, the part or the period. */
export function publishedFigure({ sheet }: Pick<ReleaseEntry, 'sheet'>, { period, area, breakdown }: FigureAsked): string | undefined {
  const series = sheet.series.find((one) => (area === undefined ? one.role === 'own' : one.area === area) && one.breakdown === breakdown)
  const point = series?.points.find((one) => one.period === period)
  return point && shownPoint(point, sheet.definition)
}

/** "Plans on time, Primary, England, January to March 2020 (quarter 4 of 2019/20)" */
export function figureName({ sheet }: Pick<ReleaseEntry, 'sheet'>, { period, area, breakdown }: FigureAsked): string {
  const place = area === undefined ? undefined : (sheet.series.find((one) => one.area === area)?.name ?? area)
  return [sheet.definition.name, ...(breakdown === '' ? [] : [breakdownInWords(breakdown)]), ...(place === undefined ? [] : [place]), periodAtLength(period, sheet.definition)].join(', ')
}
