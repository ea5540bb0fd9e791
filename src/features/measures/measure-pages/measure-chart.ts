import { countOf } from '#core/count-in-words.ts'
import type { LayoutName } from '#platform/charts/layout.ts'
import { processChart, runChart } from '#platform/charts/process-chart.ts'
import type { ProcessChart } from '#platform/charts/series/series-chart.ts'
import type { Html } from '#platform/pages/html.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { chartPoints } from '../glance/chart-points.ts'
import { plainFacts } from '../glance/plain-facts.ts'
import { chartedPoints } from '../sheets/judged-sheet.ts'
import { seriesOf, type MeasureSheet, type Role, type SheetPoint } from '../sheets/sheet.ts'
import { periodName, shownTarget, shownValue, unitInWords } from '../sheets/shown.ts'
import { capital } from './measure-words.ts'

/** Of fewer figures a median says nothing, and an axis that does not begin at zero says too much. */
const fewestForShape = 5

/** The chart of a measure over time, as page, file and picture have it: with limits where there are enough figures for them, and else with the median of figures that can be compared. */
export function drawMeasure(sheet: MeasureSheet, layout: LayoutName): Html {
  const chart = chartOf(sheet)
  const hasLimits = chart.segments.some(({ limits }) => limits !== undefined)
  const isOneStretch = chart.segments.length < 2 && valuesOf(chart).length >= fewestForShape
  return hasLimits || !isOneStretch ? processChart(chart, layout) : runChart(chart, layout)
}

function valuesOf({ points }: Pick<ProcessChart, 'points'>): readonly number[] {
  return points.flatMap(({ value }) => value ?? [])
}

/** Whether any figure is shown that could be drawn. */
export function isDrawn(sheet: Pick<MeasureSheet, 'series'>): boolean {
  return seriesOf(sheet)?.points.some(({ value }) => value !== undefined) === true
}

/** What the series says over time, as the headline of its chart: of few figures how the last stands beside an earlier one, and that they are few. */
function overTimeInWords(sheet: MeasureSheet): string {
  const { time } = sheet.judgement
  if (time.variation !== 'too-short') return time.note
  const facts = plainFacts(sheet)
  return `${facts === undefined ? '' : `${facts}. `}${tooFew(sheet)}`
}

/** "4 figures: too few to tell chance from change" */
export function tooFew({ process }: Pick<MeasureSheet, 'process'>): string {
  const last = (process?.segments.length ?? 1) - 1
  const measured = process?.points.filter(({ value, segment }) => value !== undefined && segment === last).length ?? 0
  if (measured === 0) return 'no figure is shown that could be judged'
  return `${countOf(measured, 'figures')}${last === 0 ? '' : ' since the last break or change of limits'}: too few to tell chance from change`
}

function chartOf(sheet: MeasureSheet): ProcessChart {
  const { definition, process } = sheet
  const points = chartPoints(sheet)
  const all = points.flatMap(({ value, target }) => [value, target]).filter((value) => value !== undefined)
  const isFromZero = valuesOf({ points }).length < fewestForShape || !isHighAbove(all)
  const own = seriesOf(sheet)
  const span = points.length === 0 ? '' : `, ${points[0]?.label} to ${points.at(-1)?.label}`
  return {
    id: 'measure-chart',
    title: overTimeInWords(sheet),
    subtitle: `${definition.name}, ${own?.name ?? ''}, ${unitInWords(definition)}${span}${isFromZero ? '' : '. The axis does not begin at zero'}`,
    points,
    segments: process?.segments ?? [],
    name: own?.name,
    format: (value) => shownValue(value, definition),
    formatTarget: (target) => shownTarget(target, definition),
    unit: capital(unitInWords(definition)),
    isFromZero,
    ...rangeOf(sheet),
    others: othersOf(sheet),
  }
}

/** Whether the values lie so far from zero that they would all look the same from there. */
function isHighAbove(values: readonly number[]): boolean {
  return values.length > 0 && Math.min(...values) > Math.max(...values) * 0.6
}

function rangeOf({ definition: { unit, range } }: MeasureSheet): Pick<ProcessChart, 'lowest' | 'highest'> {
  const isShare = unit === 'percent'
  return { lowest: range?.lowest ?? (unit === 'pounds' || unit === 'score' ? undefined : 0), highest: range?.highest ?? (isShare ? 100 : undefined) }
}

const beside: readonly Role[] = ['england', 'region', 'neighbours']

/** England, the region and the neighbours, as far as they have figures for the periods of the chart. */
function othersOf(sheet: MeasureSheet): ProcessChart['others'] {
  const own = seriesOf(sheet)
  if (own === undefined) return []
  const periods = chartedPoints(own, sheet.definition).map(({ period }) => period)
  return beside.flatMap((role) => {
    const series = seriesOf(sheet, role)
    const values = periods.map((period) => (series === undefined ? undefined : pointBeside(series.points, period, sheet)?.value))
    const last = values.findLastIndex((value) => value !== undefined)
    return series === undefined || last < 0 ? [] : [{ name: `${series.name}${until(periods[last], periods.at(-1), sheet)}`, values }]
  })
}

/** What ends before the council's own figures says with which period, so that nobody takes it for a figure of now. */
function until(last: string | undefined, newest: string | undefined, { definition }: MeasureSheet): string {
  return last === undefined || last === newest ? '' : ` (to ${periodName(last, definition)})`
}

/** The others' figure for the same period, or for the year that ends with it. */
export function pointBeside(points: readonly SheetPoint[], period: string, { definition: { frequency } }: Pick<MeasureSheet, 'definition'>): SheetPoint | undefined {
  const same = points.find((point) => point.period === period)
  if (same !== undefined) return same
  const ours = periodOf(frequency, period)
  return points.find((point) => {
    const theirs = periodOf(frequency, point.period, 'others')
    return theirs !== undefined && ours !== undefined && theirs.to === ours.to
  })
}

/** "Q4 2019/20", and "2019/20" where the others' figure is that of a year. */
export function namedBeside(point: SheetPoint, period: string, { definition }: Pick<MeasureSheet, 'definition'>): string | undefined {
  return point.period === period ? undefined : periodName(point.period, definition)
}
