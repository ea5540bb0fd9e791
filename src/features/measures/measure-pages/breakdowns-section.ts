import { chartFigure } from '#platform/charts/chart-figure.ts'
import { rankingChart } from '#platform/charts/ranking-chart.ts'
import { stackedParts } from '#platform/charts/stacked-parts.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { besideWhole } from '../definitions/beside-whole.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { comparePeriods } from '#core/periods/period-order.ts'
import { lowered } from '../glance/how-it-went.ts'
import { seriesOf, type MeasureSheet, type SheetPoint, type SheetSeries } from '../sheets/sheet.ts'
import { inPeriod, periodName, shownPoint, shownValue, unitInWords } from '../sheets/shown.ts'
import { breakdownInWords, dimensionHeading, slugInWords } from './measure-words.ts'
import { mostParts, restInFile } from './rest-in-file.ts'
import { shorthandUsed } from './shorthand-used.ts'

/** Columns of a table of parts, and the wholes of a chart of them. */
const sideBySide = 8
const mostDivided = 6
const mostBars = 25
/** A longer table is one press away. */
const shownAtOnce = 20

/** A way of dividing the measure: by phase, by district, or by both. */
interface Dimension {
  readonly name: string
  readonly series: readonly SheetSeries[]
  readonly periods: readonly string[]
}

