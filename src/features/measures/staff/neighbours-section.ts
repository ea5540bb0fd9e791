import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { details } from '#platform/pages/components/details.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { neighboursOn, type Neighbour } from '../comparators/neighbours.ts'

/** The sets of statistical neighbours by the day from which each holds, the one that holds today first and open. */
export function neighboursSection(neighbours: readonly Neighbour[], names: ReadonlyMap<string, string>, today: LocalDate): Html {
  const days = [...new Set(neighbours.map(({ from }) => from))].toSorted().toReversed()
  const current = neighboursOn(neighbours, today)[0]?.from
  return html`<h2 class="govuk-heading-m" id="neighbour-sets">Sets of statistical neighbours</h2>
${days.length === 0 ? html`<p class="govuk-body">No set has been loaded.</p>` : days.map((day) => setOf(neighboursOn(neighbours, day), { day, isCurrent: day === current, names }))}`
}

function setOf(set: readonly Neighbour[], { day, isCurrent, names }: { readonly day: LocalDate; readonly isCurrent: boolean; readonly names: ReadonlyMap<string, string> }): Html {
  const caption = `From ${formatDate(day)}${isCurrent ? ', the set that holds today' : ''}`
  const table = dataTable({ caption, columns: [{ heading: 'Council' }, { heading: 'How like the council' }], rows: set.map(({ area, closeness }) => [userText(names.get(area) ?? area), closeness]) })
  return details({ summary: `${caption} (${set.length})`, content: table })
}
