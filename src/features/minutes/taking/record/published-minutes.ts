import { z } from 'zod'
import type { Block } from '#platform/documents/blocks.ts'
import { day } from '#platform/files/fields.ts'
import { publishedSitting } from '../../sitting/published-sitting.ts'
import { minutesStates } from './minutes-state.ts'
import { resolutionKinds, whom, type ResolutionId } from './resolution.ts'
import { vote } from './vote.ts'

/** A resolution as published. */
const publishedResolution = z
  .strictObject({
    id: z.uuid() as unknown as z.ZodType<ResolutionId, string>,
    letter: z.string().describe('By which it is cited: `a`.'),
    kind: z.enum(resolutionKinds),
    words: z.string(),
    whom: whom.optional().describe('Who is asked: a body, a role or an organisation.'),
    due: day.optional(),
    vote: vote.optional().describe('Only where a vote was taken.'),
  })
  .meta({ id: 'Resolution' })

const withheldPart = z.strictObject({
  why: z.string().describe('The paragraph of Schedule 12A, or that it is confidential.'),
  resolutions: z.int().describe('How many resolutions are in the part that is not published.'),
})

const minute = z
  .strictObject({
    number: z.int().describe('Numbers run on across the meetings of a body.'),
    item: z.int().describe('The number of the item on the agenda.'),
    title: z.string(),
    said: z.array(z.string()).describe('What the law asks the minutes to say: why a late item was urgent, why the public was excluded.'),
    blocks: z.array(z.unknown()) as unknown as z.ZodType<readonly Block[], readonly Block[]>,
    withheld: withheldPart.optional().describe('Of an exempt or confidential item: a part of the minute is not published.'),
    resolutions: z.array(publishedResolution),
  })
  .meta({ id: 'Minute' })

/** Minutes as they are published: the whole of what their page and their PDF say. No version ever changes. */
export const publishedMinutes = z.strictObject({
  body: z.string(),
  bodyName: z.string(),
  date: day,
  time: z.string().optional(),
  title: z.string().optional(),
  venue: z.string().optional(),
  state: z.enum(minutesStates),
  sitting: publishedSitting.optional().describe('Attendance, declarations of interest and of any party whip; left out where nothing is recorded.'),
  /** What is said of the meeting as a whole, before its minutes. */
  said: z.array(z.string()),
  minutes: z.array(minute),
  confirmed: z
    .strictObject({ on: day.describe('The day of the meeting that confirmed them.'), item: z.int(), amended: z.string().optional().describe('With which amendment.') })
    .optional(),
  signed: z.strictObject({ by: z.string(), on: day }).optional(),
  source: z.string().optional().describe('Of minutes that were not taken here: where their facts are to be found, and what of them is assumed or invented.'),
})

export type PublishedMinutes = z.output<typeof publishedMinutes>
export type PublishedMinute = PublishedMinutes['minutes'][number]
export type PublishedResolution = z.output<typeof publishedResolution>
