import { refuse, type Refusal } from '#core/outcome.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { input } from '#platform/pages/components/input.ts'
import { select } from '#platform/pages/components/select.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { faultFor, faultSummary, filterForm } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import { stages, stageWords } from '../stages.ts'
import { actionList } from './action-list.ts'
import type { RecommendationListSection } from './recommendation-section.ts'
import { placeText, trackerCounts, trackerPage, whoIsThere, type TrackerCounts, type TrackerFilter } from './read-tracker.ts'
import { readTrackerQuery, trackerAddress } from './tracker-query.ts'

const pageSize = 25

/** `/recommendations`: what bodies asked and what came of it, what is of record first and late first, narrowed by who asked, who must answer, where it stands and by words. Six queries. */
export async function trackerListPage(request: PublicRequest, sections: readonly RecommendationListSection[] = []): Promise<Answer> {
  const { read, today, query } = request
  const names = await bodyNames(read)
  const there = await whoIsThere(read)
  const { asked, faults } = readTrackerQuery(query, { bodies: new Set([...names.keys(), ...there.bodies]), askedOf: new Set(there.askedOf.keys()) })
  const refusal = faults.length === 0 ? undefined : refuse('invalid', 'Some of what was asked for could not be understood, and is left out.', faults).refusal
  const counts = await trackerCounts(read, asked, today)
  const found = await trackerPage(read, asked, today, pageSize + 1)
  const later: (Html | undefined)[] = []
  const narrowedTo = asked.body === undefined ? {} : { body: { slug: asked.body, name: names.get(asked.body) ?? asked.body } }
  for (const section of sections) later.push(await section(request, narrowedTo))
  const bodies = there.bodies.map((slug) => ({ value: slug, text: names.get(slug) ?? slug })).toSorted((one, other) => one.text.localeCompare(other.text, 'en-GB'))
  return {
    kind: 'page',
    title: 'Recommendations and actions',
    description: 'What boards and panels asked for, who must answer, and what came of it.',
    crumbs: [{ text: 'Home', href: '/' }],
    ...(refusal === undefined ? {} : { status: 400, hasFaults: true }),
    alternates: [{ type: 'text/csv', href: trackerAddress(asked, '/recommendations.csv'), title: 'This list as a table' }],
    body: html`${refusal && faultSummary(refusal)}
    ${lead('What boards and panels asked for, who must answer, and what came of it.')}
    ${figures(asked, counts)}
    ${filters({ query, asked, refusal, bodies, askedOf: there.askedOf, hasInvented: counts.invented > 0 || asked.record !== undefined })}
    ${list(asked, found, { today, isMixed: counts.invented > 0 && asked.record === undefined })}
    <p class="govuk-body">Take it with you: <a class="govuk-link" href="${trackerAddress(asked, '/recommendations.csv')}">this list as a table (.csv)</a>. For programs: <a class="govuk-link" href="/api">the API</a>.</p>${later}`,
  }
}

function figures(asked: TrackerFilter, { byStage, all, late, answeredLate, invented }: TrackerCounts): Html {
  const of = (state: TrackerFilter['state']) => trackerAddress({ body: asked.body, askedOf: asked.askedOf, record: asked.record, state })
  const figure = (state: TrackerFilter['state'], number: number, words: string) => html`<li><a class="govuk-link" href="${of(state)}"><span class="gt-figures__number">${number}</span> ${words}</a></li>`
  return html`<h2 class="govuk-heading-m">In figures</h2><ul class="govuk-list gt-figures">
    ${figure(undefined, all, 'asked in all')}${figure('waiting', byStage.waiting, 'wait for an answer')}
    ${figure('answered', byStage.answered, 'answered')}${figure('in-progress', byStage['in-progress'], 'in progress')}${figure('done', byStage.done, 'reported as done')}${figure('closed', byStage.closed, 'closed')}${figure('withdrawn', byStage.withdrawn, 'withdrawn')}
  </ul><p class="govuk-body">Of all these, <a class="govuk-link" href="${of('late')}">${late} ${late === 1 ? 'is' : 'are'} late today</a>, and <a class="govuk-link" href="${of('answered-late')}">${answeredLate} ${answeredLate === 1 ? 'was' : 'were'} answered late</a>, whatever came of ${answeredLate === 1 ? 'it' : 'them'}.</p>${inventedNote(asked, invented)}`
}

