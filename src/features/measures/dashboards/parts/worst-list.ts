import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { besideOthers } from '../../glance/beside-others.ts'
import { extremeInWords, extremeOf } from '../../glance/extremes.ts'
import { howItWent, lowered } from '../../glance/how-it-went.ts'
import { isSaid } from '../../glance/icons-of.ts'
import { ragTag } from '../../glance/rag-tag.ts'
import { targetFound, targetWords } from '../../glance/target-words.ts'
import type { ReleaseEntry } from '../../releases/release.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { figureAndPeriod, figureWords } from './figure-words.ts'
import { noteLine } from './note-line.ts'

/** A line for each measure, in the order in which they are given, with the way to where more is said of it. The period is told of figures that are of another than `period`. */
export function worstList(entries: readonly ReleaseEntry[], href: (entry: ReleaseEntry) => string, period?: string): Html {
  return html`<ol class="govuk-list gt-worst">${entries.map((entry) => worstLine(entry, href(entry), period))}</ol>`
}

function worstLine({ sheet, exception }: ReleaseEntry, href: string, period: string | undefined): Html {
  const { rag, time } = sheet.judgement
  const tag = ragTag(rag) ?? (time.variation.startsWith('concerning') ? statusTag('Concerning', 'caution') : undefined)
  return html`<li class="gt-worst__line">${tag && html`<span class="gt-worst__tag">${tag}</span>`}<span class="gt-worst__words"><a class="govuk-link gt-worst__name" href="${href}">${userText(sheet.definition.name)}</a> ${exception === 'new' && html`<span class="gt-quiet">(new)</span>`}<br>${saidInLine(sheet, period).join('; ')}${noteLine(sheet)}</span></li>`
}

/** Figure, target, others, and how it went: what a reader needs of a measure in a line. The period is told of a figure of another than `period`. */
export function saidInLine(sheet: MeasureSheet, period: string | undefined): readonly string[] {
  const { time, others } = sheet.judgement
  const [target, found] = [targetWords(sheet), targetFound(sheet)]
  const behind = others.filter((other) => other.found.kind === 'worse').map(({ name }) => name)
  const [beside] = behind.length > 0 ? [] : besideOthers(sheet)
  const extreme = extremeOf(sheet)
  const went = isSaid(time.variation) ? extreme?.isWorst === true && extremeInWords(extreme, sheet) : howItWent(sheet)
  return [
    sheet.asOf === period ? figureWords(sheet) : figureAndPeriod(sheet),
    ...(target === undefined ? [] : [`target ${target}${found === undefined ? '' : `: ${found}`}`]),
    ...(behind.length === 0 ? [] : [`worse than ${behind.join(', ')}`]),
    ...(beside === undefined ? [] : [`beside ${beside.name} ${beside.figure}`]),
    ...(time.variation.startsWith('concerning') ? ['getting worse'] : []),
    ...(went === undefined || went === false ? [] : [lowered(went)]),
  ]
}
