import { comparePeriods } from '#core/periods/period-order.ts'
import { periodOf } from '../../definitions/frequencies.ts'
import { shownPoint } from '../../sheets/shown.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { CheckItem } from './check-item.ts'
import { figureName } from './figure-name.ts'
import { newFigures, type NewFigure } from './new-figures.ts'

/** So many are named of one measure; the rest are counted. */
const mostNamed = 5

/** The council's figures of periods that the last publication of the measure reached, and of which it gave none: whoever read it then will ask where they come from. */
export function pastChecks(sheet: MeasureSheet, published: MeasureSheet | undefined): readonly CheckItem[] {
  if (published === undefined) return []
  const { definition } = sheet
  const reached = periodOf(definition.frequency, published.asOf)
  const isPast = ({ series, point, was }: NewFigure) => {
    const period = periodOf(definition.frequency, point.period)
    return series.role === 'own' && was === undefined && period !== undefined && reached !== undefined && comparePeriods(period, reached) <= 0
  }
  const found = newFigures(sheet, published).filter(isPast)
  const items = found.slice(0, mostNamed).map(({ series: { area, breakdown }, point }): CheckItem => {
    const figure = { area, breakdown, period: point.period }
    return { kind: 'figure-new-in-past', measure: definition.slug, figure, message: `${figureName(sheet, figure)}: ${shownPoint(point, definition)} is given now, and nothing was when the measure was published last. Say where it comes from, or take it back.` }
  })
  const more = found.length - items.length
  return more === 0 ? items : [...items, { kind: 'figure-new-in-past', measure: definition.slug, message: `“${definition.name}”: ${more} more ${more === 1 ? 'figure' : 'figures'} of earlier periods ${more === 1 ? 'is' : 'are'} given for the first time.` }]
}
