import { comparePeriods } from '#core/periods/period-order.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { frequencyWords } from '../../measure-pages/measure-words.ts'
import { kindOf, periodOf, type Frequency } from '../../definitions/frequencies.ts'
import type { ReleaseEntry } from '../../releases/release.ts'
import { isGiven, pointOf, seriesOf } from '../../sheets/sheet.ts'
import { periodName, shownPoint } from '../../sheets/shown.ts'
import { figures, tableOf } from './block-words.ts'

/** At most so many periods fit beside each other on a sheet of paper. */
const sideBySide = 7

/** The last figures of each measure, period beside period, a table for each frequency. A period of which none of its measures has a figure takes no column. */
export function figuresByPeriod(caption: string, entries: readonly ReleaseEntry[]): readonly Block[] {
  const frequencies = [...new Set(entries.map(({ sheet }) => sheet.definition.frequency))]
  return frequencies.flatMap((frequency) => {
    const ofThis = entries.filter(({ sheet }) => sheet.definition.frequency === frequency)
    const periods = lastPeriods(ofThis, frequency)
    const rows = ofThis.map(({ sheet }) => [
      sheet.definition.name,
      ...periods.map((period) => {
        const point = pointOf(sheet, 'own', '', period)
        return point === undefined ? '[x]' : shownPoint(point, sheet.definition)
      }),
    ])
    const heads = periods.map((period) => figures(periodName(period, { frequency })))
    return tableOf(`${caption}: figures (${frequencyWords[frequency]})`, ['Measure', ...heads], rows)
  })
}

function lastPeriods(entries: readonly ReleaseEntry[], frequency: Frequency): readonly string[] {
  const slugs = new Set(entries.flatMap(({ sheet }) => seriesOf(sheet)?.points.filter(isGiven).map(({ period }) => period) ?? []))
  const read = [...slugs].flatMap((slug) => periodOf(frequency, slug) ?? []).filter(({ kind }) => kind === kindOf(frequency))
  return read.toSorted(comparePeriods).slice(-sideBySide).map(({ slug }) => slug)
}
