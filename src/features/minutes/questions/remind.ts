import { sql } from 'kysely'
import { addDays, type LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { emailsOf } from '#access/people.ts'
import type { HourlyWork } from '#access/room.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import { queueMails } from '#platform/mail/queue-mail.ts'
import { reminderLetter } from './letters.ts'
import type { Question, QuestionId } from './question.ts'
import { questionsKept } from './read-questions.ts'
import type { QuestionsTables } from './tables.ts'

/** So many days before the last one whoever answers is reminded. */
const daysBefore = 3

/** As many at a time as one deed takes with ease; the next hour comes again. */
const atOnce = 200

/** Reminds whoever is to answer a question once before its day and once after it. */
export const remindOfQuestions: HourlyWork<MeetingsApp> = {
  name: 'reminders of questions',
  work: async (context, app) => {
    const { today } = context
    const waiting = await context.database.read(actorKey(context.actor), (reader) => remindersDue(reader, today))
    if (waiting.size === 0) return ok(undefined)
    return act(context, { verb: 'questions.remind', subject: { kind: 'questions', id: 'due' }, detail: { questions: waiting.size } }, async (tx) => {
      const due = await remindersDue(tx.reader, today)
      const questions = (await questionsKept(tx.reader, { states: ['put'], order: 'due', limit: atOnce })).filter(({ id }) => due.has(id))
      const sent = questions.flatMap(({ id, owner }) => (owner === undefined ? [] : [{ question: id, due: owner.due, kind: due.get(id) ?? 'coming', sent_at: instantOf(today, app.now()) }]))
      if (sent.length > 0) await tx.tables<QuestionsTables>().insertInto('work.question_reminders').values(sent).execute()
      const emails = await emailsOf(tx.reader, questions.flatMap(({ owner }) => owner?.person ?? []))
      return queueMails(tx, questions.flatMap((question) => letterOf(question, emails, due.get(question.id) ?? 'coming', app.origin)))
    })
  },
}

function letterOf(question: Question, emails: Awaited<ReturnType<typeof emailsOf>>, kind: 'coming' | 'late', origin: string) {
  const email = question.owner?.person === undefined ? undefined : emails.get(question.owner.person)
  return email === undefined ? [] : [reminderLetter(email, question, kind, origin)]
}

async function remindersDue(reader: Reader, today: LocalDate): Promise<Map<QuestionId, 'coming' | 'late'>> {
  const kind = sql<'coming' | 'late'>`case when question.due < ${today}::date then 'late' else 'coming' end`
  const rows = await reader
    .tables<QuestionsTables>()
    .selectFrom('work.questions as question')
    .select(['question.id', kind.as('kind')])
    .where('question.state', '=', 'put')
    .where('question.owner', 'is not', null)
    .where('question.due', '<=', addDays(today, daysBefore))
    .where(sql<boolean>`not exists (select from work.question_reminders as sent where sent.question = question.id and sent.due = question.due and sent.kind = ${kind})`)
    .orderBy('question.due')
    .limit(atOnce)
    .execute()
  return new Map(rows.map(({ id, kind: which }) => [id, which]))
}
