import { details } from '#platform/pages/components/details.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { breakdownInWords, capital } from '../measure-pages/measure-words.ts'
import type { MeasureSheet, SheetPoint, SheetSeries } from '../sheets/sheet.ts'
import { periodName, shownPoint, shownTarget, shownValue } from '../sheets/shown.ts'
import { figureAddress } from './addresses.ts'
import { figureStatus } from './status-words.ts'

/** Three years of quarters and one more stand open. */
const shownAtOnce = 13

/** Ten years of months; older ones are found one by one. */
const shownAtMost = 120

/** More parts than these are found one by one too. */
const mostSeries = 60

/** Every figure in the work, each a step from its history: the council's own of all together, then part by part, then those of others. */
export function figuresSection(sheet: MeasureSheet): Html {
  const all = sheet.series.filter(({ points }) => points.length > 0)
  const own = all.filter(({ role }) => role === 'own')
  const parts = own.filter(({ breakdown }) => breakdown !== '')
  const others = all.filter(({ role }) => role !== 'own' && role !== 'neighbour')
  const single = all.filter(({ role }) => role === 'neighbour')
  return html`${own.length === 0 ? html`<p class="govuk-body">No figure of the council’s own has been given yet.</p>` : own.filter(({ breakdown }) => breakdown === '').map((series) => tables(sheet, series, 'Figures'))}
${parts.length > 0 && html`<h3 class="govuk-heading-s">Part by part</h3>${folded(sheet, parts)}`}
${others.length > 0 && html`<h3 class="govuk-heading-s">Figures of others</h3>${folded(sheet, others)}`}
${single.length > 0 && details({ summary: `Each of the statistical neighbours (${new Set(single.map(({ area }) => area)).size})`, content: html`${single.map((series) => tables(sheet, series, nameOf(series)))}` })}`
}

function folded(sheet: MeasureSheet, series: readonly SheetSeries[]): readonly Html[] {
  const rest = series.length - mostSeries
  const shown = series.slice(0, mostSeries).map((one) => details({ summary: `${nameOf(one)} (${one.points.length})`, content: tables(sheet, one, nameOf(one)) }))
  return rest > 0 ? [...shown, html`<p class="govuk-body">And ${rest} more: ${link(figureAddress(sheet.definition.slug), 'choose which')}.</p>`] : shown
}

/** "Primary" of the council's own, "England", "England, primary" of others. */
function nameOf({ role, name, breakdown }: SheetSeries): string {
  const part = breakdownInWords(breakdown)
  return role === 'own' ? part : breakdown === '' ? capital(name) : `${capital(name)}, ${part.toLowerCase()}`
}

function tables(sheet: MeasureSheet, series: SheetSeries, name: string): Html {
  const newest = series.points.toReversed()
  const older = newest.slice(shownAtOnce, shownAtMost)
  const rest = newest.length - shownAtMost
  return html`${table(sheet, series, { points: newest.slice(0, shownAtOnce), caption: `${name}, newest first` })}
${older.length > 0 && details({ summary: `Earlier figures (${older.length})`, content: table(sheet, series, { points: older, caption: `${name}, earlier ones` }) })}
${rest > 0 && html`<p class="govuk-body">And ${rest.toLocaleString('en-GB')} before them: ${link(figureAddress(sheet.definition.slug, { area: series.area, breakdown: series.breakdown }), 'choose a period')}.</p>`}`
}

interface Shown {
  readonly points: readonly SheetPoint[]
  readonly caption: string
}

/** Notes stand under their period, so that a narrow screen shows them. */
function table({ definition }: MeasureSheet, { area, breakdown }: SheetSeries, { points, caption }: Shown): Html {
  const count = (value: number | undefined) => (value === undefined ? '[x]' : value.toLocaleString('en-GB'))
  const isCounted = points.some(({ numerator, denominator }) => numerator !== undefined || denominator !== undefined)
  const hasTarget = points.some(({ target }) => target !== undefined)
  const number = (heading: string) => ({ heading, numeric: true })
  return dataTable({
    caption,
    captionSize: 's',
    columns: [{ heading: 'Period' }, number('Figure'), { heading: 'Status' }, ...(isCounted ? [number('Counted'), number('Of')] : []), ...(hasTarget ? [number('Target')] : [])],
    rows: points.map((point) => [
      html`${link(figureAddress(definition.slug, { area, breakdown, period: point.period }), html`${periodName(point.period, definition)}<span class="govuk-visually-hidden">: history of this figure</span>`)}${noteOf(point, definition)}`,
      shownPoint(point, definition),
      point.made !== undefined ? `${capital(point.made.method)} of ${point.made.used} of ${point.made.of}` : point.revision === undefined ? 'Not given' : figureStatus(point.status),
      ...(isCounted ? [count(point.numerator), count(point.denominator)] : []),
      ...(hasTarget ? [point.target === undefined ? '[z]' : shownTarget(point.target, definition)] : []),
    ]),
  })
}

function noteOf({ note, before, brokenHere }: SheetPoint, definition: MeasureSheet['definition']): Html | undefined {
  const was = before === undefined ? undefined : `It was ${before.value === undefined ? 'without a figure' : shownValue(before.value, definition)}`
  const said = [
    ...(note === undefined ? [] : [userText(note)]),
    ...(was === undefined ? [] : [before?.reason === undefined || before.reason === '' ? html`${was}.` : html`${was}: ${userText(before.reason)}`]),
    ...(brokenHere === undefined ? [] : [html`A break: ${userText(brokenHere)}`]),
  ]
  return said.length === 0 ? undefined : html`${said.map((one) => html`<br><span class="gt-quiet">${one}</span>`)}`
}
