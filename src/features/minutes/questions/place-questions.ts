import { sql } from 'kysely'
import { addDays, type LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { HourlyWork } from '#access/room.ts'
import { meetingsInList, type FollowAgendas, type MeetingsApp } from '#features/meetings'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { placeOutstandingItem } from '../actions/outstanding.ts'
import type { Question } from './question.ts'
import type { QuestionsTables } from './tables.ts'

/** A question about an item is dealt with at its own meeting first; after that, and where it is about a figure, it comes back on the next agenda. */
export async function placeForNextAgenda(tx: Transaction, { body, about }: Pick<Question, 'body' | 'about'>, today: LocalDate): Promise<void> {
  if (about.kind === 'item' && about.date >= today) return
  const next = await nextWithoutAgenda(tx.reader, body, today)
  if (next !== undefined) await place(tx, { body, date: next }, today)
}

/** Has what is not answered come back on the next agenda of each body, as soon as that meeting is in the calendar. */
export const placeQuestions: HourlyWork<MeetingsApp> = {
  name: 'unanswered questions for the next agenda',
  work: async (context) => {
    const { today } = context
    const due = await context.database.read(actorKey(context.actor), (reader) => agendasToTell(reader, today))
    if (due.length === 0) return ok(undefined)
    return act(context, { verb: 'questions.remind', subject: { kind: 'agendas', id: 'next' }, detail: { agendas: due.length } }, async (tx) => {
      for (const agenda of due) await place(tx, agenda, today)
      return ok(undefined)
    })
  },
}

/** The same of one body, in the deed after which another of its agendas is open. */
export const questionsFollowAgendas: FollowAgendas = async (tx, { body, context: { today } }) => {
  for (const agenda of await agendasToTell(tx.reader, today, body)) await place(tx, agenda, today)
}

interface AgendaToTell {
  readonly body: string
  readonly date: LocalDate
}

/** The same item that tells what was recommended and asked: an agenda has it once. */
async function place(tx: Transaction, { body, date }: AgendaToTell, today: LocalDate): Promise<void> {
  await placeOutstandingItem(tx, body, today)
  await tx
    .tables<QuestionsTables>()
    .insertInto('work.question_agendas')
    .values({ body, meeting_date: date })
    .onConflict((conflict) => conflict.columns(['council', 'body', 'meeting_date'] as never).doNothing())
    .execute()
}

/** The next meeting of each body, or of this one, with a question that waits to come back, where its agenda was not told yet. One query, and one for each such body. */
async function agendasToTell(reader: Reader, today: LocalDate, body?: string): Promise<AgendaToTell[]> {
  const rows = await reader
    .tables<QuestionsTables>()
    .selectFrom('work.questions as question')
    .select('question.body')
    .distinct()
    .where('question.state', '=', 'put')
    .$if(body !== undefined, (query) => query.where('question.body', '=', body ?? ''))
    .where((where) => where.or([where('question.meeting_date', 'is', null), where('question.meeting_date', '<', today)]))
    .where(sql<boolean>`not exists (select from work.question_agendas as told where told.body = question.body and told.meeting_date > ${today}::date)`)
    .orderBy('question.body')
    .execute()
  const agendas: AgendaToTell[] = []
  for (const { body } of rows) {
    const date = await nextWithoutAgenda(reader, body, today)
    if (date !== undefined) agendas.push({ body, date })
  }
  return agendas
}

async function nextWithoutAgenda(reader: Reader, body: string, today: LocalDate): Promise<LocalDate | undefined> {
  const coming = await meetingsInList(reader, { body, from: addDays(today, 1), order: 'first-to-last', limit: 10 })
  return coming.find(({ status }) => status === 'planned')?.date
}