/** How much of the list is made up, with the way to what is not. */
function inventedNote({ body, askedOf, record }: TrackerFilter, invented: number): Html | undefined {
  if (invented === 0 || record !== undefined) return undefined
  const ofRecord = trackerAddress({ body, askedOf, record: 'of-record' })
  return html`<p class="govuk-body"><a class="govuk-link" href="${trackerAddress({ body, askedOf, record: 'invented' })}">${invented} of these</a> ${invented === 1 ? 'is' : 'are'} invented for the example, and marked so. They come last in the list. <a class="govuk-link" href="${ofRecord}">Show only what is of record</a>.</p>`
}

interface Filters {
  readonly query: URLSearchParams
  readonly asked: TrackerFilter
  readonly refusal: Refusal | undefined
  readonly bodies: readonly { readonly value: string; readonly text: string }[]
  readonly askedOf: ReadonlyMap<string, string>
  readonly hasInvented: boolean
}

function filters({ query, asked, refusal, bodies, askedOf, hasInvented }: Filters): Html {
  const isNarrowed = [asked.body, asked.askedOf, asked.state, asked.record, asked.text].some((value) => value !== undefined)
  return filterForm({
    action: '/recommendations',
    label: 'Choose recommendations and actions',
    submit: 'Show',
    ...(isNarrowed || refusal !== undefined ? { clear: '/recommendations' } : {}),
    fields: [
      select({ name: 'body', id: 'body', label: { text: 'Asked by' }, items: [{ value: '', text: 'All bodies' }, ...bodies], value: asked.body ?? '', error: faultFor(refusal, 'body') }),
      select({ name: 'of', id: 'of', label: { text: 'Who must answer' }, items: [{ value: '', text: 'Anybody' }, ...Array.from(askedOf, ([value, text]) => ({ value, text }))], value: asked.askedOf ?? '', error: faultFor(refusal, 'of') }),
      select({
        name: 'state',
        id: 'state',
        label: { text: 'Where it stands' },
        items: [{ value: '', text: 'Anywhere' }, { value: 'late', text: 'Late today' }, { value: 'answered-late', text: 'Answered late, whatever came of it' }, ...stages.map((value) => ({ value, text: stageWords[value] }))],
        value: asked.state ?? '',
        error: faultFor(refusal, 'state'),
      }),
      hasInvented || query.has('record')
        ? select({
            name: 'record',
            id: 'record',
            label: { text: 'What is shown' },
            items: [{ value: '', text: 'Everything' }, { value: 'of-record', text: 'Only what is of record' }, { value: 'invented', text: 'Only what is invented for the example' }],
            value: asked.record ?? '',
            error: faultFor(refusal, 'record'),
          })
        : undefined,
      input({ name: 'q', id: 'q', label: { text: 'Words in it' }, value: query.get('q') ?? '', classes: 'govuk-input--width-20', error: faultFor(refusal, 'q') }),
    ],
  })
}

function list(asked: TrackerFilter, found: Awaited<ReturnType<typeof trackerPage>>, { today, isMixed }: { readonly today: PublicRequest['today']; readonly isMixed: boolean }): Html {
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  if (last === undefined) return html`<h2 class="govuk-heading-m">The list</h2><p class="govuk-body">Nothing is recorded that fits. <a class="govuk-link" href="/recommendations">See all recommendations and actions</a>.</p>`
  return html`<h2 class="govuk-heading-m">${isMixed ? 'The list: what is of record, then what is invented, each late first' : 'The list, late first'}</h2>${actionList(shown, { today, saysBody: true })}
  ${cursorPagination({
    label: 'Pages of recommendations and actions',
    ...(asked.after === undefined ? {} : { previous: { href: trackerAddress(asked), label: 'Back to the first page' } }),
    ...(found.length > pageSize ? { next: { href: trackerAddress(asked, '/recommendations', placeText(last)), label: 'More' } } : {}),
  })}`
}
