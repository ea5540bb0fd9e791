import { formatDate } from '#core/date-words.ts'
import { countOf } from '#core/count-in-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { dayPublished } from './published-on.ts'
import { figureWords } from '../dashboards/parts/figure-words.ts'
import { besideInWords, besideOthers } from '../glance/beside-others.ts'
import { brokenOff, brokenOffLine } from '../glance/broken-off.ts'
import { assuranceLine, variationLine } from '../glance/icons-of.ts'
import { lastKnownWords } from '../glance/last-known.ts'
import { plainFacts } from '../glance/plain-facts.ts'
import { ragTag } from '../glance/rag-tag.ts'
import { otherTarget, targetFound, targetWords } from '../glance/target-words.ts'
import type { CurrentEntry } from '../releases/published-releases.ts'
import { dashboardAddress } from '../releases/release.ts'
import { isOnlyInParts, pointOf, type MeasureSheet } from '../sheets/sheet.ts'
import { isOfOtherDefinition, isToCome, targetAndPeriod } from '../sheets/other-target.ts'
import { periodName } from '../sheets/shown.ts'
import { breakdownsSection } from './breakdowns-section.ts'
import { tooFew } from './measure-chart.ts'
import { capital, periodAtLength } from './measure-words.ts'

/** What a reader sees first, on a phone too: the figure with its colour, the judgement in a sentence, its three parts, and from what the colour follows. */
export function firstScreen({ entry, release }: CurrentEntry): Html {
  const { sheet } = entry
  if (isOnlyInParts(sheet)) return firstOfParts({ entry, release })
  const { judgement, definition } = sheet
  const [point, last] = [pointOf(sheet), lastKnownWords(sheet)]
  return html`<p class="gt-measure-now"><span class="gt-measure-now__figure">${figureWords(sheet)}</span> <span class="gt-measure-now__period">${periodName(sheet.asOf, definition)}</span> ${ragTag(judgement.rag)}</p>
<p class="govuk-body gt-measure-now__sentence">${userText(judgement.sentence)}</p>
${last && html`<p class="govuk-body">The last figure that is shown: ${last}.</p>`}${threeParts(sheet)}
<p class="govuk-body">${judgement.derivation}</p>
${published({ entry, release })}
${point?.note === undefined ? undefined : html`<p class="govuk-body">Note: ${userText(point.note)}</p>`}`
}

/** Of a measure that is never given as a whole: that it is not, and at once its parts. */
function firstOfParts(current: CurrentEntry): Html {
  const { sheet } = current.entry
  return html`<p class="govuk-body gt-measure-now__sentence">${userText(sheet.judgement.sentence)}</p>${breakdownsSection(sheet)}${published(current)}`
}

function published({ entry: { sheet }, release }: CurrentEntry): Html {
  return html`<p class="govuk-body">${capital(periodAtLength(sheet.asOf, sheet.definition))}. ${publishedWords(sheet, release.publishedAt)} in ${link(dashboardAddress(release), userText(release.title))}.</p>`
}

/** "Published 9 July 2020, 100 days after the period ended". */
function publishedWords({ asOf, definition }: MeasureSheet, at: Date): string {
  const day = dayPublished(at)
  const period = periodOf(definition.frequency, asOf)
  const days = period === undefined ? 0 : Math.round((Date.parse(day) - Date.parse(period.to)) / 86_400_000)
  const after = period === undefined || days < 1 ? '' : `, ${countOf(days, 'days')} after ${period.kind === 'day' ? 'the count' : 'the period ended'},`
  return `Published ${formatDate(day)}${after}`
}

/** Against target, over time, and beside others. */
function threeParts(sheet: MeasureSheet): Html {
  const { time } = sheet.judgement
  const others = besideOthers(sheet)
  const [facts, broken] = [plainFacts(sheet), brokenOff(sheet)]
  return html`<dl class="gt-three-parts">
<div><dt>${sheet.definition.polarity === 'neither' ? 'Is it changing?' : 'Is it getting worse?'}</dt><dd>${facts && html`<p>${facts}.</p>`}${broken && html`<p>${brokenOffLine(broken, sheet)}</p>`}<p>${time.variation === 'too-short' ? `${capital(tooFew(sheet))}.` : variationLine(time.variation)}</p>${assuranceLine(sheet.judgement) && html`<p>${assuranceLine(sheet.judgement)}</p>`}</dd></div>
<div><dt>Compared with whom?</dt><dd>${others.length === 0 ? html`<p>No figure of others is published for it.</p>` : others.map((other) => html`<p>${capital(besideInWords(other))}${other.note !== undefined && html`. Note: ${userText(other.note)}`}</p>`)}</dd></div>
<div><dt>Against its target?</dt><dd><p>${targetPart(sheet)}</p></dd></div>
</dl>`
}

function targetPart(sheet: MeasureSheet): string {
  const { target } = sheet.judgement
  if (sheet.definition.polarity === 'neither') return noTarget['neither-is-better']
  const words = targetWords(sheet)
  if (target.found.kind === 'none') {
    const other = otherTarget(sheet)
    if (target.found.why !== 'no-target' || other === undefined) return noTarget[target.found.why]
    if (isOfOtherDefinition(other, sheet.definition, sheet.asOf)) return `No target is set for what is counted in this period; one was set for another definition: ${targetAndPeriod(other, sheet.definition)}`
    return `${noTarget['no-target']}; ${isToCome(other, sheet.definition, sheet.asOf) ? 'one is set' : 'the last was'}: ${targetAndPeriod(other, sheet.definition)}`
  }
  const asItStands = target.found.hasInterval ? '' : ' (as the figure stands, without an interval)'
  return `${capital(targetFound(sheet) ?? '')}: ${words}${asItStands}`
}

const noTarget = {
  'no-target': 'No target is set for this period',
  'no-figure': 'There is no figure to hold against it',
  'neither-is-better': 'None: neither more nor less of this is better',
} as const
