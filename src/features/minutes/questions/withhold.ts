import { sql } from 'kysely'
import { ok } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { HourlyWork } from '#access/room.ts'
import { instantOf, type FollowAgendas, type MeetingsApp } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import { isAboutWithheld } from './about-withheld.ts'
import { saveQuestion } from './keep-question.ts'
import type { Question } from './question.ts'
import { questionKept } from './read-questions.ts'
import type { QuestionsTables } from './tables.ts'

/** As many at a time as one deed takes with ease; the next hour comes again. */
const atOnce = 100

/**
 * Takes from the public list what a question tells where its item was withheld after it was put, and shows it again where the item was opened. What was published before stays among
 * the editions, which no page shows, as an earlier version of the agenda does.
 */
export const withholdQuestions: HourlyWork<MeetingsApp> = {
  name: 'questions whose items are withheld',
  work: async (context, app) => {
    const changed = await context.database.read(actorKey(context.actor), questionsOtherwise)
    if (changed.length === 0) return ok(undefined)
    return act(context, { verb: 'questions.remind', subject: { kind: 'questions', id: 'withheld' }, detail: { questions: changed.length } }, async (tx) => {
      for (const question of await questionsOtherwise(tx.reader)) await saveQuestion(tx, question, instantOf(context.today, app.now()))
      return ok(undefined)
    })
  },
}

/** The same of one body, in the deed that publishes its agenda. */
export const withholdingFollowsAgendas: FollowAgendas = async (tx, { body, context: { today }, app }) => {
  for (const question of await questionsOtherwise(tx.reader, body)) await saveQuestion(tx, question, instantOf(today, app.now()))
}

const isClosed = '$ ? (@.public == false || @.privateDevelopment == true)'
const hasWithheld = '$.items[*] ? (@.number == $number && (exists(@.exempt) || @.confidential == true))'

/** Questions that are published other than their items stand. One query, and a few for each that it finds. */
async function questionsOtherwise(reader: Reader, body?: string): Promise<Question[]> {
  const isWithheldNow = sql<boolean>`exists (
    select from work.meetings as meeting
      left join published.current_meetings as agenda on agenda.body = meeting.body and agenda.meeting_date = meeting.meeting_date
     where meeting.body = question.body and meeting.meeting_date = question.meeting_date and (
       coalesce(jsonb_path_exists(agenda.meeting, ${sql.lit(isClosed)}), false)
       or coalesce(jsonb_path_exists(agenda.meeting, ${sql.lit(hasWithheld)}, jsonb_build_object('number', question.about -> 'item')), false)
       or jsonb_path_exists(meeting.facts, ${sql.lit(isClosed)})
       or exists (select from work.items as item
                   where item.meeting = meeting.id and item.facts ->> 'title' = question.about ->> 'title'
                     and (item.facts ->> 'exempt' is not null or item.facts ->> 'confidential' = 'true'))))`
  const rows = await reader
    .tables<QuestionsTables>()
    .selectFrom('work.questions as question')
    .select('question.id')
    .where('question.state', 'in', ['put', 'answered'])
    .$if(body !== undefined, (query) => query.where('question.body', '=', body ?? ''))
    .where('question.meeting_date', 'is not', null)
    .where(sql<boolean>`question.withheld <> ${isWithheldNow}`)
    .orderBy('question.number', 'desc')
    .limit(atOnce)
    .execute()
  const found: Question[] = []
  for (const { id } of rows) {
    const question = await questionKept(reader, id)
    if (question !== undefined && question.isWithheld !== (await isAboutWithheld(reader, question))) found.push(question)
  }
  return found
}
