import type { LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { bodyNames, type BodySection } from '#features/bodies'
import type { LaterParts, MeetingsApp } from '#features/meetings'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { keptGroups } from '../keep-group.ts'
import { groupOfSubject } from '../change-group.ts'
import { groupAddress, groupsInList, publishedGroup } from '../published-groups.ts'
import { daysLate } from '../stages.ts'
import type { TaskGroup } from '../task-group.ts'
import { reportsSection, reportsToRecord } from './considered-section.ts'
import { considerationPart } from './consideration.ts'
import { stageTags } from './words.ts'

const shown = 5

/** The part of a body's page that names the groups that it set up, or the group that it is. */
export const groupsOfBody: BodySection = async ({ read, today }, { slug }) => {
  const groups = await groupsInList(read, { of: slug, limit: shown })
  if (groups.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="task-groups">Task and finish groups</h2>
<ul class="govuk-list govuk-list--spaced">${groups.map((group) => html`<li>${link(groupAddress(group.slug), userText(group.title))} ${stageTags(group, today)}</li>`)}</ul>
<p class="govuk-body">${link('/task-groups', 'All task and finish groups')}</p>`
}

type ItemSection = NonNullable<LaterParts['itemSections']>[number]

/** The part of an item's page that says from which group its report comes, and what that recommends. */
export const groupOfItem: ItemSection = async ({ read, today }, _meeting, item) => {
  const [slug] = (item.subjects ?? []).flatMap((subject) => groupOfSubject(subject) ?? [])
  const group = slug === undefined ? undefined : await publishedGroup(read, slug)
  if (group === undefined) return undefined
  const { standing } = group
  return html`<h2 class="govuk-heading-m" id="task-group">The task and finish group</h2><p class="govuk-body">${link(groupAddress(group.slug), userText(group.title))} ${stageTags(group, today)}</p>
${standing.stage === 'final' && html`<p class="govuk-body">${userText(standing.says)}</p>${considerationPart(standing, group.commissionedBy, await bodyNames(read))}`}`
}

/** What groups wait for, for those who keep them: what their body made of a report, and those that are late. */
export const groupsSection: StaffSection<MeetingsApp> = async ({ context, today }) => {
  if (!context.may(context.actor, 'groups.edit')) return undefined
  const found = await look(context, { verb: 'groups.see', subject: { kind: 'task-groups', id: 'late' } }, async (reader) => {
    const groups = await keptGroups(reader)
    return ok({ groups, reports: await reportsToRecord(reader, groups), names: await bodyNames(reader) })
  })
  if (!found.ok) return undefined
  const late = lateSection(found.value.groups, today)
  const reports = reportsSection(found.value.reports.slice(0, shown), found.value.names)
  return late === undefined && reports === undefined ? undefined : html`${reports}${late}`
}

function lateSection(groups: readonly TaskGroup[], today: LocalDate): Html | undefined {
  const late = groups.filter((group) => group.standing.stage !== 'final' && daysLate(group, today) !== undefined)
  if (late.length === 0) return undefined
  const first = late.toSorted((one, other) => ((one.ends ?? '') < (other.ends ?? '') ? -1 : 1)).slice(0, shown)
  return html`<h2 class="govuk-heading-m">Task groups past their end</h2>
<ul class="govuk-list govuk-list--spaced">${first.map((group) => html`<li>${link(`/staff/groups/${group.slug}`, userText(group.title))} ${stageTags(group, today)}</li>`)}</ul>
${late.length > shown && html`<p class="govuk-body">${link('/staff/groups', `All ${late.length}`)}</p>`}`
}
