import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse } from '#core/outcome.ts'
import { day } from '#platform/files/fields.ts'
import { apiList, apiRecord, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import { concerns, grounds, type PublicRequest } from '../document-request.ts'
import { answerStates, publishedRequest, publishedRequests } from '../read-requests.ts'
import { lateness } from '../request-clock.ts'
import { numberParams, pageOf, placeOf, unknownBody } from './numbered-api.ts'

const on = { on: day }
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
export const requestsApi: readonly ApiResource[] = [
  apiList({
    path: '/requests-for-documents',
    summary: 'What scrutiny members asked of the executive, and what was answered, the newest first',
    tag: 'Scrutiny',
    query: z.object({
      body: z.string().max(200, 'Give the address word of a body').optional().describe('For which body it was asked'),
      state: z.enum(answerStates, `Give one of ${answerStates.join(', ')}`).optional().describe('How it is answered; `late` waits past its last day, `answered-late` was first answered after it'),
    }),
    response: requestShape,
    answer: async ({ read, query, origin, today }, page) => {
      const before = placeOf(page.after)
      if (before === null) return strangeCursor
      const unknown = await unknownBody(read, query.body)
      if (unknown !== undefined) return unknown
      return ok(pageOf(await publishedRequests(read, { ...query, before, today, limit: page.limit + 1 }), page.limit, (one) => forPrograms(one, origin, today)))
    },
  }),
  apiRecord({
    path: '/requests-for-documents/{number}',
    summary: 'One request of a scrutiny member for a document of the executive',
    tag: 'Scrutiny',
    params: numberParams,
    response: requestShape,
    answer: async ({ read, params, origin, today }) => {
      const found = await publishedRequest(read, params.number)
      return found === undefined ? refuse('not-found', 'No request has this number. /api/v1/requests-for-documents lists them.') : ok(forPrograms(found, origin, today))
    },
  }),
]
