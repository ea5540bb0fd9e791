import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { About, PublicQuestion, PublicState, QuestionId, QuestionNumber, QuestionState, Standing } from './question.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** Questions of members. */
export interface QuestionsTables {
  'work.questions': {
    id: Generated<QuestionId>
    number: QuestionNumber | null
    body: string
    asker: PersonId | null
    asked_by: string
    asked_on: LocalDate
    /** When a member sent it; none where it came in a file. */
    asked_at: Date | null
    about: Json<About>
    /** Of an item: the day of its meeting. */
    meeting_date: LocalDate | null
    text: string
    state: QuestionState
    standing: Json<Standing>
    owner_role: string | null
    owner: PersonId | null
    due: LocalDate | null
    revision: Generated<number>
    /** By which the file that it came in names it. */
    reference: string | null
    /** What the file said that was loaded last. */
    loaded: ColumnType<LoadedFields | null, string | null, string>
    /** When it was published last, its item was withheld. */
    withheld: Generated<boolean>
  }
  /** One letter of each kind for each day on which the answer was due. */
  'work.question_reminders': { question: QuestionId; due: LocalDate; kind: 'coming' | 'late'; sent_at: Date }
  /** For which meeting of a body its agenda was told of what is not answered. */
  'work.question_agendas': { body: string; meeting_date: LocalDate }
  'published.questions': { number: QuestionNumber; edition: number; record: Json<PublicQuestion>; published_at: Date }
  'published.current_questions': {
    number: QuestionNumber
    edition: number
    body: string
    meeting_date: LocalDate | null
    item: number | null
    state: PublicState
    due: LocalDate
    record: Json<PublicQuestion>
    answered_late: ColumnType<boolean, never, never>
  }
}
