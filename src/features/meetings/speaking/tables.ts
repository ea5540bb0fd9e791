import type { ColumnType, Generated } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import type { requestStates, RequestId } from './speaking-request.ts'

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** Requests to speak, and the responses that were published. */
export interface SpeakingTables {
  'work.speaking_requests': {
    id: Generated<RequestId>
    meeting: MeetingId
    reference: string
    /** Stands for one sending of one form: the same form sent twice is one request. */
    sending: string
    item: number
    item_title: string
    asked_at: Date
    is_late: boolean
    /** What the person said; null once cleared, and where it was optional. */
    name: string | null
    email: string | null
    phone: string | null
    on_behalf: string | null
    statement: string | null
    needs: string | null
    may_be_named: boolean
    /** Where its letters go, however the address is spelled; null once cleared, and in requests from before it was noted. */
    mailbox: string | null
    /** Stands for the network from which it was sent; for a day only. */
    network: string | null
    /** A letter said that it arrived; not where its mailbox had had too many that day. */
    is_mailed: Generated<boolean>
    cleared_on: LocalDate | null
    state: Generated<(typeof requestStates)[number]>
    reason: string | null
    decided_by: string | null
    decided_at: Date | null
    place: number | null
    /** After the meeting. */
    has_spoken: boolean | null
    response: Generated<'none' | 'promised' | 'published'>
    response_due: LocalDate | null
    asked_about: Generated<string>
    response_text: Generated<string>
    response_number: number | null
    revision: Generated<number>
  }
  /** Written responses as published; a correction is a further version. */
  'published.responses': {
    body: string
    meeting_date: LocalDate
    /** From 1 for each meeting. */
    number: number
    version: number
    /** What this version corrects; none for the first. */
    note: string | null
    item: number
    item_title: string
    asked_about: string
    /** Their name where they agreed, else "A member of the public". */
    speaker: string
    blocks: Json<readonly Block[]>
    published_at: Generated<Date>
  }
}
