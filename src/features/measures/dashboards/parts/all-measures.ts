import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { slugInWords } from '../../measure-pages/measure-words.ts'
import { partAddress } from '../addresses.ts'
import type { DashboardView, Part } from '../view/dashboard-view.ts'
import { headedSection } from './headed-section.ts'
import { contextTable } from './measure-table.ts'

/** Every measure of what is asked for, heading by heading; what is never judged stands apart, one press away. `version` is named in links where it is not the one that holds. */
export function allMeasures(view: DashboardView, version: number | undefined): Html {
  const { headed, context, release } = view
  return html`<h2 class="govuk-heading-m" id="measures">${titleOf(view)}</h2>${partsOfList(view)}${choices(view, version)}
${headed.map((part, index) => headedSection(part, partId(index), release))}
${context.length > 0 && html`<h2 class="govuk-heading-m" id="context">For context</h2><p class="govuk-body">These numbers say how large things are. Neither more nor less of them is better, so they are not judged and never coloured.</p>${contextPart(context, headed.length, release.asked)}`}`
}

/** So many numbers for context stand open where there is anything that is judged. */
const mostContextOpen = 4

function contextPart(context: DashboardView['context'], parts: number, asked: DashboardView['release']['asked']): Html {
  const table = contextTable('Numbers for context', context, { asked })
  return context.length <= mostContextOpen || parts === 0 ? table : details({ summary: `All ${context.length} numbers for context`, content: table })
}

function partId(index: number): string {
  return `part-${index + 1}`
}

/** The ways into a list that fills many screens of a phone. */
function partsOfList({ headed, context }: DashboardView): Html | undefined {
  if (headed.length < 3) return undefined
  const item = (href: string, text: string, { length }: readonly unknown[]) => html`<li>${link(href, text)} <span class="gt-quiet">${length}</span></li>`
  const list = html`<ul class="govuk-list">${headed.map(({ heading, entries }, index) => item(`#${partId(index)}`, heading, entries))}${context.length > 0 && item('#context', 'For context', context)}</ul>`
  return details({ summary: 'Go to a part of this list', content: html`<nav class="gt-choices" aria-label="Parts of this list">${list}</nav>`, classes: 'gt-choices__fold' })
}

function titleOf({ part, strategies, inAll, entries }: DashboardView): string {
  const { theme, strategy } = part
  if (theme === undefined && strategy === undefined) return 'All measures'
  const names = [...(theme === undefined ? [] : [slugInWords(theme)]), ...strategies.filter(({ slug }) => slug === strategy).map(({ name }) => name)]
  return `${names.join(', ')}: ${entries.length} of ${inAll} measures`
}

/** The other parts that one can look at; nothing where there is no choice. */
function choices({ release, themes, strategies, part }: DashboardView, version: number | undefined): Html | undefined {
  const isAll = part.theme === undefined && part.strategy === undefined
  if (themes.length + strategies.length < 2 && isAll) return undefined
  const choice = (text: string, asked: Part) => {
    const isShown = asked.theme === part.theme && asked.strategy === part.strategy
    return html`<li>${isShown ? html`<strong aria-current="true">${text}</strong>` : link(partAddress(release, asked, version), text)}</li>`
  }
  const list = html`<nav class="gt-choices" aria-label="Parts of this dashboard"><ul class="govuk-list">${choice('All measures', {})}${themes.map((theme) => choice(slugInWords(theme), { theme }))}${strategies.map(({ slug, name }) => choice(name, { strategy: slug }))}</ul></nav>`
  return details({ summary: 'Show one theme or strategy only', content: list, open: !isAll, classes: 'gt-choices__fold' })
}
