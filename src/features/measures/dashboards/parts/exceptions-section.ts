import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { Release, ReleaseEntry } from '../../releases/release.ts'
import type { DashboardView } from '../view/dashboard-view.ts'
import { askedAbout } from '../view/asked-about.ts'
import { askedLine, exceptionCard } from './exception-card.ts'

/** Exceptions one by one: the new ones, those that go on, and those that are over; then what else was asked last time. */
export function exceptionsSection(view: DashboardView): Html {
  const { exceptions, closed } = view
  const of = (state: ReleaseEntry['exception']) => exceptions.filter(({ exception }) => exception === state)
  return html`${group('new', 'New since the last release', of('new'), view)}${group('continuing', 'Continuing from the last release', of('continuing'), view)}
${group('closed', 'Closed since the last release', closed, view)}${otherwiseAsked(view)}`
}

function group(id: string, heading: string, entries: readonly ReleaseEntry[], { release }: DashboardView): Html | undefined {
  if (entries.length === 0) return undefined
  return html`<section aria-labelledby="${id}"><h2 class="govuk-heading-m" id="${id}">${heading}</h2>${entries.map((entry) => exceptionCard(entry, release.asked))}</section>`
}

/** So many are read at once; the measures come after them. */
const atFirst = 5

/** What is not said beside an exception already. */
function otherwiseAsked({ release, exceptions, closed }: DashboardView): Html | undefined {
  const beside = new Set([...exceptions, ...closed].flatMap((entry) => askedAbout(entry, release.asked)))
  const rest = release.asked.filter((one) => !beside.has(one))
  if (rest.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="asked">${beside.size === 0 ? 'Asked' : 'Also asked'} last time, and still open</h2>${askedList(rest.slice(0, atFirst))}${rest.length > atFirst && details({ summary: `${rest.length - atFirst} more that ${rest.length - atFirst === 1 ? 'was' : 'were'} asked`, content: askedList(rest.slice(atFirst)) })}`
}

function askedList(asked: Release['asked']): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${asked.map(askedLine)}</ul>`
}
