import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { brokenOff, brokenOffLine } from '../../glance/broken-off.ts'
import { measureAddress, type ReleaseEntry } from '../../releases/release.ts'
import { nearest, withoutRule } from '../view/without-rule.ts'
import { wrongWayWords } from '../view/worst-first.ts'
import { noteLine } from './note-line.ts'
import { worstList } from './worst-list.ts'

export const wrongWayHeading = 'As the figures stand, these went the wrong way'
export const aloneHeading = 'Of these nobody can say which way they went'

/** Of what no rule can judge: what went the wrong way by arithmetic alone, and what a break parts from all before it. */
export function unjudgedSection(entries: readonly ReleaseEntry[], period?: string): Html {
  const { wrongWay, alone } = withoutRule(entries)
  return html`${wrongWay.length > 0 && html`${nearestList(wrongWayHeading, wrongWay, period)}<p class="govuk-body-s gt-quiet">${wrongWayWords}</p>`}
${alone.length > 0 && html`<h2 class="govuk-heading-m">${aloneHeading}</h2><ul class="govuk-list gt-worst">${alone.map(aloneLine)}</ul>`}`
}

function aloneLine({ measure, sheet }: ReleaseEntry): Html | undefined {
  const broken = brokenOff(sheet)
  return broken && html`<li class="gt-worst__line"><span class="gt-worst__words"><a class="govuk-link gt-worst__name" href="${measureAddress(measure)}">${userText(sheet.definition.name)}</a><br>${brokenOffLine(broken, sheet)}${noteLine(sheet)}</span></li>`
}

/** The first of a list, under a heading, and the way to the rest. */
export function nearestList(heading: string, entries: readonly ReleaseEntry[], period?: string): Html | undefined {
  if (entries.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">${heading}</h2>${worstList(entries.slice(0, nearest), ({ measure }) => measureAddress(measure), period)}${entries.length > nearest && html`<p class="govuk-body">And ${entries.length - nearest} more, <a class="govuk-link" href="#measures">below</a>.</p>`}`
}
