import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { day } from '#platform/files/fields.ts'
import { entered } from '../../actions/received.ts'
import { numberedApi } from '../../numbered-api.ts'
import { isShown, lateness, type PublicQuestion, type PublicStanding } from '../question.ts'
import { answerStates, publishedQuestion, publishedQuestions } from '../read-questions.ts'

const about = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), date: day.describe('The day of the meeting'), item: z.int().describe('The number of the item'), title: z.string() }),
  z.object({ kind: z.literal('record'), words: z.string().describe('Which figure or record'), address: z.string().optional().describe('Where it stands on this site') }),
])
const standing = z.discriminatedUnion('state', [
  z.object({ state: z.literal('put') }),
  z.object({ state: z.literal('answered'), on: day, by: z.string().describe('As a role'), html: z.string().describe('The answer, as HTML.'), corrected: z.string().optional(), firstOn: day.optional().describe('Of an answer that was corrected: the day of the first'), entered: entered.optional().describe('Of an answer that was entered on a later day than it was received'), firstEntered: entered.optional().describe('The same of the first') }),
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
export const questionsApi = numberedApi({
  path: '/questions',
  summaries: { list: 'What members asked about items and figures, and the answers, the newest first', one: 'One question of a member, with its answer' },
  bodyIs: 'Whose member asked',
  states: answerStates,
  stateIs: 'How it is answered; `late` waits past its day, `answered-late` was first answered after it',
  shape: questionShape,
  missing: 'No question has this number.',
  published: publishedQuestions,
  one: publishedQuestion,
  forPrograms,
})
