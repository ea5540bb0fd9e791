import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { countOf } from '#core/count-in-words.ts'
import { currentEntries, type CurrentEntry } from '../../releases/published-releases.ts'
import { dashboardAddress, measureAddress, type ReleaseEntry } from '../../releases/release.ts'
import { periodName } from '../../sheets/shown.ts'
import { hasFigureNow, pointOf } from '../../sheets/sheet.ts'
import { legend } from '../parts/legend.ts'
import { contextTable, measureTable } from '../parts/measure-table.ts'
import { unjudgedSection } from '../parts/unjudged-section.ts'
import { worstList } from '../parts/worst-list.ts'
import { strategiesOut } from '../strategies-out.ts'
import { isRedOrAmber, worstFirst } from '../view/worst-first.ts'

/** `/dashboards/strategies/{slug}`: the measures of a strategy by its parts, whichever body looks at them, each as it was published last. Two queries. */
export async function strategyPage({ read, params }: PublicRequest): Promise<Answer> {
  const strategy = (await strategiesOut(read)).find(({ slug }) => slug === params['slug'])
  if (strategy === undefined) return { kind: 'not-found', message: 'No strategy with published measures has this name. The list of dashboards has all that do.' }
  const found = await currentEntries(read, strategy.measures)
  const releases = new Map(found.map(({ entry, release }) => [entry.measure, release]))
  const first = worstFirst(found.map(({ entry }) => entry).filter(isRedOrAmber))
  return {
    kind: 'page',
    title: strategy.name,
    description: `The measures that show how the strategy “${strategy.name}” goes.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Performance', href: '/dashboards' },
    ],
    body: html`${lead(leadWords(found))}
${first.length === 0 ? nothingRed(found) : html`<h2 class="govuk-heading-m">To be looked at first</h2>${worstList(first, ({ measure }) => measureAddress(measure))}`}
${unjudgedSection(found.map(({ entry }) => entry).filter((entry) => !first.includes(entry)))}
<div id="measures">${partsOf(found, strategy.slug).map(({ part, entries }) => partSection(part, entries, ({ measure }) => lookedAtBy(releases.get(measure))))}</div>
${found[0] && legend(found[0].release)}`,
  }
}

/** Only where a rule said so of one measure at least: what cannot be judged is no good news. */
function nothingRed(found: readonly CurrentEntry[]): Html | undefined {
  const isJudged = found.some(({ entry: { sheet } }) => sheet.judgement.rag !== 'none')
  if (isJudged) return html`<p class="govuk-body">No measure of it is red, and no rule finds one worse than its target, than before or than others.</p>`
  return found.some(({ entry }) => hasFigureNow(entry.sheet)) ? html`<p class="govuk-body">None of them can be judged by rule.</p>` : undefined
}

function leadWords(found: readonly CurrentEntry[]): string {
  const known = found.filter(({ entry }) => pointOf(entry.sheet)?.value !== undefined).length
  const figures = known === found.length ? '' : known === 0 ? ' None of them has a figure yet.' : ` ${known} of them ${known === 1 ? 'has' : 'have'} a figure.`
  return `${countOf(found.length, 'measures')} by which this strategy is followed, each as it was published last.${figures}`
}

interface StrategyPart {
  readonly part: string
  readonly entries: readonly ReleaseEntry[]
}

/** By the part of the strategy to which they belong, those of the whole strategy first. */
function partsOf(found: readonly CurrentEntry[], strategy: string): readonly StrategyPart[] {
  const partOf = ({ sheet }: ReleaseEntry) => sheet.definition.strategies.find(({ slug }) => slug === strategy)?.part ?? ''
  const entries = found.map(({ entry }) => entry)
  const parts = [...new Set(entries.map(partOf))].toSorted((one, other) => one.localeCompare(other, 'en-GB', { numeric: true }))
  return parts.map((part) => ({ part, entries: entries.filter((entry) => partOf(entry) === part) }))
}

function partSection(part: string, entries: readonly ReleaseEntry[], also: (entry: ReleaseEntry) => Html | undefined): Html {
  const name = part === '' ? 'The strategy as a whole' : part
  const isContext = ({ sheet }: ReleaseEntry) => sheet.definition.polarity === 'neither'
  const [judged, context] = [entries.filter((entry) => !isContext(entry)), entries.filter(isContext)]
  return html`${judged.length > 0 && measureTable(name, judged, { also })}${context.length > 0 && contextTable(`${name}: for context, never coloured`, context, { also })}`
}

/** Which body looks at it, with the way to that dashboard. */
function lookedAtBy(release: CurrentEntry['release'] | undefined): Html | undefined {
  return release && html`<span class="gt-cell__note">${link(dashboardAddress(release), html`${userText(release.bodyName)}, ${periodName(release.period)}`)}</span>`
}
