import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { day } from '#platform/files/fields.ts'
import { entered } from '../../actions/received.ts'
import { numberedApi } from '../../numbered-api.ts'
import { concerns, grounds, type PublicRequest } from '../document-request.ts'
import { answerStates, publishedRequest, publishedRequests } from '../read-requests.ts'
import { lateness } from '../request-clock.ts'

const on = { on: day.describe('The day on which it was received'), entered: entered.optional().describe('Of an answer that was entered on a later day than that') }
const answer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('supplied'), ...on }),
  z.object({ state: z.enum(['supplied-in-part', 'refused']), ...on, ground: z.enum(grounds), reasons: z.string().describe('The written statement to the committee') }),
])
const requestShape = z
  .object({
    number: z.int(),
    body: z.string().describe('The scrutiny body for which it was asked'),
    bodyName: z.string(),
    askedBy: z.string(),
    askedOn: day,
    concern: z.enum(concerns).describe('What the document has to do with: SI 2012/2089 regulation 17(1)(b)'),
    title: z.string().optional().describe('The document in words that the public may read; left out until an officer has checked them'),
    due: day.describe('The last day for the answer: ten clear days'),
    standing: z.discriminatedUnion('state', [z.object({ state: z.literal('waiting') }), ...answer.options, z.object({ state: z.literal('withdrawn'), ...on })]),
    earlier: z.array(answer).describe('What was answered before the answer that stands, the first first'),
    daysLate: z.int().describe('By which the first answer was late, or is today; 0 where it is not'),
    page: z.url().describe('The request as a page for people'),
  })
  .meta({ id: 'DocumentRequest' })

function forPrograms(request: PublicRequest, origin: string, today: LocalDate): z.input<typeof requestShape> {
  const late = lateness(request, today)
  return { ...request, earlier: [...request.earlier], daysLate: late.is === 'late' ? late.days : 0, page: `${origin}/requests-for-documents/${request.number}` }
}

/** `/api/v1/requests-for-documents` and each of them, as published. */
export const requestsApi = numberedApi({
  path: '/requests-for-documents',
  summaries: { list: 'What scrutiny members asked of the executive, and what was answered, the newest first', one: 'One request of a scrutiny member for a document of the executive' },
  bodyIs: 'For which body it was asked',
  states: answerStates,
  stateIs: 'How it is answered; `late` waits past its last day, `answered-late` was first answered after it',
  shape: requestShape,
  missing: 'No request has this number.',
  published: publishedRequests,
  one: publishedRequest,
  forPrograms,
})
