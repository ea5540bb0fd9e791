import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { yearInWords } from '../model/work-programme.ts'
import { criteriaTable } from '../public/criteria-table.ts'
import { changeList } from '../public/pages-below.ts'
import { keptChanges } from '../store/read-programmes.ts'
import { lookAtProgramme } from './look-at-programme.ts'
import { programmesCrumbs, staffAddress } from './words.ts'

/** `/staff/programmes/:body/criteria`: the topics side by side. */
export const staffCriteriaPage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes/:body/criteria',
  show: async (request) => {
    const found = await lookAtProgramme(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { programme, bodyName, key, mayEdit } = found.value
    const named = mayEdit ? (entry: { readonly slug: string; readonly issue: string }) => link(staffAddress(key.body, `entries/${entry.slug}/scores`, { year: key.year }), entry.issue) : undefined
    return { kind: 'page', title: `Topics side by side: ${bodyName}, ${yearInWords(key.year)}`, crumbs: programmesCrumbs(found.value), body: criteriaTable(programme, named) }
  },
}

const mostChanges = 200

/** `/staff/programmes/:body/history`: every change with the name of whoever made it. */
export const staffHistoryPage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes/:body/history',
  show: async (request) => {
    const found = await lookAtProgramme(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { bodyName, key } = found.value
    const changes = await look(request.context, { verb: 'programme.see', subject: { kind: 'work-programme', id: `${key.body}/${key.year}` } }, async (reader) => ok(await keptChanges(reader, key, mostChanges)))
    if (!changes.ok) return { kind: 'refused', refusal: changes.refusal }
    return {
      kind: 'page',
      title: `History of the programme: ${bodyName}, ${yearInWords(key.year)}`,
      crumbs: programmesCrumbs(found.value),
      body: html`${changeList(changes.value)}${changes.value.length === mostChanges && html`<p class="govuk-body">These are the last ${mostChanges} changes. The public history has them all.</p>`}`,
    }
  },
}
