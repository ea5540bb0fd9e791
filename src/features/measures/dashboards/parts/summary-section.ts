import { countOf } from '#core/count-in-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { isSaid } from '../../glance/icons-of.ts'
import { changeInWords, plainChange } from '../../glance/plain-change.ts'
import { ragTag } from '../../glance/rag-tag.ts'
import { otherTarget, targetFound, targetWords } from '../../glance/target-words.ts'
import { measureAddress, type ReleaseEntry } from '../../releases/release.ts'
import { hasFigureNow, type MeasureSheet } from '../../sheets/sheet.ts'
import { periodName } from '../../sheets/shown.ts'
import type { DashboardView } from '../view/dashboard-view.ts'
import { mostChanged, worstFirst, wrongWayFirst } from '../view/worst-first.ts'
import { exceptionId } from './anchors.ts'
import { figureAndPeriod, figureWords } from './figure-words.ts'

/** What is worst, in a line each, before anything else: whoever has five seconds reads these. */
export function summarySection(view: DashboardView): Html {
  const { exceptions, entries } = view
  if (entries.length === 0) return html`<p class="govuk-body-l gt-lead">There is no measure here.</p>`
  if (entries.every(({ sheet }) => !hasFigureNow(sheet))) return html`<p class="govuk-body-l gt-lead">No measure here has a figure for ${periodsSaid(view)}, so nothing can be said of how it goes.</p>${tally(view)}`
  if (exceptions.length === 0) return html`${nothingRed(view)}${contextLine(view)}${tally(view)}`
  return html`<h2 class="govuk-heading-m" id="worst">${exceptions.length === 1 ? 'One measure needs' : `${exceptions.length} measures need`} looking at first</h2>
${worstList(exceptions, (entry) => `#${exceptionId(entry)}`, view.release.period)}${contextLine(view)}${tally(view)}`
}

/** The period of the release, and where its measures are all counted in others that one. */
function periodsSaid({ release, entries }: DashboardView): string {
  const own = new Set(entries.map(({ sheet }) => periodName(sheet.asOf, sheet.definition)))
  return own.size === 1 ? [...own].join() : periodName(release.period)
}

/** At most so many are named where nothing is red. */
const nearest = 8

/** Where nothing is red: what comes nearest to it. That little can be judged is no good news, and is said, first where it is so of all. */
function nothingRed({ headed, counts, release }: DashboardView): Html {
  const judged = headed.flatMap(({ entries }) => entries)
  const amber = worstFirst(judged.filter(({ sheet }) => sheet.judgement.rag === 'amber'))
  const wrongWay = wrongWayFirst(judged.filter(({ sheet }) => sheet.judgement.rag === 'none'))
  if (judged.length === 0) return html`<p class="govuk-body-l gt-lead">These measures are for context: neither more nor less of them is better.</p>`
  const isTold = counts.amber + counts.green > 0
  const elsewhere = judged.filter(({ sheet }) => sheet.judgement.rag === 'none' && otherTarget(sheet) !== undefined).length
  const why = `no target holds for ${counts.none === 1 ? 'it' : 'them'} in this period${elsewhere === 0 ? '' : ` (${countOf(elsewhere, 'measures')} ${elsewhere === 1 ? 'has' : 'have'} one for another)`}, ${counts.none === 1 ? 'its' : 'their'} figures are too few to tell change from chance, and nothing is known of others by which chance could be ruled out`
  return html`${isTold && html`<p class="govuk-body-l gt-lead">No measure is red, and none gets worse beyond what chance explains.</p>`}
${counts.none > 0 && html`<p class="${isTold ? 'govuk-body' : 'govuk-body-l gt-lead'}"><strong>${isTold ? countOf(counts.none, 'measures') : 'No measure here'} can${isTold ? 'not' : ''} be judged by rule</strong>: ${why}.</p>`}
${nearestList('What speaks against it most', amber, release.period)}${nearestList('As the figures stand, these went the wrong way', wrongWay, release.period)}`
}

/** So many changes of context are named. */
const mostForContext = 3

