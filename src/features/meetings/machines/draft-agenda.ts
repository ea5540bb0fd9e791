import { z } from 'zod'
import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import { machineRecord, type MachineContext } from '#access/machines/machine-resource.ts'
import { day } from '#platform/files/fields.ts'
import { itemLateness } from '../agenda/item-lateness.ts'
import { shieldedTitle } from '../agenda/agenda-words.ts'
import { readAgenda, type AgendaView } from '../agenda/agenda-view.ts'
import { reportOf } from '../agenda/item-values.ts'
import { opennessOf } from '../agenda/openness.ts'
import { timingsOf } from '../agenda/timing-of-agenda.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { proposePublication } from '../publishing/ask-publication.ts'
import { readinessFacts } from '../publishing/commands.ts'
import { publishedMeeting } from '../record/meeting.ts'
import type { ItemInWork, MeetingId } from '../work/meeting-in-work.ts'
import { atMeeting, machineAddress, meetingAt, tag } from './at-meeting.ts'
import { readinessShape } from './readiness-shape.ts'

const item = z
  .object({
    number: z.int(),
    title: z.string().describe('Of an item that this account may not read: the title that the public reads.'),
    openness: z.enum(['open', 'exempt', 'confidential']),
    kind: z.string().optional(),
    presenter: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    isToFollow: z.boolean(),
    isWithdrawn: z.boolean(),
    report: z
      .object({ isHeld: z.boolean(), standing: z.string().optional(), isLate: z.boolean(), due: z.string().optional().describe('What comes next and by when, in words.') })
      .optional(),
    appendices: z.int(),
  })
  .meta({ id: 'ItemInWork' })

const agenda = z
  .object({
    body: z.string(),
    bodyName: z.string(),
    date: day,
    time: z.string().optional(),
    title: z.string().optional(),
    venue: z.string().optional(),
    status: publishedMeeting.shape.status,
    revision: z.int().describe('Given back when publishing, it has the publication refused where somebody has changed the meeting since.'),
    timetable: z.object({ draft: day, clearance: day, despatch: day, publication: day }).optional().describe('By when reports are handed in, cleared and final, and the agenda is published at the latest.'),
    items: z.array(item),
    readiness: readinessShape.optional().describe('For accounts that may publish.'),
    publication: z.string().optional().describe('The address of the publication that is under way.'),
  })
  .meta({ id: 'DraftAgenda' })

/** GET /staff/meetings/{body}/{date}: the agenda as staff build it, and whether it can be published. */
export const draftAgendaResource = machineRecord({
  path: '/staff/meetings/{body}/{date}',
  summary: 'The draft agenda of a meeting, who is late with what, and whether it can be published',
  tag,
  params: atMeeting,
  response: agenda,
  answer: async ({ context, params }, app: MeetingsApp) => {
    const id = await meetingAt(context, 'meetings.see', params)
    if (!id.ok) return id
    const view = await look(context, { verb: 'meetings.see', subject: { kind: 'meeting', id: id.value } }, (reader) => readAgenda(reader, id.value, context.today, context))
    if (!view.ok) return view
    if (!view.value.sight.isMeetingShown) return noSuchAgenda
    const shown = agendaOf(view.value, context.today)
    if (!context.may(context.actor, 'meetings.publish')) return ok(shown)
    const standing = await publishingOf(context, app, id.value)
    return standing.ok ? ok({ ...shown, ...standing.value }) : standing
  },
})

/** Of a private session others learn from the public calendar that it is held. */
const noSuchAgenda = refuse('not-found', 'No agenda of that day is kept that this account may read.')

async function publishingOf(context: MachineContext, app: MeetingsApp, id: MeetingId): Promise<Outcome<Pick<z.input<typeof agenda>, 'readiness' | 'publication'>>> {
  const proposal = await proposePublication(context, app, id)
  if (!proposal.ok) return proposal
  const { underWay, kept } = proposal.value
  return ok({ readiness: readinessFacts(proposal.value), ...given('publication', underWay && `${machineAddress(kept.meeting.facts)}/publications/${underWay.id}`) })
}

function agendaOf(view: AgendaView, today: LocalDate): z.input<typeof agenda> {
  const { facts, items, revision } = view.meeting
  const { body, date, time, title, venue, status } = facts
  const { spans } = timingsOf(time, items)
  return {
    body,
    bodyName: view.bodyName,
    date,
    status,
    revision,
    ...given('time', time),
    ...given('title', title),
    ...given('venue', venue),
    ...given('timetable', view.timetable.ok ? daysOf(view.timetable.value) : undefined),
    items: items.map((one) => itemOf(view, one, spans.get(one.number), today)),
  }
}

function daysOf({ draft, clearance, despatch, publication }: { readonly [Step in 'draft' | 'clearance' | 'despatch' | 'publication']: LocalDate }) {
  return { draft, clearance, despatch, publication }
}

/** Of what this account may not read it says no more than the page does. */
function itemOf(view: AgendaView, one: ItemInWork, span: { readonly from: string; readonly to: string } | undefined, today: LocalDate): z.input<typeof item> {
  const { number, facts, papers } = one
  const isRead = view.sight.isShown(one)
  return {
    number,
    title: isRead ? facts.title : shieldedTitle(one),
    openness: opennessOf(facts),
    ...given('kind', facts.kind),
    ...given('presenter', isRead ? facts.presenter : undefined),
    ...(span === undefined ? {} : { from: span.from, to: span.to }),
    isToFollow: facts.toFollow,
    isWithdrawn: facts.withdrawn !== undefined,
    ...given('report', isRead ? reportStanding(view, one, today) : undefined),
    appendices: isRead ? papers.filter((paper) => paper.kind === 'appendix').length : 0,
  }
}

function reportStanding(view: AgendaView, one: ItemInWork, today: LocalDate): z.input<typeof item>['report'] {
  const report = reportOf(one)
  if (report === undefined) return undefined
  const lateness = itemLateness(view, one, today)
  return { isHeld: report.isHeld, ...given('standing', view.standings.get(report.id)?.state), isLate: lateness?.isLate ?? false, ...given('due', lateness?.words) }
}
