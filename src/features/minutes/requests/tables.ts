import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { Concern, PublicRequest, RequestAnswer, RequestNumber, RequestStanding, RequestState } from './document-request.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** Requests of scrutiny members for documents of the executive. */
export interface RequestsTables {
  'work.document_requests': {
    number: RequestNumber
    body: string
    /** Of whoever asked here; none where it came in a file. */
    asker: PersonId | null
    asked_by: string
    asked_on: LocalDate
    /** When a member sent it, and by which form; none where it came in a file. */
    asked_at: Date | null
    sending: string | null
    document: string
    concern: Concern
    about: string
    purpose: string | null
    title: string | null
    due: LocalDate
    state: RequestState
    standing: Json<RequestStanding>
    earlier: Json<readonly RequestAnswer[]>
    supplied_where: string | null
    revision: Generated<number>
    /** By which the file that it came in names it. */
    reference: string | null
    /** What the file said that was loaded last. */
    loaded: ColumnType<LoadedFields | null, string | null, string>
  }
  /** One letter of each kind for each request. */
  'work.document_request_reminders': { number: RequestNumber; kind: 'coming' | 'late'; sent_at: Date }
  'published.document_requests': { number: RequestNumber; edition: number; record: Json<PublicRequest>; published_at: Date }
  'published.current_document_requests': {
    number: RequestNumber
    edition: number
    body: string
    asked_on: LocalDate
    due: LocalDate
    state: RequestState
    record: Json<PublicRequest>
    answered_late: ColumnType<boolean, never, never>
  }
}