/** The parts of which the measure is made, one way of dividing after the other: a chart and a table of each. Nothing where it is not divided. */
export function breakdownsSection(sheet: MeasureSheet): Html | undefined {
  const dimensions = dimensionsOf(sheet)
  if (dimensions.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="breakdowns">Where it differs</h2>
${dimensions.map((dimension, index) => html`<h3 class="govuk-heading-s">${dimensionHeading(dimension.name)}</h3>${drawn(sheet, dimension, index)}${tables(sheet, dimension)}`)}`
}

function dimensionsOf(sheet: MeasureSheet): readonly Dimension[] {
  const divided = sheet.series.filter(({ role, breakdown }) => role === 'own' && breakdown !== '')
  const names = [...new Set(divided.map(({ breakdown }) => dimensionName(breakdown)))]
  return names.map((name) => {
    const series = divided.filter(({ breakdown }) => dimensionName(breakdown) === name)
    return { name, series, periods: periodsOf(series, sheet) }
  })
}

/** "phase" of `phase=primary`, "phase and district" of both. */
function dimensionName(breakdown: string): string {
  return breakdown.split(';').map((part) => (part.split('=')[0] ?? '').replaceAll('-', ' ')).join(' and ')
}

/** The last periods of which any part has a figure, or a hidden one, the newest first. */
function periodsOf(series: readonly SheetSeries[], { definition: { frequency } }: MeasureSheet): readonly string[] {
  const said = series.flatMap(({ points }) => points.filter(({ value, confidentiality }) => value !== undefined || confidentiality !== 'open'))
  const periods = new Set(said.map(({ period }) => period))
  const inOrder = [...periods].flatMap((slug) => periodOf(frequency, slug) ?? []).toSorted(comparePeriods)
  return inOrder.slice(-sideBySide).reverse().map(({ slug }) => slug)
}

function pointIn({ points }: SheetSeries, period: string | undefined): SheetPoint | undefined {
  return points.find((point) => point.period === period)
}

/** Parts of a count that make up the whole as bars divided by period; all else as bars beside each other, for the last period. */
function drawn(sheet: MeasureSheet, dimension: Dimension, index: number): Html | undefined {
  return areParts(sheet, dimension) ? dividedChart(sheet, dimension, index) : barChart(sheet, dimension, index)
}

/** Whether the parts are few enough to be told apart and add up to the whole wherever all of them are known, and are known at least once. */
function areParts(sheet: MeasureSheet, { series, periods }: Dimension): boolean {
  const whole = seriesOf(sheet)
  if (sheet.definition.unit !== 'count' || whole === undefined || series.length < 2 || series.length > mostDivided) return false
  const sums = periods.flatMap((period) => {
    const parts = series.map((one) => pointIn(one, period)?.value)
    const total = pointIn(whole, period)?.value
    if (total === undefined || parts.some((part) => part === undefined)) return []
    return [parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === total]
  })
  return sums.length > 0 && sums.every(Boolean)
}

function dividedChart({ definition }: MeasureSheet, { name, series, periods }: Dimension, index: number): Html {
  const last = periods[0] ?? ''
  const largest = series.toSorted((one, other) => (pointIn(other, last)?.value ?? -1) - (pointIn(one, last)?.value ?? -1))[0]
  const head = {
    id: `parts-${index}`,
    title: largest === undefined || series.some((one) => pointIn(one, last)?.value === undefined) ? dividedBy(definition, name) : `${breakdownInWords(largest.breakdown)} is the largest part ${inPeriod(last, definition)}`,
    subtitle: `${dividedBy(definition, name)}, ${unitInWords(definition)}; each bar is the whole of a period`,
  }
  const wholes = periods.map((period) => ({ label: periodName(period, definition), parts: series.map((one) => partOf(pointIn(one, period), definition)) }))
  return chartFigure((layout) => stackedParts({ ...head, names: series.map(({ breakdown }) => breakdownInWords(breakdown)), wholes }, layout))
}

/** "Absences by phase"; "Absences: also counted" of what stands beside the whole. */
function dividedBy(definition: MeasureSheet['definition'], name: string): string {
  const heading = dimensionHeading(name)
  return name === besideWhole ? `${definition.name}: ${lowered(heading)}` : `${definition.name} ${lowered(heading)}`
}

function partOf(point: SheetPoint | undefined, definition: MeasureSheet['definition']) {
  return { value: point?.value, shown: point === undefined ? '[x]' : shownPoint(point, definition) }
}

/** Nothing where there would be more bars than anybody reads, nor of scores, which may be ranks: the longest bar would be the last place. The table has them. */
function barChart({ definition }: MeasureSheet, { name, series, periods }: Dimension, index: number): Html | undefined {
  const period = periods[0]
  const known = series.flatMap((one) => pointIn(one, period) ?? [])
  if (period === undefined || definition.unit === 'score' || series.length > mostBars || known.every(({ value }) => value === undefined)) return undefined
  const rows = series
    .map((one) => ({ name: breakdownInWords(one.breakdown), ...partOf(pointIn(one, period), definition), low: pointIn(one, period)?.interval?.lower95, high: pointIn(one, period)?.interval?.upper95 }))
    .toSorted((one, other) => (other.value ?? Number.NEGATIVE_INFINITY) - (one.value ?? Number.NEGATIVE_INFINITY))
  const highest = rows[0]
  // What is hidden may be the highest.
  const title = highest === undefined || rows.length < 2 || rows.some(({ value }) => value === undefined) ? dividedBy(definition, name) : `${highest.name} has the highest figure, ${highest.shown}`
  return chartFigure((layout) =>
    rankingChart({ id: `parts-${index}`, title, subtitle: `${dividedBy(definition, name)}, ${unitInWords(definition)}, ${periodName(period, definition)}`, rows, format: (value) => shownValue(value, definition) }, layout),
  )
}

/** Of very many parts the first in the order of the definition; the file has the others. */
function tables({ definition }: MeasureSheet, { name, series, periods }: Dimension): Html {
  const rows = series.slice(0, mostParts).map((one) => [breakdownInWords(one.breakdown), ...periods.map((period) => partOf(pointIn(one, period), definition).shown)])
  const columns = [{ heading: name === besideWhole ? dimensionHeading(name) : slugInWords(name) }, ...periods.map((period) => ({ heading: periodName(period, definition), numeric: true }))]
  const table = html`${dataTable({ caption: `${dimensionHeading(name)}: the figures, the newest period first`, columns, rows })}${restInFile(definition.slug, series.length, mostParts, `the first ${mostParts} parts`)}${shorthandUsed(rows)}`
  return series.length > shownAtOnce ? details({ summary: `${series.length > mostParts ? `The first ${mostParts} of ${series.length}` : `All ${series.length}`} as a table`, content: table }) : table
}
