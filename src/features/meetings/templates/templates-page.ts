import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { html } from '#platform/pages/html.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { link, userText } from '#platform/pages/text.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import { allTemplates } from './keep-template.ts'

const frames = { 'board-cover-sheet': 'Cover sheet of a board', panel: 'Report to a panel' } as const

/** `/staff/templates`: every body, and how its meetings are made. */
export const templatesPage: StaffPage<MeetingsApp> = {
  path: '/staff/templates',
  show: async ({ context }) => {
    const found = await look(context, { verb: 'templates.edit', subject: { kind: 'template', id: 'all' } }, async (reader) => ok({ names: await bodyNames(reader), templates: await allTemplates(reader) }))
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { names, templates } = found.value
    const own = new Map(templates.map((template) => [template.body, template]))
    // Those with a template of their own first: they are the ones that meet here.
    const bodies = [...names].toSorted(([one], [other]) => Number(own.has(other)) - Number(own.has(one)))
    const rows = bodies.map(([slug, name]) => {
      const template = own.get(slug)
      const made = template === undefined ? ['None of its own', ''] : [frames[template.frame], String(template.standingItems.length)]
      return [link(`/staff/templates/${slug}`, userText(name)), ...made]
    })
    const table = dataTable({ caption: 'Templates of bodies', captionHidden: true, columns: [{ heading: 'Body' }, { heading: 'Reports' }, { heading: 'Standing items', numeric: true }], rows })
    const body = html`<p class="govuk-body">A template says how the meetings of a body are made: its standing items, the frame of its reports, its timetable, and its usual time and place.</p>${table}`
    return { kind: 'page', title: 'Templates', body, crumbs: [{ text: 'Meetings', href: '/staff/meetings' }] }
  },
}