/** What changed most among the numbers that are never judged: without them nobody can tell why the others went as they did. */
function contextLine({ context }: DashboardView): Html | undefined {
  const changed = mostChanged(context).slice(0, mostForContext)
  if (changed.length === 0) return undefined
  return html`<p class="govuk-body"><strong>For context, changed most:</strong> ${changed.map(({ measure, sheet }, index) => {
    const change = plainChange(sheet)
    return html`${index > 0 && '; '}<a class="govuk-link" href="${measureAddress(measure)}">${userText(sheet.definition.name)}</a> ${figureWords(sheet)}${change && `, ${lowered(changeInWords(change, sheet))}`}`
  })}.</p>`
}

function nearestList(heading: string, entries: readonly ReleaseEntry[], period: string): Html | undefined {
  if (entries.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">${heading}</h2>${worstList(entries.slice(0, nearest), ({ measure }) => measureAddress(measure), period)}${entries.length > nearest && html`<p class="govuk-body">And ${entries.length - nearest} more, <a class="govuk-link" href="#measures">below</a>.</p>`}`
}

/** A line for each measure, in the order in which they are given, with the way to where more is said of it. The period is told of figures that are of another than `period`. */
export function worstList(entries: readonly ReleaseEntry[], href: (entry: ReleaseEntry) => string, period?: string): Html {
  return html`<ol class="govuk-list gt-worst">${entries.map((entry) => worstLine(entry, href(entry), period))}</ol>`
}

function worstLine({ sheet, exception }: ReleaseEntry, href: string, period: string | undefined): Html {
  const { rag, time } = sheet.judgement
  const tag = ragTag(rag) ?? (time.variation.startsWith('concerning') ? statusTag('Concerning', 'caution') : undefined)
  return html`<li class="gt-worst__line">${tag && html`<span class="gt-worst__tag">${tag}</span>`}<span class="gt-worst__words"><a class="govuk-link gt-worst__name" href="${href}">${userText(sheet.definition.name)}</a> ${exception === 'new' && html`<span class="gt-quiet">(new)</span>`}<br>${saidInLine(sheet, period).join('; ')}</span></li>`
}

/** Figure, target, others, and how it went: what a reader needs of a measure in a line. */
function saidInLine(sheet: MeasureSheet, period: string | undefined): readonly string[] {
  const { time, others } = sheet.judgement
  const [target, found] = [targetWords(sheet), targetFound(sheet)]
  const behind = others.filter((other) => other.found.kind === 'worse').map(({ name }) => name)
  const change = isSaid(time.variation) ? undefined : plainChange(sheet)
  return [
    sheet.asOf === period ? figureWords(sheet) : figureAndPeriod(sheet),
    ...(target === undefined ? [] : [`target ${target}${found === undefined ? '' : `: ${found}`}`]),
    ...(behind.length === 0 ? [] : [`worse than ${behind.join(', ')}`]),
    ...(time.variation.startsWith('concerning') ? ['getting worse'] : []),
    ...(change === undefined ? [] : [lowered(changeInWords(change, sheet))]),
  ]
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** How many there are of each, bad and good alike. */
function tally({ counts, context, entries, unconfirmed, closed, revised }: DashboardView): Html | undefined {
  if (entries.length === 0) return undefined
  const said = [
    `${counts.red} red`,
    `${counts.amber} amber`,
    `${counts.green} green`,
    ...(counts.none === 0 ? [] : [`${counts.none} without a colour`]),
    ...(context.length === 0 ? [] : [`${context.length} for context, never coloured`]),
  ]
  const links = [
    ...(closed.length === 0 ? [] : [html`<a class="govuk-link" href="#closed">${closed.length} no longer ${closed.length === 1 ? 'an exception' : 'exceptions'}</a>`]),
    ...(revised.length === 0 ? [] : [html`<a class="govuk-link" href="#changed">figures of ${revised.length} ${revised.length === 1 ? 'measure' : 'measures'} revised</a>`]),
    ...(unconfirmed.length === 0 ? [] : [html`<a class="govuk-link" href="#unconfirmed">${unconfirmed.length} not confirmed by ${unconfirmed.length === 1 ? 'its owner' : 'their owners'}</a>`]),
  ]
  return html`<p class="govuk-body">Of ${entries.length} ${entries.length === 1 ? 'measure' : 'measures'}: ${said.join(', ')}.${links.length > 0 && html` Also: ${links.map((one, index) => html`${index > 0 && ', '}${one}`)}.`}</p>`
}
