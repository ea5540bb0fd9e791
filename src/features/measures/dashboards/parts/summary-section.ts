import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { lowered } from '../../glance/how-it-went.ts'
import { changeInWords, plainChange } from '../../glance/plain-change.ts'
import { measureAddress } from '../../releases/release.ts'
import { hasFigureNow } from '../../sheets/sheet.ts'
import { periodName } from '../../sheets/shown.ts'
import type { DashboardView } from '../view/dashboard-view.ts'
import { amberBeside, amberHeading, besideExceptions } from '../view/without-rule.ts'
import { mostChanged } from '../view/worst-first.ts'
import { exceptionId } from './anchors.ts'
import { figureWords } from './figure-words.ts'
import { nothingRedWords } from './nothing-red-words.ts'
import { nearestList, unjudgedSection } from './unjudged-section.ts'
import { worstList } from './worst-list.ts'

/** What is worst, in a line each, before anything else: whoever has five seconds reads these. */
export function summarySection(view: DashboardView): Html {
  const { exceptions, entries } = view
  if (entries.length === 0) return html`<p class="govuk-body-l gt-lead">There is no measure here.</p>`
  if (entries.every(({ sheet }) => !hasFigureNow(sheet))) return html`<p class="govuk-body-l gt-lead">No measure here has a figure for ${periodsSaid(view)}, so nothing can be said of how it goes.</p>${tally(view)}`
  if (exceptions.length === 0) return html`${nothingRed(view)}${amberPart(view)}${unjudgedPart(view)}${contextLine(view)}${tally(view)}`
  return html`<h2 class="govuk-heading-m" id="worst">${exceptions.length === 1 ? 'One measure needs' : `${exceptions.length} measures need`} looking at first</h2>
${worstList(exceptions, (entry) => `#${exceptionId(entry)}`, view.release.period)}${amberPart(view)}${unjudgedPart(view)}${contextLine(view)}${tally(view)}`
}

/** The period of the release, and where its measures are all counted in others that one. */
function periodsSaid({ release, entries }: DashboardView): string {
  const own = new Set(entries.map(({ sheet }) => periodName(sheet.asOf, sheet.definition)))
  return own.size === 1 ? [...own].join() : periodName(release.period)
}

function amberPart(view: DashboardView): Html | undefined {
  return nearestList(amberHeading, amberBeside(view), view.release.period)
}

function unjudgedPart(view: DashboardView): Html {
  return unjudgedSection(besideExceptions(view), view.release.period)
}

/** Where nothing is an exception: that it is so, and how much cannot be judged. */
function nothingRed(view: DashboardView): Html {
  const { told, unjudged } = nothingRedWords(view)
  return html`${told !== undefined && html`<p class="govuk-body-l gt-lead">${told}</p>`}
${unjudged && html`<p class="${told === undefined ? 'govuk-body-l gt-lead' : 'govuk-body'}"><strong>${unjudged.who}</strong>: ${unjudged.why}.</p>`}`
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
  const unknown = entries.filter(({ sheet }) => !hasFigureNow(sheet)).length
  const links = [
    ...(closed.length === 0 ? [] : [html`<a class="govuk-link" href="#closed">${closed.length} no longer ${closed.length === 1 ? 'an exception' : 'exceptions'}</a>`]),
    ...(revised.length === 0 ? [] : [html`<a class="govuk-link" href="#changed">figures of ${revised.length} ${revised.length === 1 ? 'measure' : 'measures'} revised</a>`]),
    ...(unconfirmed.length === 0 ? [] : [html`<a class="govuk-link" href="#unconfirmed">${unconfirmed.length} not confirmed by ${unconfirmed.length === 1 ? 'its owner' : 'their owners'}</a>`]),
  ]
  return html`<p class="govuk-body">Of ${entries.length} ${entries.length === 1 ? 'measure' : 'measures'}: ${said.join(', ')}.${unknown > 0 && unknown < entries.length && html` <strong>${unknown} ${unknown === 1 ? 'has' : 'have'} no figure</strong> for the period.`}${links.length > 0 && html` Also: ${links.map((one, index) => html`${index > 0 && ', '}${one}`)}.`}</p>`
}
