import { countOf } from '#core/count-in-words.ts'
import { refuse, type Refusal } from '#core/outcome.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { faultFor, faultSummary, filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import { legend } from '../dashboards/parts/legend.ts'
import { measureTable } from '../dashboards/parts/measure-table.ts'
import { currentEntries, type CurrentEntry } from '../releases/published-releases.ts'
import { measuresAddress, readMeasuresQuery, type MeasuresAsked, type MeasuresKnown } from './list-query.ts'
import { byTheme, isToLookAtFirst, measuresAsked, measuresKnown } from './measures-list.ts'

const pageSize = 25

/** `/measures`: every published measure by theme with its last figure, narrowed by words, theme, plan and body, or to what is to be looked at first. Two queries. */
export async function measuresPage({ read, query }: PublicRequest): Promise<Answer> {
  const all = await currentEntries(read)
  const known = measuresKnown(all, await bodyNames(read))
  const { asked, faults } = readMeasuresQuery(query, known)
  const refusal = faults.length === 0 ? undefined : refuse('invalid', 'Some of what was asked for could not be understood, and is left out.', faults).refusal
  const found = measuresAsked(all, asked)
  return {
    kind: 'page',
    title: 'Measures',
    description: 'What the council measures, how it goes, and compared with whom.',
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Performance', href: '/dashboards' },
    ],
    ...(refusal === undefined ? {} : { status: 400, hasFaults: true }),
    body: html`${refusal && faultSummary(refusal)}
${lead('What the council measures: the last published figure of each, whether chance alone explains how it moves, and how it stands beside others.')}
<p class="govuk-body">${link('/dashboards', 'The figures of a quarter')}, with what to look at first.</p>
${exceptionsLine(found, asked)}
${filters({ query, asked, known, refusal })}
${list(found, asked)}
${all[0] && legend(all[0].release)}
<p class="govuk-body">For programs: ${link('/api', 'the API')}.</p>`,
  }
}

function exceptionsLine(found: readonly CurrentEntry[], asked: MeasuresAsked): Html | undefined {
  const exceptions = found.filter(({ entry }) => isToLookAtFirst(entry)).length
  if (asked.isException === true || exceptions === 0) return undefined
  return html`<p class="govuk-body">${countOf(found.length, 'measures')}. ${link(measuresAddress({ ...asked, isException: true }), `${exceptions} to look at first`)}</p>`
}

interface Filters {
  readonly query: URLSearchParams
  readonly asked: MeasuresAsked
  readonly known: MeasuresKnown
  readonly refusal: Refusal | undefined
}

function filters({ query, asked, known, refusal }: Filters): Html {
  const { after: _after, ...narrowing } = asked
  const among = (name: 'theme' | 'strategy' | 'body', label: string, all: string, choices: ReadonlyMap<string, string>) =>
    choices.size === 0 && refusal === undefined
      ? undefined
      : select({ name, id: name, label: { text: label }, items: [{ value: '', text: all }, ...Array.from(choices, ([value, text]) => ({ value, text }))], value: asked[name] ?? '', error: faultFor(refusal, name) })
  return filterForm({
    action: '/measures',
    label: 'Choose measures',
    submit: 'Show',
    ...(Object.keys(narrowing).length > 0 || refusal !== undefined ? { clear: '/measures' } : {}),
    fields: [
      input({ name: 'q', id: 'q', label: { text: 'Words in it' }, value: query.get('q') ?? '', classes: 'govuk-input--width-20', error: faultFor(refusal, 'q') }),
      among('theme', 'Theme', 'All themes', known.themes),
      among('strategy', 'Plan', 'All plans', known.strategies),
      among('body', 'Read by', 'All bodies', known.bodies),
      select({ name: 'only', id: 'only', label: { text: 'What is shown' }, items: [{ value: '', text: 'All' }, { value: 'exceptions', text: 'Only what to look at first' }], value: asked.isException === true ? 'exceptions' : '', error: faultFor(refusal, 'only') }),
    ],
  })
}

function list(found: readonly CurrentEntry[], asked: MeasuresAsked): Html {
  const begin = found.findIndex(({ entry }) => entry.measure === asked.after) + 1
  const shown = found.slice(begin, begin + pageSize)
  const last = shown.at(-1)
  if (last === undefined) return html`<p class="govuk-body">No published measure fits. ${link('/measures', 'See all measures')}.</p>`
  return html`${byTheme(shown).map(({ theme, entries }) => html`<div class="gt-by-theme"><h2 class="govuk-heading-m">${theme}</h2>${measureTable(theme, entries.map(({ entry }) => entry))}</div>`)}
${cursorPagination({
  label: 'Pages of measures',
  ...(begin === 0 ? {} : { previous: { href: measuresAddress(asked), label: 'Back to the first page' } }),
  ...(begin + pageSize < found.length ? { next: { href: measuresAddress(asked, last.entry.measure), label: 'More measures' } } : {}),
})}`
}
