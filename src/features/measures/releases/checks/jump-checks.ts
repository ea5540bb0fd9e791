import type { Arriving, Link } from '../../observations/standing/arriving.ts'
import { besideWhat, inUnit } from '../../observations/standing/jump-faults.ts'
import { jumpsIn } from '../../observations/standing/jumps.ts'
import { periodName } from '../../sheets/shown.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../../sheets/sheet.ts'
import { placeOf, type CheckItem, type FigurePlace } from './check-item.ts'
import { figureName } from './figure-name.ts'
import { newPlaces } from './new-figures.ts'

/**
 * Figures that are new or changed since the measure was published last and far from what is usual beside them, by the rule of loading: whoever published them unasked would publish slips that were told
 * once, when a file was loaded, or never.
 */
export function jumpChecks(sheet: MeasureSheet, published: MeasureSheet | undefined): readonly CheckItem[] {
  const { definition } = sheet
  const isNew = newPlaces(sheet, published)
  const named = (period: string) => periodName(period, definition)
  return [...Map.groupBy(sheet.series, ({ area }) => area).values()].flatMap((places) => {
    const links = places.flatMap((series) => linksOf(series, definition.slug, isNew))
    return jumpsIn(links, definition).map((jump): CheckItem => {
      const figure = placeOf(jump.from.observation)
      const what = `${figureName(sheet, figure)}: ${jump.of === 'value' ? '' : `the ${jump.of} is `}${inUnit(jump.value, jump.of, definition)}.`
      return { kind: 'figure-jumps', measure: definition.slug, figure, message: `${what} ${besideWhat({ ...jump, measure: definition }, named)}. Correct the one that is wrong, or say why it is right.` }
    })
  })
}

/** The figures of a series as the rule takes them: those that are new arrive. */
function linksOf({ area, breakdown, points }: SheetSeries, measure: string, isNew: (place: FigurePlace) => boolean): readonly Link[] {
  return points.flatMap((point): Link[] => {
    if (point.revision === undefined) return []
    const observation = { measure, area, breakdown, period: point.period, ...countsOf(point), status: point.status, note: point.note ?? '', reason: '' }
    const from: Arriving = { source: 0, line: undefined, observation }
    return [{ ...observation, revision: point.revision, ...(isNew({ area, breakdown, period: point.period }) ? { from } : {}) }]
  })
}

function countsOf({ value, numerator, denominator }: SheetPoint) {
  return { value, numerator, denominator }
}
