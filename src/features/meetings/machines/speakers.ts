import { z } from 'zod'
import { ok } from '#core/outcome.ts'
import { machineRecord } from '#access/machines/machine-resource.ts'
import { day } from '#platform/files/fields.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { chairFacts, speakersAt } from '../speaking/speakers-command.ts'
import { atMeeting, tag } from './at-meeting.ts'

const speaker = z
  .object({
    place: z.int(),
    name: z.string(),
    onBehalf: z.string().optional(),
    item: z.object({ number: z.int(), title: z.string() }),
    statement: z.string().optional(),
    needs: z.string().optional(),
    isLate: z.boolean(),
    slot: z.object({ from: z.int(), to: z.int() }).optional().describe('Minutes from the beginning of public participation.'),
    isOver: z.boolean().describe('The slot ends after the time allowed in all.'),
  })
  .meta({ id: 'Speaker' })

/** GET /staff/meetings/{body}/{date}/speakers: what the command `speakers` prints. */
export const speakersResource = machineRecord({
  path: '/staff/meetings/{body}/{date}/speakers',
  summary: 'Who speaks at a meeting, in order, for the chair',
  description: 'The accepted speakers with their slots, and how many requests wait for a decision. Nothing of how to reach them. Requests are decided on by people, in the site.',
  tag,
  params: atMeeting,
  response: z.object({
    body: z.string(),
    date: day,
    undecided: z.int(),
    slots: z.object({ fit: z.int().optional(), words: z.string(), warning: z.string().optional() }).optional(),
    speakers: z.array(speaker),
  }),
  answer: async ({ context, params }, _app: MeetingsApp) => {
    const found = await speakersAt(context, params.body, params.date)
    return found.ok ? ok(chairFacts(found.value)) : found
  },
})
