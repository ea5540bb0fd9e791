import { html, type Html } from '#platform/pages/html.ts'
import type { Release, ReleaseEntry } from '../../releases/release.ts'
import type { DashboardView } from '../view/dashboard-view.ts'
import { askedAbout } from '../view/asked-about.ts'
import { askedList } from './asked-list.ts'
import { exceptionCard } from './exception-card.ts'

/** Exceptions one by one: the new ones, those that go on, and those that are over; then what else was asked last time. */
export function exceptionsSection(view: DashboardView): Html {
  const { exceptions, closed } = view
  const of = (state: ReleaseEntry['exception']) => exceptions.filter(({ exception }) => exception === state)
  return html`${group('new', 'New since the last release', of('new'), view)}${group('continuing', 'Continuing from the last release', of('continuing'), view)}
${group('closed', 'Closed since the last release', closed, view)}${askedSection(view)}`
}

function group(id: string, heading: string, entries: readonly ReleaseEntry[], { release }: DashboardView): Html | undefined {
  if (entries.length === 0) return undefined
  return html`<section aria-labelledby="${id}"><h2 class="govuk-heading-m" id="${id}">${heading}</h2>${entries.map((entry) => exceptionCard(entry, release.asked))}</section>`
}

/** So many are read at once; the measures come after them. */
const atFirst = 5

/** What names no measure of the release: what does stands beside its figure. */
export function otherwiseAsked({ release, entries }: Pick<DashboardView, 'release' | 'entries'>): Release['asked'] {
  const beside = new Set(entries.flatMap((entry) => askedAbout(entry, release.asked)))
  return release.asked.filter((one) => !beside.has(one))
}

function askedSection(view: DashboardView): Html | undefined {
  const rest = otherwiseAsked(view)
  if (rest.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="asked">${rest.length === view.release.asked.length ? 'Asked' : 'Also asked'} last time, and still open</h2>${askedList(rest, atFirst)}`
}
