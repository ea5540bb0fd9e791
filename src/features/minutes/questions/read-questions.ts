import type { Selectable } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import { bodyNames } from '#features/bodies'
import { dayBefore } from '../sent-by-member.ts'
import { isShown, type PublicQuestion, type Question, type QuestionId, type QuestionNumber, type QuestionState, type ShownQuestion } from './question.ts'
import { referenceOf } from './question-entries.ts'
import type { QuestionsTables } from './tables.ts'

interface Asked {
  readonly states?: readonly QuestionState[]
  readonly asker?: PersonId | undefined
  readonly owner?: PersonId
  /** At one meeting of a body. */
  readonly at?: { readonly body: string; readonly date: LocalDate }
  /** Of a body, without those whose own meeting is still to come: they are dealt with there first. */
  readonly comingBack?: { readonly body: string; readonly today: LocalDate }
  /** Of those with a number, goes on below it. */
  readonly before?: number | undefined
  readonly order: 'due' | 'newest'
  readonly limit: number
}

/** Questions as they are kept. Two queries. */
export async function questionsKept(reader: Reader, { states, asker, owner, at, comingBack, before, order, limit }: Asked): Promise<Question[]> {
  let query = reader.tables<QuestionsTables>().selectFrom('work.questions as question').selectAll('question')
  if (states !== undefined) query = query.where('question.state', 'in', [...states])
  if (asker !== undefined) query = query.where('question.asker', '=', asker)
  if (owner !== undefined) query = query.where('question.owner', '=', owner)
  if (at !== undefined) query = query.where('question.body', '=', at.body).where('question.meeting_date', '=', at.date)
  if (comingBack !== undefined) {
    query = query.where('question.body', '=', comingBack.body).where((where) => where.or([where('question.meeting_date', 'is', null), where('question.meeting_date', '<', comingBack.today)]))
  }
  if (before !== undefined) query = query.where('question.number', '<', before as QuestionNumber)
  query = order === 'due' ? query.orderBy('question.due').orderBy('question.number') : query.orderBy('question.number', (by) => by.desc().nullsFirst()).orderBy('question.asked_on', 'desc').orderBy('question.id')
  const rows = await query.limit(limit).execute()
  return rows.length === 0 ? [] : named(rows, await bodyNames(reader))
}

/** More than ever wait at once. */
const mostComingBack = 100

/** What comes back unanswered to the next meetings of a body, what is due first, for those who prepare for them. Two queries. */
export function questionsComingBack(reader: Reader, body: string, today: LocalDate): Promise<Question[]> {
  return questionsKept(reader, { states: ['put'], comingBack: { body, today }, order: 'due', limit: mostComingBack })
}

/** One question as it is kept; undefined where no question has this id, or it is no id. */
export async function questionKept(reader: Reader, id: string): Promise<Question | undefined> {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return undefined
  const row = await reader.tables<QuestionsTables>().selectFrom('work.questions as question').selectAll('question').where('question.id', '=', id as QuestionId).executeTakeFirst()
  return row === undefined ? undefined : named([row], await bodyNames(reader))[0]
}

/** What a member sent in the day before that moment, and this question, where it was sent at any time. */
export async function questionsSent(reader: Reader, asker: PersonId, id: QuestionId, now: Date): Promise<QuestionId[]> {
  const since = dayBefore(now)
  const sent = reader.tables<QuestionsTables>().selectFrom('work.questions as question').select('question.id').where('question.asker', '=', asker)
  const rows = await sent.where((where) => where.or([where('question.asked_at', '>', since), where('question.id', '=', id)])).execute()
  return rows.map((row) => row.id)
}

/** What files call the questions that came in them. */
export async function referencesOf(reader: Reader): Promise<Map<QuestionId, string>> {
  const rows = await reader.tables<QuestionsTables>().selectFrom('work.questions as question').select(['question.id', 'question.reference']).where('question.reference', 'is not', null).execute()
  return new Map(rows.flatMap(({ id, reference }) => (reference === null ? [] : [[id, reference] as const])))
}

