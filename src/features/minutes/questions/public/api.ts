import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse } from '#core/outcome.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { day } from '#platform/files/fields.ts'
import { apiList, apiRecord, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import { numberParams, pageOf, placeOf, unknownBody } from '../../requests/public/numbered-api.ts'
import { isShown, lateness, type PublicQuestion, type PublicStanding } from '../question.ts'
import { answerStates, publishedQuestion, publishedQuestions } from '../read-questions.ts'

const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), date: day.describe('The day of the meeting'), item: z.int().describe('The number of the item'), title: z.string() }),
  z.object({ kind: z.literal('record'), words: z.string().describe('Which figure or record'), address: z.string().optional().describe('Where it stands on this site') }),
])
const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('put') }),
  z.object({ state: z.literal('answered'), on: day, by: z.string().describe('As a role'), html: z.string().describe('The answer, as HTML.'), corrected: z.string().optional(), firstOn: day.optional().describe('Of an answer that was corrected: the day of the first') }),
  z.object({ state: z.literal('withdrawn'), on: day }),
  z.object({ state: z.literal('withheld').describe('What it is about was withheld from the public after it was put: `about` and `text` are left out') }),
])
const questionShape = z
  .object({
    number: z.int(),
    body: z.string().describe('The body whose member asks'),
    bodyName: z.string(),
    askedBy: z.string(),
    askedOn: day,
    about: about.optional(),
    text: z.string().optional(),
    owner: z.string().describe('Who answers, as a role'),
    due: day,
    standing,
    daysLate: z.int().describe('By which the first answer was late, or is today; 0 where it is not'),
    page: z.url().describe('The question as a page for people'),
  })
  .meta({ id: 'Question' })

function forPrograms(question: PublicQuestion, origin: string, today: LocalDate): z.input<typeof questionShape> {
  const late = lateness(question.due, question.standing, today)
  const more = { daysLate: late.is === 'late' ? late.days : 0, page: `${origin}/questions/${question.number}` }
  return isShown(question) ? { ...question, standing: standingFor(question.number, question.standing), ...more } : { ...question, ...more }
}

function standingFor(number: number, given: PublicStanding): z.input<typeof standing> {
  if (given.state !== 'answered') return given
  const { blocks, ...answer } = given
  return { ...answer, html: String(blocksToHtml(blocks, { headingLevel: 2, fileAddress: () => '', idPrefix: `answer-${number}-` })) }
}

/** `/api/v1/questions` and each of them, as published. */
export const questionsApi: readonly ApiResource[] = [
  apiList({
    path: '/questions',
    summary: 'What members asked about items and figures, and the answers, the newest first',
    tag: 'Scrutiny',
    query: z.object({
      body: z.string().max(200, 'Give the address word of a body').optional().describe('Whose member asked'),
      state: z.enum(answerStates, `Give one of ${answerStates.join(', ')}`).optional().describe('How it is answered; `late` waits past its day, `answered-late` was first answered after it'),
    }),
    response: questionShape,
    answer: async ({ read, query, origin, today }, page) => {
      const before = placeOf(page.after)
      if (before === null) return strangeCursor
      const unknown = await unknownBody(read, query.body)
      if (unknown !== undefined) return unknown
      return ok(pageOf(await publishedQuestions(read, { ...query, before, today, limit: page.limit + 1 }), page.limit, (one) => forPrograms(one, origin, today)))
    },
  }),
  apiRecord({
    path: '/questions/{number}',
    summary: 'One question of a member, with its answer',
    tag: 'Scrutiny',
    params: numberParams,
    response: questionShape,
    answer: async ({ read, params, origin, today }) => {
      const found = await publishedQuestion(read, params.number)
      return found === undefined ? refuse('not-found', 'No question has this number. /api/v1/questions lists them.') : ok(forPrograms(found, origin, today))
    },
  }),
]
