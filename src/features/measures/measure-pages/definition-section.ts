import { countOf } from '#core/count-in-words.ts'
import { formatDate } from '#core/date-words.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { Definition, Target } from '../definitions/definition.ts'
import { polarityWords } from '../glance/target-words.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { isOfOtherDefinition } from '../sheets/other-target.ts'
import { periodName, shownTarget, unitInWords } from '../sheets/shown.ts'
import { earlierVersions } from './earlier-versions.ts'
import { capital, countingWords, frequencyWords, slugInWords } from './measure-words.ts'

/** Everything by which the measure is defined: what it counts and why, its targets and whose they are, who answers for it, and what changed. */
export function definitionSection(sheet: Pick<MeasureSheet, 'definition' | 'earlier'> & Partial<Pick<MeasureSheet, 'asOf'>>): Html {
  const { definition } = sheet
  const { numerator, denominator, steward, owner, source, lag, firstPeriod } = definition
  const row = (key: string, value: Piece) => ({ key, value })
  return html`<h2 class="govuk-heading-m" id="definition">What it is, and why it was chosen</h2>
${summaryList({
  rows: [
    row('What it is', userText(definition.definition)),
    row('Why it was chosen', userText(definition.why)),
    row('Which way is better', polarityWords[definition.polarity]),
    ...(numerator === undefined ? [] : [row('What is counted', userText(capital(numerator)))]),
    ...(denominator === undefined ? [] : [row('Of how many', userText(capital(denominator)))]),
    row('Given in', `${capital(unitInWords(definition))}, ${definition.decimals === 0 ? 'whole numbers' : countOf(definition.decimals, 'decimals')}`),
    row('Targets', targets(definition, sheet.asOf)),
    row('How often', `${frequencyWords[definition.frequency]}; ${countingWords[definition.counting]}`),
    row('Known', lag.days === 0 ? 'As the period ends' : `About ${countOf(lag.days, 'days')} after the end of the period`),
    ...(firstPeriod === undefined ? [] : [row('Since', periodName(firstPeriod, definition))]),
    row('Source', source.address === undefined ? userText(source.name) : link(source.address, userText(source.name))),
    row('Who answers for it', userText(owner)),
    row('Who keeps it', userText(steward)),
    row('Compared with', comparators(definition)),
    row('Small numbers', small(definition)),
    ...(definition.strategies.length === 0 ? [] : [row('In which plans', html`<ul class="govuk-list">${definition.strategies.map(({ name, part }) => html`<li>${userText(name)}${part === undefined ? '' : html`: ${userText(part)}`}</li>`)}</ul>`)]),
    ...(definition.themes.length === 0 ? [] : [row('Themes', html`${definition.themes.map((theme, index) => html`${index === 0 ? '' : ', '}${link(`/measures?theme=${encodeURIComponent(theme)}`, slugInWords(theme))}`)}`)]),
    row('Version of the definition', userText(versionWords(definition))),
  ],
})}${earlierVersions(sheet)}`
}

/** "2, from 1 September 2015: A pupil counts who misses a tenth." */
function versionWords({ version, effectiveFrom, changed }: Definition): string {
  return `${version}${effectiveFrom === undefined ? '' : `, from ${formatDate(effectiveFrom)}`}${changed === undefined ? '' : `: ${changed}`}`
}

function targets(definition: Definition, asOf: string | undefined): Piece {
  if (definition.targets.length === 0) return 'No target is set'
  return html`<ul class="govuk-list">${definition.targets.map((target) => html`<li>${targetLine(target, definition)}${asOf !== undefined && isOfOtherDefinition(target, definition, asOf) && '. A break parts it from the newest figure, which is not held against it'}</li>`)}</ul>`
}

/** "At most 3.0%, national, for 2019/20: set by the Department for Education, 1 April 2019, last reviewed 1 April 2020" */
function targetLine({ value, whose, from, to, setBy, setOn, reviewedOn }: Target, definition: Definition): Piece {
  const side = { higher: 'At least ', lower: 'At most ', neither: '' }[definition.polarity]
  const until = to === undefined ? `from ${periodName(from, definition)}` : from === to ? `for ${periodName(from, definition)}` : `${periodName(from, definition)} to ${periodName(to, definition)}`
  const reviewed = reviewedOn === undefined ? 'no review is recorded' : `last reviewed ${formatDate(reviewedOn)}`
  return html`${side}${shownTarget(value, definition)}, ${whoseWords[whose]}, ${until}: set by ${userText(setBy)}${setOn === undefined ? '' : `, ${formatDate(setOn)}`}; ${reviewed}`
}

const whoseWords = { national: 'a national target', council: 'the council’s own target', partnership: 'the partnership’s target' } as const

function comparators({ comparators: named, neighbours }: Definition): string {
  const words = { england: 'England', region: 'the region', 'statistical-neighbours': `the ${neighbours} of its statistical neighbours` } as const
  return named.length === 0 ? 'Nobody: it is the council’s own' : capital(named.map((one) => words[one]).join(', '))
}

function small({ policy, exempt }: Definition): string {
  if (policy === 'none') return `Not hidden: ${exempt ?? 'they are not about children'}`
  return `Counts of 1 to 5 are hidden${policy === 'one-to-five-v2' ? ', also where a share leaves so few,' : ','} and whatever would tell them`
}
