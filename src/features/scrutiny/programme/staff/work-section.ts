import { addDays } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { bodyNames } from '#features/bodies'
import { meetingsInList, type MeetingsApp } from '#features/meetings'
import { taskList } from '#platform/pages/components/task-list.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { followAll } from '../deeds/follow-all.ts'
import { proposalsOf } from '../deeds/propose.ts'
import { whenInWords } from '../model/when-words.ts'
import { standingEntries } from '../model/work-programme.ts'
import { programmesAt } from '../store/read-programmes.ts'
import { staffAddress } from './words.ts'

/** A meeting is not called off longer ago than the hourly round has missed. */
const daysBack = 31
const mostMeetings = 600
const mostProposals = 50

/** "Work programmes that need you": entries whose meeting is cancelled, each with why, and proposals that wait. For those who keep programmes. */
export const programmeSection: StaffSection<MeetingsApp> = async ({ context, today }) => {
  if (!context.may(context.actor, 'programme.edit')) return undefined
  const found = await look(context, { verb: 'programme.see', subject: { kind: 'work-programmes', id: 'next' } }, async (reader) =>
    ok({
      programmes: await programmesAt(reader, today),
      calendar: await meetingsInList(reader, { from: addDays(today, -daysBack), order: 'first-to-last', limit: mostMeetings }),
      proposals: await proposalsOf(reader, undefined, { state: 'waiting', limit: mostProposals }),
      names: await bodyNames(reader),
    }),
  )
  if (!found.ok) return undefined
  const { programmes, calendar, proposals, names } = found.value
  const returned = programmes.flatMap((kept) => {
    const { programme } = followAll(kept, calendar.filter(({ body }) => body === kept.body))
    return standingEntries(programme).flatMap((entry) => (entry.kind !== 'standing' && typeof entry.when !== 'string' && 'returnedFrom' in entry.when ? [{ programme, entry, when: entry.when }] : []))
  })
  const bodies = [...Map.groupBy(proposals, ({ body }) => body)]
  if (returned.length + bodies.length === 0) return undefined
  const items = [
    ...returned.map(({ programme, entry, when }) => ({ title: entry.issue, hint: `${names.get(programme.body) ?? programme.body}. ${whenInWords(when)}. ${when.reason}`, href: `${staffAddress(programme.body, '', { year: programme.year, moved: entry.slug, done: 'none' })}#entry-${entry.slug}`, status: 'To be placed' })),
    ...bodies.map(([body, waiting]) => ({ title: `Proposals to the ${names.get(body) ?? body}`, href: staffAddress(body, 'proposals'), status: `${waiting.length} to answer` })),
  ]
  return html`<h2 class="govuk-heading-m">Work programmes that need you</h2>${taskList({ items, idPrefix: 'programmes' })}<p class="govuk-body">${link('/staff/programmes', 'All work programmes')}</p>`
}