/** A question that a file can name, with what such a file said last. */
export interface LoadedQuestion {
  readonly question: Question
  readonly reference: string
  /** `null` of a question that was entered here. */
  readonly loaded: LoadedFields | null
}

/** The questions that were put, by what files call them: those that were entered here too, as an export names them. Two queries. */
export async function loadedQuestions(reader: Reader): Promise<Map<string, LoadedQuestion>> {
  const rows = await reader.tables<QuestionsTables>().selectFrom('work.questions as question').selectAll('question').where('question.number', 'is not', null).execute()
  const questions = named(rows, await bodyNames(reader))
  return new Map(rows.flatMap((row, index) => {
    const question = questions[index]
    const reference = row.reference ?? referenceOf({ ...given('number', row.number) })
    return question === undefined ? [] : [[reference, { question, reference, loaded: row.loaded }] as const]
  }))
}

type Row = Selectable<QuestionsTables['work.questions']>

function named(rows: readonly Row[], names: ReadonlyMap<string, string>): Question[] {
  return rows.map((row) => ({
    id: row.id,
    ...given('number', row.number),
    body: row.body,
    bodyName: names.get(row.body) ?? row.body,
    ...given('asker', row.asker),
    askedBy: row.asked_by,
    askedOn: row.asked_on,
    about: row.about,
    text: row.text,
    ...(row.owner_role === null || row.due === null ? {} : { owner: { role: row.owner_role, due: row.due, ...given('person', row.owner) } }),
    standing: row.standing,
    isWithheld: row.withheld,
    revision: row.revision,
  }))
}

/** How lists of questions are narrowed by their answers. */
export const answerWords = {
  waiting: 'Not answered yet',
  late: 'Not answered yet, and late',
  answered: 'Answered',
  'answered-late': 'Answered late',
  withdrawn: 'Withdrawn or withheld',
} as const
export type AnswerState = keyof typeof answerWords
export const answerStates = Object.keys(answerWords) as AnswerState[]

interface PublicAsked {
  readonly body?: string | undefined
  readonly state?: AnswerState | undefined
  readonly at?: { readonly date: LocalDate; readonly item: number }
  readonly before?: number | undefined
  readonly today: LocalDate
  readonly limit: number
}

/** Questions as the public reads them, the newest first. One query. */
export async function publishedQuestions(reader: Reader, { body, state, at, before, today, limit }: PublicAsked): Promise<PublicQuestion[]> {
  let query = reader.tables<QuestionsTables>().selectFrom('published.current_questions as question').select('question.record')
  if (body !== undefined) query = query.where('question.body', '=', body)
  if (state === 'waiting' || state === 'late') query = query.where('question.state', '=', 'put')
  if (state === 'late') query = query.where('question.due', '<', today)
  if (state === 'answered') query = query.where('question.state', '=', 'answered')
  if (state === 'answered-late') query = query.where('question.answered_late', '=', true)
  if (state === 'withdrawn') query = query.where('question.state', 'in', ['withdrawn', 'withheld'])
  if (at !== undefined) query = query.where('question.meeting_date', '=', at.date).where('question.item', '=', at.item)
  if (before !== undefined) query = query.where('question.number', '<', before as QuestionNumber)
  const rows = await query.orderBy('question.number', 'desc').limit(limit).execute()
  return rows.map(({ record }) => record)
}

export async function publishedQuestion(reader: Reader, number: number): Promise<PublicQuestion | undefined> {
  const row = await reader.tables<QuestionsTables>().selectFrom('published.current_questions as question').select('question.record').where('question.number', '=', number as QuestionNumber).executeTakeFirst()
  return row?.record
}

/** The questions of a body's members that are put and not answered, what is due first: what comes back at its next meeting. Of published questions only; one query. */
export async function outstandingQuestions(reader: Reader, body: string, limit = 50): Promise<ShownQuestion[]> {
  const rows = await reader
    .tables<QuestionsTables>()
    .selectFrom('published.current_questions as question')
    .select('question.record')
    .where('question.body', '=', body)
    .where('question.state', '=', 'put')
    .orderBy('question.due')
    .orderBy('question.number')
    .limit(limit)
    .execute()
  return rows.flatMap(({ record }) => (isShown(record) ? [record] : []))
}
