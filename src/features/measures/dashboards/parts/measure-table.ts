import { details } from '#platform/pages/components/details.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { besideOthers, type BesideWords } from '../../glance/beside-others.ts'
import { commentaryPart } from '../../glance/commentary-part.ts'
import { chartPoints } from '../../glance/chart-points.ts'
import { assuranceLine, isSaid, variationLine } from '../../glance/icons-of.ts'
import { changeInWords, plainChange } from '../../glance/plain-change.ts'
import { ragTag } from '../../glance/rag-tag.ts'
import { otherTargetWords, targetFound, targetWords } from '../../glance/target-words.ts'
import { trend } from '../../glance/trend.ts'
import { capital } from '../../measure-pages/measure-words.ts'
import { measureAddress, type ReleaseEntry } from '../../releases/release.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { periodName } from '../../sheets/shown.ts'
import { figureWords } from './figure-words.ts'
import { stackedTable, type StackedRow } from './stacked-table.ts'

interface MeasureTableOptions {
  /** To which links lead. */
  readonly id?: string
  /** What is said of a measure under its name. */
  readonly also?: (entry: ReleaseEntry) => Piece
}

/** The measures of a part of the dashboard, a row each: figure and colour, target, signal over time, and others. */
export function measureTable(caption: string, entries: readonly ReleaseEntry[], { id, also = () => undefined }: MeasureTableOptions = {}): Html {
  return stackedTable({
    caption,
    id,
    columns: ['Measure', 'Figure', 'Target', 'Over time', 'Beside others'],
    rows: entries.map((entry) => ({ cells: [nameCell(entry, also), figureCell(entry), targetCell(entry.sheet), timeCell(entry.sheet, `trend-${entry.measure}`), othersCell(entry.sheet)], ...saidBelow(entry) })),
  })
}

/** Measures that say how large things are: of which neither way is better, so that there is no target and no colour. */
export function contextTable(caption: string, entries: readonly ReleaseEntry[], { also = headingOf }: Pick<MeasureTableOptions, 'also'> = {}): Html {
  return stackedTable({
    caption,
    columns: ['Measure', 'Figure', 'Over time', 'Beside others'],
    rows: entries.map((entry) => ({ cells: [nameCell(entry, also), figureOf(entry.sheet), timeCell(entry.sheet, `trend-${entry.measure}`), othersCell(entry.sheet)], ...saidBelow(entry) })),
  })
}

/** What the owner says of a measure that is no exception, one press away; of an exception it is said above. */
function saidBelow(entry: ReleaseEntry): Pick<StackedRow, 'below'> {
  if (entry.commentary === undefined || entry.exception !== 'none') return {}
  return { below: details({ summary: html`What its owner says<span class="govuk-visually-hidden"> of ${entry.sheet.definition.name}</span>`, content: commentaryPart(entry), classes: 'gt-stacked__said' }) }
}

function headingOf({ heading }: ReleaseEntry): Html {
  return html`<span class="gt-cell__note">${userText(heading)}</span>`
}

function nameCell(entry: ReleaseEntry, also: (entry: ReleaseEntry) => Piece): Html {
  return html`<a class="govuk-link" href="${measureAddress(entry.measure)}">${userText(entry.sheet.definition.name)}</a>
${also(entry)}${!entry.isConfirmed && html`<span class="gt-cell__note">Not confirmed by its owner</span>`}`
}

function figureOf(sheet: MeasureSheet): Html {
  return html`<span class="gt-cell__figure">${figureWords(sheet)}</span> <span class="gt-cell__note">${periodName(sheet.asOf, sheet.definition)}</span>`
}

function figureCell({ sheet }: ReleaseEntry): Html {
  const { rag, derivation } = sheet.judgement
  return html`${figureOf(sheet)} ${ragTag(rag)} <span class="gt-cell__note">${capital(derivation.replace(/^(?:Red|Amber|Green): /, ''))}</span>`
}

function targetCell(sheet: MeasureSheet): Piece {
  const words = targetWords(sheet)
  if (words === undefined) {
    const other = otherTargetWords(sheet)
    return other === undefined ? html`<span class="gt-quiet gt-cell--empty">None set</span>` : html`${other} <span class="gt-cell__note">Set for another period than the figure</span>`
  }
  const found = targetFound(sheet)
  return html`${words}${found !== undefined && html`: <strong>${found}</strong>`}`
}

function timeCell({ judgement, ...sheet }: MeasureSheet, id: string): Html {
  const whole = { judgement, ...sheet }
  const known = chartPoints(whole).filter(({ value }) => value !== undefined).length
  if (known === 0) return html`<span class="gt-quiet gt-cell--empty">Nothing to show yet</span>`
  const change = isSaid(judgement.time.variation) ? undefined : plainChange(whole)
  return html`${known > 1 && trend(whole, id)}${change && html`<p class="gt-cell__change">${changeInWords(change, whole)}</p>`}${variationLine(judgement.time.variation)}${assuranceLine(judgement.time.assurance)}`
}

function othersCell(sheet: MeasureSheet): Piece {
  const others = besideOthers(sheet)
  if (others.length === 0) return html`<span class="gt-quiet gt-cell--empty">Nobody to compare with</span>`
  return html`<ul class="govuk-list gt-cell__list">${others.map(otherLine)}</ul>`
}

function otherLine({ name, figure, found }: BesideWords): Html {
  return html`<li>${userText(capital(name))} ${figure}: <strong>${found}</strong></li>`
}
