import { sql, type Selectable } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import { bodyNames } from '#features/bodies'
import { dayBefore } from '../sent-by-member.ts'
import type { DocumentRequest, PublicRequest, RequestNumber } from './document-request.ts'
import { referenceOf } from './request-entries.ts'
import type { RequestsTables } from './tables.ts'

interface Asked {
  readonly asker?: PersonId | undefined
  readonly isWaiting?: boolean
  /** Goes on below this number. */
  readonly before?: number | undefined
  readonly limit: number
}

/** Requests as staff keep them: those that wait by their last day, others the newest first. Two queries. */
export async function requestsKept(reader: Reader, { asker, isWaiting, before, limit }: Asked): Promise<DocumentRequest[]> {
  let query = reader.tables<RequestsTables>().selectFrom('work.document_requests as request').selectAll('request')
  if (asker !== undefined) query = query.where('request.asker', '=', asker)
  if (isWaiting !== undefined) query = query.where('request.state', isWaiting ? '=' : '<>', 'waiting')
  if (before !== undefined) query = query.where('request.number', '<', before as RequestNumber)
  if (isWaiting === true) query = query.orderBy('request.due')
  const rows = await query.orderBy('request.number', isWaiting === true ? 'asc' : 'desc').limit(limit).execute()
  return rows.length === 0 ? [] : named(rows, await bodyNames(reader))
}

/** One request as staff keep it. */
export async function requestKept(reader: Reader, number: number): Promise<DocumentRequest | undefined> {
  const row = await reader.tables<RequestsTables>().selectFrom('work.document_requests as request').selectAll('request').where('request.number', '=', number as RequestNumber).executeTakeFirst()
  return row === undefined ? undefined : named([row], await bodyNames(reader))[0]
}

/** What a member sent in the day before that moment, and what they sent by this form, at any time. */
export function requestsSent(reader: Reader, asker: PersonId, sending: string, now: Date): Promise<{ number: RequestNumber; sending: string | null }[]> {
  const since = dayBefore(now)
  const sent = reader.tables<RequestsTables>().selectFrom('work.document_requests as request').select(['request.number', 'request.sending']).where('request.asker', '=', asker)
  return sent.where((where) => where.or([where('request.asked_at', '>', since), where('request.sending', '=', sending)])).execute()
}

export interface RequestToRemindOf extends Pick<DocumentRequest, 'number' | 'bodyName' | 'due'> {
  readonly kind: 'coming' | 'late'
}

/** The requests that wait and are due by that day, of which no letter of their kind was written yet: before the last day, and after it. */
export async function requestsToRemindOf(reader: Reader, { today, dueBy, limit }: { today: LocalDate; dueBy: LocalDate; limit: number }): Promise<RequestToRemindOf[]> {
  const kind = sql<'coming' | 'late'>`case when request.due < ${today}::date then 'late' else 'coming' end`
  const rows = await reader
    .tables<RequestsTables>()
    .selectFrom('work.document_requests as request')
    .select(['request.number', 'request.body', 'request.due', kind.as('kind')])
    .where('request.state', '=', 'waiting')
    .where('request.due', '<=', dueBy)
    .where(sql<boolean>`not exists (select from work.document_request_reminders as sent where sent.number = request.number and sent.kind = ${kind})`)
    .orderBy('request.due')
    .limit(limit)
    .execute()
  const names = rows.length === 0 ? new Map<string, string>() : await bodyNames(reader)
  return rows.map(({ body, ...row }) => ({ ...row, bodyName: names.get(body) ?? body }))
}

/** A request with what files call it, and what such a file said last. */
export interface LoadedRequest {
  readonly request: DocumentRequest
  readonly reference: string
  /** `null` of a request that was entered here. */
  readonly loaded: LoadedFields | null
}

/** Every request by what files call it: those that were entered here too, as an export names them. Two queries. */
export async function loadedRequests(reader: Reader): Promise<Map<string, LoadedRequest>> {
  const rows = await reader.tables<RequestsTables>().selectFrom('work.document_requests as request').selectAll('request').execute()
  const requests = rows.length === 0 ? [] : named(rows, await bodyNames(reader))
  return new Map(
    rows.flatMap(({ reference, number, loaded }, index) => {
      const request = requests[index]
      const name = reference ?? referenceOf(number)
      return request === undefined ? [] : [[name, { request, reference: name, loaded }] as const]
    }),
  )
}

type Row = Selectable<RequestsTables['work.document_requests']>

function named(rows: readonly Row[], names: ReadonlyMap<string, string>): DocumentRequest[] {
  return rows.map((row) => ({
    number: row.number,
    body: row.body,
    bodyName: names.get(row.body) ?? row.body,
    ...given('asker', row.asker),
    askedBy: row.asked_by,
    askedOn: row.asked_on,
    document: row.document,
    concern: row.concern,
    about: row.about,
    ...given('purpose', row.purpose),
    ...given('title', row.title),
    due: row.due,
    standing: row.standing,
    earlier: row.earlier,
    ...given('where', row.supplied_where),
    revision: row.revision,
  }))
}

/** How lists of requests are narrowed by their answers. */
export const answerWords = {
  waiting: 'Not answered yet',
  late: 'Not answered yet, and late',
  answered: 'Answered',
  'answered-late': 'Answered late',
  refused: 'Refused, wholly or in part',
  withdrawn: 'Withdrawn',
} as const
export type AnswerState = keyof typeof answerWords
export const answerStates = Object.keys(answerWords) as AnswerState[]

interface PublicAsked {
  readonly body?: string | undefined
  readonly state?: AnswerState | undefined
  readonly before?: number | undefined
  readonly today: LocalDate
  readonly limit: number
}

/** Requests as the public reads them, the newest first. One query. */
export async function publishedRequests(reader: Reader, { body, state, before, today, limit }: PublicAsked): Promise<PublicRequest[]> {
  let query = reader.tables<RequestsTables>().selectFrom('published.current_document_requests as request').select('request.record')
  if (body !== undefined) query = query.where('request.body', '=', body)
  if (state === 'waiting' || state === 'late') query = query.where('request.state', '=', 'waiting')
  if (state === 'late') query = query.where('request.due', '<', today)
  if (state === 'answered') query = query.where('request.state', 'in', ['supplied', 'supplied-in-part', 'refused'])
  if (state === 'answered-late') query = query.where('request.answered_late', '=', true)
  if (state === 'refused') query = query.where('request.state', 'in', ['supplied-in-part', 'refused'])
  if (state === 'withdrawn') query = query.where('request.state', '=', 'withdrawn')
  if (before !== undefined) query = query.where('request.number', '<', before as RequestNumber)
  const rows = await query.orderBy('request.number', 'desc').limit(limit).execute()
  return rows.map(({ record }) => record)
}

export async function publishedRequest(reader: Reader, number: number): Promise<PublicRequest | undefined> {
  const row = await reader.tables<RequestsTables>().selectFrom('published.current_document_requests as request').select('request.record').where('request.number', '=', number as RequestNumber).executeTakeFirst()
  return row?.record
}
