import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parsePeriod, type Period } from '#core/periods/period.ts'
import type { SeriesPoint } from '#core/statistics/xmr/series.ts'
import type { Columns } from '#platform/files/csv-header.ts'
import type { CsvRow } from '#platform/files/csv-rows.ts'
import { countedFaults, type CountedRow } from './counted-faults.ts'
import { numberIn, type TableGiven } from './tables-given.ts'

type Column = 'period' | 'value' | 'numerator' | 'denominator' | 'target' | 'rebase'
export const columns: Columns<Column> = { needed: ['period', 'value'], optional: ['numerator', 'denominator', 'target', 'rebase'] }

/** The series in a file, in order of time. Refuses what is no number, periods that are given twice or go back, and values that numerator and denominator do not bear. */
export function seriesIn(tables: readonly TableGiven<Column>[]): Outcome<SeriesPoint[]> {
  const read = tables.flatMap(({ file, rows }) => {
    const timed = timeFaults(file, rows)
    const points = rows.map((row) => pointIn(file, row))
    const counted = countedFaults(file, points.map(({ counted: one }) => one))
    const faults = points.flatMap(({ faults: own }, place) => [...(timed[place] ?? []), ...own, ...(counted[place] ?? [])])
    return [{ points: points.map(({ point }) => point), faults }]
  })
  const faults = read.flatMap(({ faults: own }) => own)
  return faults.length > 0 ? refuse('invalid', 'The series was not judged, because of what is listed here.', faults) : ok(read.flatMap(({ points }) => points))
}

/** What is wrong with the period of each row. */
function timeFaults(file: string, rows: readonly CsvRow<Column>[]): readonly (readonly Fault[])[] {
  const kind = kindOfMost(rows)
  const met = new Set<string>()
  let before: Period | undefined
  return rows.map(({ row, cells: { period } }): Fault[] => {
    const fault = (message: string): Fault[] => [{ file, row, field: 'period', ...(period === '' ? {} : { found: period }), message }]
    if (period === '') return fault('Name the period, such as 2022-04.')
    if (met.has(period)) return fault('This period is given already. Give each once, in order of time.')
    met.add(period)
    const read = parsePeriod(period, kind)
    if (read === undefined || read.kind !== kind) return []
    if (before !== undefined && read.to < before.to) return fault(`This comes before ${before.slug} in a line above. Give the periods in order of time.`)
    before = read
    return []
  })
}

/** As what most periods can be read: 2008-09 is a month among months and a year among years. What is no period, such as the name of a round, is left in its order. */
function kindOfMost(rows: readonly CsvRow<Column>[]): Period['kind'] | undefined {
  const kinds = rows.flatMap(({ cells: { period } }) => [...new Set([parsePeriod(period, 'month')?.kind, parsePeriod(period)?.kind])].flatMap((kind) => kind ?? []))
  const counts = [...Map.groupBy(kinds, (kind) => kind)].toSorted(([, one], [, other]) => other.length - one.length)
  return counts[0]?.[0]
}

interface PointRead {
  readonly point: SeriesPoint
  readonly counted: CountedRow
  readonly faults: readonly Fault[]
}

function pointIn(file: string, given: CsvRow<Column>): PointRead {
  const { row, cells } = given
  const faults: Fault[] = []
  const number = (field: Column) => (cells[field] === '' ? undefined : numberIn(file, given, field, faults))
  const [value, numerator, denominator, target] = [number('value'), number('numerator'), number('denominator'), number('target')]
  const isRebase = !['', '0', 'no', 'false'].includes(cells.rebase.toLowerCase())
  return { point: { period: cells.period, value, isRebase, ...(target === undefined ? {} : { target }) }, counted: { row, value, written: cells.value, numerator, denominator }, faults }
}
