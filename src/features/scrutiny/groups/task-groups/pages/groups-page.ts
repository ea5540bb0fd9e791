import { formatDate } from '#core/date-words.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { keptGroups } from '../keep-group.ts'
import { isUnderWay } from '../stages.ts'
import { stageTags } from './words.ts'

const pageOf = 50

/** `/staff/groups`: every group, those at work first. */
export const groupsPage: StaffPage<MeetingsApp> = {
  path: '/staff/groups',
  show: async ({ context, query, today }) => {
    const found = await look(context, { verb: 'groups.see', subject: { kind: 'task-groups', id: 'all' } }, async (reader) => ok({ groups: await keptGroups(reader), names: await bodyNames(reader) }))
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { groups, names } = found.value
    const sorted = groups.toSorted((one, other) => Number(isUnderWay(other.standing.stage)) - Number(isUnderWay(one.standing.stage)))
    const from = Math.max(0, sorted.findIndex(({ slug }) => slug === query.get('after')) + 1)
    const shown = sorted.slice(from, from + pageOf)
    const rows = shown.map((group) => [link(`/staff/groups/${group.slug}`, userText(group.title)), stageTags(group, today), names.get(group.commissionedBy) ?? group.commissionedBy, group.ends === undefined ? 'Not said' : formatDate(group.ends)])
    const last = shown.at(-1)
    const more = from + pageOf < sorted.length && last !== undefined ? { href: `/staff/groups?after=${last.slug}`, label: 'More groups' } : undefined
    const body = html`${context.may(context.actor, 'groups.edit') && button({ text: 'Propose a group', href: '/staff/groups/new' })}
${rows.length === 0 ? html`<p class="govuk-body">No group has been proposed yet.</p>` : dataTable({ caption: 'Task and finish groups', captionHidden: true, columns: [{ heading: 'Group' }, { heading: 'Stage' }, { heading: 'Commissioned by' }, { heading: 'To end by' }], rows })}
${cursorPagination({ label: 'More task groups', next: more })}
<h2 class="govuk-heading-m">Beside them</h2><ul class="govuk-list"><li>${link('/staff/lead-members', 'Lead members and champions')}</li><li>${link('/staff/member-updates', 'Member updates')}</li><li>${link('/staff/exceptions', 'Exceptions from the figures')}</li></ul>`
    return { kind: 'page', title: 'Task groups', body }
  },
}
