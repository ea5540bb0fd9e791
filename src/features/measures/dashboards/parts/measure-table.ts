import { details } from '#platform/pages/components/details.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { besideOthers, type BesideWords } from '../../glance/beside-others.ts'
import { brokenOff, brokenOffLine } from '../../glance/broken-off.ts'
import { commentaryPart } from '../../glance/commentary-part.ts'
import { chartPoints } from '../../glance/chart-points.ts'
import { assuranceLine, isSaid, variationLine } from '../../glance/icons-of.ts'
import { howItWent } from '../../glance/how-it-went.ts'
import { ragTag } from '../../glance/rag-tag.ts'
import { lastKnownWords } from '../../glance/last-known.ts'
import { isTargetOfOtherDefinition, otherTargetWords, targetFound, targetWords } from '../../glance/target-words.ts'
import { trend } from '../../glance/trend.ts'
import { capital } from '../../measure-pages/measure-words.ts'
import { measureAddress, type Release, type ReleaseEntry } from '../../releases/release.ts'
import { pointOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { periodName } from '../../sheets/shown.ts'
import { askedAbout } from '../view/asked-about.ts'
import { askedList } from './asked-list.ts'
import { figureWords } from './figure-words.ts'
import { noteLine } from './note-line.ts'
import { stackedTable, type StackedRow } from './stacked-table.ts'

interface MeasureTableOptions {
  readonly isCaptionHidden?: boolean
  /** What is said of a measure under its name. */
  readonly also?: (entry: ReleaseEntry) => Piece
  /** What the body asked and is still open: what names a measure stands in its row. */
  readonly asked?: Release['asked']
}

/** The measures of a part of the dashboard, a row each: figure and colour, target, signal over time, and others. What would be said of none of them has no column. */
export function measureTable(caption: string, entries: readonly ReleaseEntry[], { isCaptionHidden = false, also = () => undefined, asked = [] }: MeasureTableOptions = {}): Html {
  return tableOf(caption, entries, { isCaptionHidden, asked, columns: [
    { heading: 'Measure', cell: (entry) => nameCell(entry, also) },
    { heading: 'Figure', isPlain: true, cell: figureCell },
    ...(entries.some(({ sheet }) => hasTarget(sheet)) ? [{ heading: 'Target', cell: ({ sheet }: ReleaseEntry) => targetCell(sheet) }] : []),
    timeColumn,
    ...othersColumn(entries),
  ] })
}

/** Measures that say how large things are: of which neither way is better, so that there is no target and no colour. */
export function contextTable(caption: string, entries: readonly ReleaseEntry[], { also = headingOf, asked = [] }: Omit<MeasureTableOptions, 'isCaptionHidden'> = {}): Html {
  return tableOf(caption, entries, { asked, columns: [
    { heading: 'Measure', cell: (entry) => nameCell(entry, also) },
    { heading: 'Figure', isPlain: true, cell: ({ sheet }) => figureOf(sheet) },
    timeColumn,
    ...othersColumn(entries),
  ] })
}

interface MeasureColumn {
  readonly heading: string
  readonly isWide?: boolean
  readonly isPlain?: boolean
  readonly cell: (entry: ReleaseEntry) => Piece
}

const timeColumn: MeasureColumn = { heading: 'Over time', isWide: true, isPlain: true, cell: ({ sheet }) => timeCell(sheet) }

function othersColumn(entries: readonly ReleaseEntry[]): readonly MeasureColumn[] {
  return entries.some(({ sheet }) => besideOthers(sheet).length > 0) ? [{ heading: 'Beside others', isPlain: true, cell: ({ sheet }) => othersCell(sheet) }] : []
}

interface Tabled {
  readonly isCaptionHidden?: boolean
  readonly asked: Release['asked']
  readonly columns: readonly MeasureColumn[]
}

function tableOf(caption: string, entries: readonly ReleaseEntry[], { isCaptionHidden, asked, columns }: Tabled): Html {
  return stackedTable({ caption, isCaptionHidden, columns, rows: entries.map((entry) => ({ cells: columns.map(({ cell }) => cell(entry)), ...saidBelow(entry, asked) })) })
}

/** The footnote of the figure; what the owner says of a measure that is no exception, one press away, and what was asked of it; of an exception all are said above. */
function saidBelow(entry: ReleaseEntry, asked: Release['asked']): Pick<StackedRow, 'below'> {
  if (entry.exception !== 'none') return {}
  const note = noteLine(entry.sheet)
  const about = askedAbout(entry, asked)
  const isSpokenOf = entry.commentary !== undefined || entry.confirmedBefore !== undefined
  if (note === undefined && !isSpokenOf && about.length === 0) return {}
  const said = isSpokenOf && details({ summary: html`What its owner says<span class="govuk-visually-hidden"> of ${entry.sheet.definition.name}</span>`, content: commentaryPart(entry), classes: 'gt-stacked__said' })
  return { below: html`${note}${about.length > 0 && html`<p class="gt-stacked__asked">Asked of it, and still open:</p>${askedList(about)}`}${said}` }
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

/** What no rule colours needs no word in each row: the head of the page says it of all. */
function figureCell({ sheet }: ReleaseEntry): Html {
  const { rag, derivation } = sheet.judgement
  const isPlain = rag === 'none' && pointOf(sheet)?.value !== undefined
  return html`${figureOf(sheet)} ${ragTag(rag)} ${!isPlain && html`<span class="gt-cell__note${rag !== 'none' && ' gt-cell__wide'}">${capital(derivation.replace(/^(?:Red|Amber|Green|No colour): /, ''))}</span>`}`
}

function hasTarget(sheet: MeasureSheet): boolean {
  return targetWords(sheet) !== undefined || otherTargetWords(sheet) !== undefined
}

function targetCell(sheet: MeasureSheet): Piece {
  const words = targetWords(sheet)
  if (words === undefined) {
    const other = otherTargetWords(sheet)
    if (other === undefined) return html`<span class="gt-quiet gt-cell--empty">None set</span>`
    if (isTargetOfOtherDefinition(sheet)) return html`<span class="gt-cell__note">${other}</span>`
    return html`${other} <span class="gt-cell__note gt-cell__wide">Set for another period than the figure</span>`
  }
  const found = targetFound(sheet)
  return html`${words}${found !== undefined && html`: <strong>${found}</strong>`}`
}

/** Of fewer figures a drawing shows no shape. */
const fewestDrawn = 3

function timeCell(sheet: MeasureSheet): Html {
  const { variation } = sheet.judgement.time
  const known = chartPoints(sheet).filter(({ value }) => value !== undefined).length
  if (known === 0) return html`<span class="gt-quiet gt-cell--empty">Nothing to show yet</span>`
  const [went, broken, last] = [isSaid(variation) ? undefined : howItWent(sheet), brokenOff(sheet), lastKnownWords(sheet)]
  const isUntold = [went, broken, last].every((said) => said === undefined)
  return html`${known >= fewestDrawn && html`<div${!isSaid(variation) && html` class="gt-cell__wide"`}>${trend(sheet, `trend-${sheet.definition.slug}`)}</div>`}
${last && html`<p class="gt-cell__change">Last known: ${last}</p>`}${went && html`<p class="gt-cell__change">${went}</p>`}${broken && html`<p class="gt-cell__change">${brokenOffLine(broken, sheet)}</p>`}
${isSaid(variation) ? variationLine(variation) : isUntold && html`<span class="gt-quiet gt-cell__wide">${known === 1 ? 'The only figure that is known' : variationLine(variation)}</span>`}${assuranceLine(sheet.judgement) && html`<div class="gt-cell__wide">${assuranceLine(sheet.judgement)}</div>`}`
}

function othersCell(sheet: MeasureSheet): Piece {
  const others = besideOthers(sheet)
  if (others.length === 0) return html`<span class="gt-quiet gt-cell--empty">Nobody to compare with</span>`
  return html`<ul class="govuk-list gt-cell__list">${others.map(otherLine)}</ul>`
}

function otherLine({ name, figure, found, note }: BesideWords): Html {
  return html`<li>${userText(capital(name))} ${figure}: <strong>${found}</strong>${note !== undefined && html` <span class="gt-cell__note">${userText(note)}</span>`}</li>`
}
