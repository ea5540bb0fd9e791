import { z } from 'zod'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { machineDeed } from '#access/machines/machine-resource.ts'
import { day } from '#platform/files/fields.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { createMeetings } from '../planner/create-meetings.ts'
import { meetingKinds, type Plan } from '../planner/plan.ts'
import { clashFaults, proposeMeetings } from '../planner/plan-command.ts'
import { isFree, type Proposal } from '../planner/proposals.ts'
import { tag } from './at-meeting.ts'

const proposal = z
  .object({
    date: day,
    time: z.string().optional(),
    isFree: z.boolean().describe('Nothing keeps the body from meeting.'),
    clashes: z.array(z.object({ kind: z.string(), words: z.string() })),
    suggestion: day.optional().describe('The nearest day without a clash.'),
  })
  .meta({ id: 'ProposedMeeting' })

const planned = z
  .object({
    body: z.string(),
    kind: z.enum(meetingKinds),
    proposals: z.array(proposal),
    created: z.array(day).describe('The meetings that were created; none where only a proposal was asked for.'),
    told: z.int().describe('How many members are told by e-mail.'),
  })
  .meta({ id: 'PlannedMeetings' })

const months = 'Give months as whole numbers from 1 to 12'
const when = 'Say which weekday of which months, such as “second Tuesday of each month”, or “every 6 weeks from 12 May 2026”'

/** POST /staff/bodies/{body}/plan: what the command `plan` does. */
export const planResource = machineDeed({
  path: '/staff/bodies/{body}/plan',
  summary: 'Propose the meetings of a body for a year, and create those without a clash',
  description: 'As the command plan: all are created or none, with the standing items of the body, announced in the public calendar, and its members are told. With dryRun they are proposed only.',
  tag,
  params: z.object({ body: z.string().max(200).describe('The address word of the body') }),
  body: z.strictObject({
    pattern: z.string(when).max(200, when).describe('Such as “second Tuesday of each month” or “every 6 weeks from 12 May 2026”'),
    from: day.optional().describe('The first day; what is left of the municipal year, or the next one, where left out'),
    to: day.optional().describe('The last day'),
    time: z.string().max(5).optional().describe('When they begin, as 14:00; the body’s own time where left out'),
    leaveOut: z.array(z.int(months).min(1, months).max(12, months)).max(12, months).default([]).describe('Months without a meeting, 1 to 12'),
    kind: z.enum(meetingKinds).optional().describe('As the body usually meets, where left out'),
    dryRun: z.boolean().default(false).describe('Propose, and create nothing'),
  }),
  response: planned,
  alsoAnswers: { status: 201, description: 'The meetings were created' },
  answer: async ({ context, params, body }, app: MeetingsApp) => {
    const { pattern, from, to, time, leaveOut, kind, dryRun } = body
    const found = await proposeMeetings(context, params.body, { pattern, from, to, time, 'leave-out': leaveOut.map(String), ...(kind === undefined ? {} : { [kind === 'public' ? 'open' : kind]: true }) })
    if (!found.ok) return named(found)
    const { plan, proposals } = found.value
    if (dryRun) return ok({ kind: 'record', body: answerOf(plan, proposals, { told: 0, created: [] }) })
    const free = proposals.filter(isFree)
    if (free.length === 0) return refuse('conflict', 'Every proposed day has a clash, so no meeting was created.', clashFaults(proposals))
    const created = await createMeetings(context, app, plan, free)
    if (!created.ok) return created
    return ok({ kind: 'record', status: 201, body: answerOf(plan, proposals, { told: created.value.told, created: free.map(({ date }) => date) }) })
  },
})

function answerOf({ body, kind }: Plan, proposals: readonly Proposal[], done: Pick<z.input<typeof planned>, 'told' | 'created'>): z.input<typeof planned> {
  return {
    body,
    kind,
    proposals: proposals.map((one) => ({ date: one.date, ...given('time', one.time), isFree: isFree(one), clashes: [...one.clashes], ...given('suggestion', one.suggestion) })),
    ...done,
  }
}

/** The planner names a field as its form does. */
function named({ refusal }: { readonly refusal: Refusal }): Outcome<never> {
  return refuse(refusal.kind, refusal.message, refusal.faults.map((fault) => ({ ...fault, ...(fault.field === 'leave-out' ? { field: 'leaveOut' } : {}) })))
}
