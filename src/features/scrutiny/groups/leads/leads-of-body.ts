import { formatDate } from '#core/date-words.ts'
import { bodyNames, type BodySection } from '#features/bodies'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { publishedLeads } from './keep-leads.ts'
import { leadsOn, type LeadArea } from './lead-members.ts'

/** The part of a body's page that says who leads for which of its areas, and who at another body follows its work. */
export const leadsOfBody: BodySection = async ({ read, today }, { slug }) => {
  const all = await publishedLeads(read)
  const own = all.filter(({ body }) => body === slug).flatMap((leads) => leadsOn(leads, today))
  const following = all.filter(({ body }) => body !== slug).flatMap((leads) => leadsOn(leads, today).filter(({ follows }) => follows === slug).map((area) => ({ area, board: leads.body })))
  if (own.length + following.length === 0) return undefined
  const names = await bodyNames(read)
  return html`${own.length > 0 && ownLeads(own, names)}${following.length > 0 && html`<h2 class="govuk-heading-m" id="lead-members-elsewhere">Who follows its work</h2>
<ul class="govuk-list">${following.map(({ area, board }) => html`<li>${area.role} of the ${link(`/bodies/${board}`, names.get(board) ?? board)}: ${personOf(area)}</li>`)}</ul>`}`
}

function ownLeads(areas: readonly LeadArea[], names: ReadonlyMap<string, string>): Html {
  const rows = areas.map((area) => [area.follows === undefined ? userText(area.area) : link(`/bodies/${area.follows}`, names.get(area.follows) ?? area.area), personOf(area), userText(area.role), formatDate(area.from)])
  return html`<h2 class="govuk-heading-m" id="lead-members">Lead members</h2>
${dataTable({ caption: 'Who leads for which area', captionHidden: true, columns: [{ heading: 'Area' }, { heading: 'Member' }, { heading: 'Role' }, { heading: 'Since' }], rows })}`
}

export function personOf({ person }: LeadArea): Html | string {
  return person === undefined ? 'Vacant' : userText(person)
}
