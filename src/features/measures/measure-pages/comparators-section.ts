import { comparePeriods } from '#core/periods/period-order.ts'
import { chartFigure } from '#platform/charts/chart-figure.ts'
import { rankingChart } from '#platform/charts/ranking-chart.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { stackedTable } from '../dashboards/parts/stacked-table.ts'
import { besideOthers } from '../glance/beside-others.ts'
import { pointOf, type MeasureSheet, type SheetPoint } from '../sheets/sheet.ts'
import { periodName, shownPoint, shownValue, unitInWords } from '../sheets/shown.ts'
import { amongNeighbours, type AmongNeighbours } from './among-neighbours.ts'
import { countShown } from './figures-table.ts'
import { capital, ordinal } from './measure-words.ts'
import { neighboursFunnel } from './neighbours-funnel.ts'
import { mostPeriods, restInFile } from './rest-in-file.ts'
import { shorthandUsed } from './shorthand-used.ts'

/** With whom it is compared: each with year and method, the place among the neighbours, and a funnel where they say of how many. */
export function comparatorsSection(sheet: MeasureSheet): Html {
  const others = besideOthers(sheet)
  const among = amongNeighbours(sheet)
  return html`<h2 class="govuk-heading-m" id="others">Compared with others</h2>
${others.length === 0 ? html`<p class="govuk-body">${noOthers(sheet)}</p>` : othersTable(sheet, others)}
${among === undefined ? undefined : neighboursPart(sheet, among)}`
}

function noOthers({ definition: { comparators } }: MeasureSheet): string {
  return comparators.length === 0 ? 'It is the council’s own measure: nobody else publishes figures for it.' : 'No figure of others is published for it.'
}

function othersTable(sheet: MeasureSheet, others: ReturnType<typeof besideOthers>): Html {
  const own = pointOf(sheet)
  const ownRow = own === undefined ? [] : [['The council', `${shownPoint(own, sheet.definition)} (${periodName(sheet.asOf, sheet.definition)})`, '–']]
  return html`${stackedTable({
    caption: 'Beside England, the region and the council’s statistical neighbours',
    columns: [{ heading: 'Whose' }, { heading: 'Figure' }, { heading: 'The council beside it', isWide: true }],
    rows: [...ownRow, ...others.map(({ name, figure, found, note }) => [capital(name), figure, note === undefined ? capital(found) : `${capital(found)}. ${note}`])].map((cells) => ({ cells })),
  })}
<p class="govuk-body-s gt-quiet">${howCompared(sheet)}</p>${earlierOfOthers(sheet)}`
}

/** The others year by year, as far as anything is published of them. */
function earlierOfOthers({ series, definition }: MeasureSheet): Html | undefined {
  const others = series.filter(({ role, breakdown, points }) => breakdown === '' && (role === 'england' || role === 'region' || role === 'neighbours') && points.length > 0)
  const slugs = new Set(others.flatMap(({ points }) => points.map(({ period }) => period)))
  const periods = [...slugs].flatMap((slug) => periodOf(definition.frequency, slug, 'others') ?? []).toSorted(comparePeriods).reverse()
  if (periods.length < 2) return undefined
  const shown = (points: readonly SheetPoint[], period: string) => points.filter((point) => point.period === period).map((point) => shownPoint(point, definition))[0] ?? '[x]'
  const table = dataTable({
    caption: 'Figures of others, the newest first',
    columns: [{ heading: 'Period' }, ...others.map(({ name }) => ({ heading: capital(name), numeric: true }))],
    rows: periods.slice(0, mostPeriods).map(({ slug }) => [periodName(slug, definition), ...others.map(({ points }) => shown(points, slug))]),
  })
  return details({ summary: `Figures of others for ${periods.length} periods`, content: html`${table}${restInFile(definition.slug, periods.length, mostPeriods, `the newest ${mostPeriods} periods`)}` })
}

function howCompared(sheet: MeasureSheet): string {
  if (pointOf(sheet)?.interval === undefined) return 'The figure has no interval, so chance cannot be told from a difference: higher and lower are said as the figures stand, and nothing is judged by them.'
  return `The council is ${sheet.definition.polarity === 'neither' ? 'higher or lower' : 'better or worse'} only where the other’s figure lies outside the 95% interval of its own; else the two are similar.`
}

function neighboursPart(sheet: MeasureSheet, among: AmongNeighbours): Html {
  const { definition } = sheet
  const funnel = neighboursFunnel(sheet, among)
  return html`<h3 class="govuk-heading-s" id="neighbours">Among its statistical neighbours</h3>
${chartFigure((layout) => rankingChart(
  {
    id: 'ranking-chart',
    title: rankInWords(sheet, among),
    subtitle: `${definition.name}, ${unitInWords(definition)}, ${periodName(among.period, definition)}${among.ownPeriod === among.period ? '' : ` (the council: ${periodName(among.ownPeriod, definition)})`}`,
    rows: among.places.map(({ name, point, isOwn }) => ({ name, isOwn, value: point.value, shown: shownPoint(point, definition), low: point.interval?.lower95, high: point.interval?.upper95 })),
    format: (value) => shownValue(value, definition),
    line: lineOf(sheet, among),
  },
  layout,
))}
${shorthandUsed([among.places.map(({ point }) => shownPoint(point, definition))])}${details({ summary: 'These figures as a table', content: neighboursTable(sheet, among) })}
${funnel === undefined ? undefined : html`${chartFigure(funnel)}<p class="govuk-body-s gt-quiet">Between the lines chance alone leaves a council that is like all of these together: 95% and 99.8% limits from the exact ${definition.unit === 'percent' ? 'binomial' : 'Poisson'} distribution (Spiegelhalter 2005).</p>`}`
}

function lineOf(sheet: MeasureSheet, { period }: AmongNeighbours) {
  const value = pointOf(sheet, 'england', '', period)?.value
  return value === undefined ? undefined : { name: 'England', value }
}

/** "Worcestershire is 4th of 11, the best being first"; of those that are shown where some are hidden. */
function rankInWords({ definition: { polarity } }: MeasureSheet, { rank, places }: AmongNeighbours): string {
  const own = places.find(({ isOwn }) => isOwn)?.name ?? 'The council'
  if (rank === undefined) return `${own} has no figure to rank here`
  const of = rank.of === places.length ? String(rank.of) : `the ${rank.of} that are shown`
  return `${own} is ${ordinal(rank.place)} of ${of}, the ${polarity === 'neither' ? 'highest' : 'best'} being first`
}

function neighboursTable({ definition }: MeasureSheet, { places, period }: AmongNeighbours): Html {
  const hasSize = places.some(({ point }) => point.denominator !== undefined)
  return dataTable({
    caption: `The council and its statistical neighbours, ${periodName(period, definition)}`,
    columns: [{ heading: 'Council' }, { heading: 'How like it' }, { heading: 'Figure', numeric: true }, ...(hasSize ? [{ heading: `Of ${definition.denominator ?? 'how many'}`, numeric: true }] : [])],
    rows: places.map(({ name, closeness, point, isOwn }) => [
      name,
      isOwn ? 'The council itself' : (closeness ?? ''),
      shownPoint(point, definition),
      ...(hasSize ? [countShown(point.denominator, point.confidentiality)] : []),
    ]),
  })
}
