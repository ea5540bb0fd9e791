import { agendasOf, timesOnAgenda } from '#features/meetings'
import { heldStatuses } from '#features/minutes'
import type { Reader } from '#platform/database/database.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { subjectOfGroup } from '../change-group.ts'
import type { TaskGroup } from '../task-group.ts'

/** The groups whose final report was on the agenda of a meeting that was held, and of which it is not recorded what the body made of it. Two queries. */
export async function reportsToRecord(reader: Reader, groups: readonly TaskGroup[]): Promise<TaskGroup[]> {
  const open = groups.filter(({ standing }) => standing.stage === 'final' && standing.considered === undefined && standing.recommendations.length > 0)
  const times = await timesOnAgenda(reader, open.map(({ slug }) => subjectOfGroup(slug)), { onlyTaken: true })
  const agendas = await agendasOf(reader, times)
  const isHeld = (place: string) => heldStatuses.some((status) => agendas.get(place)?.status === status)
  return open.filter(({ slug, commissionedBy, standing }) =>
    times.some(({ subject, body, date }) => subject === subjectOfGroup(slug) && body === commissionedBy && standing.stage === 'final' && date >= standing.on && isHeld(`${body}/${date}`)),
  )
}

/** The part of the staff's own page that names them. */
export function reportsSection(groups: readonly TaskGroup[], names: ReadonlyMap<string, string>): Html | undefined {
  if (groups.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Reports of task groups: what was agreed</h2>
<ul class="govuk-list govuk-list--spaced">${groups.map(({ slug, title, commissionedBy }) => html`<li>${link(`/staff/groups/${slug}`, userText(title))}: record what the ${names.get(commissionedBy) ?? commissionedBy} made of it</li>`)}</ul>`
}
