import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { DocumentRequest, PublicRequest, RequestAnswer, RequestNumber, RequestStanding } from './document-request.ts'
import type { ReadRequest } from './asking-form.ts'
import type { RequestsTables } from './tables.ts'

export interface NewRequest extends ReadRequest {
  readonly bodyName: string
  readonly asker?: PersonId
  /** When a member sent it, and by which form. */
  readonly askedAt?: Date
  readonly sending?: string
  readonly askedBy: string
  readonly askedOn: LocalDate
  readonly due: LocalDate
  readonly at: Date
  /** Of a request that comes in a file: how it stands, by which words it is known, and what the file calls it. */
  readonly standing?: RequestStanding
  readonly earlier?: readonly RequestAnswer[]
  readonly title?: string
  readonly reference?: string
  /** What that file said. */
  readonly loaded?: LoadedFields
  readonly where?: string
}

/** Keeps a request under the next number, and publishes that it was made. */
export async function insertRequest(tx: Transaction, asked: NewRequest): Promise<RequestNumber> {
  // Others that publish wait at this count until the transaction ends: so no number is given twice.
  await markPublished(tx)
  const standing: RequestStanding = asked.standing ?? { state: 'waiting' }
  const { number } = await tx
    .tables<RequestsTables>()
    .insertInto('work.document_requests')
    .values({
      number: sql<RequestNumber>`(select coalesce(max(other.number), 0) + 1 from work.document_requests as other)`,
      body: asked.body,
      asker: asked.asker ?? null,
      asked_at: asked.askedAt ?? null,
      sending: asked.sending ?? null,
      asked_by: asked.askedBy,
      asked_on: asked.askedOn,
      document: asked.document,
      concern: asked.concern,
      about: asked.about,
      purpose: asked.purpose ?? null,
      title: asked.title ?? null,
      due: asked.due,
      state: standing.state,
      standing: JSON.stringify(standing),
      earlier: JSON.stringify(asked.earlier ?? []),
      supplied_where: asked.where ?? null,
      reference: asked.reference ?? null,
      loaded: asked.loaded === undefined ? null : JSON.stringify(asked.loaded),
    })
    .returning('work.document_requests.number')
    .executeTakeFirstOrThrow()
  const { body, bodyName, askedBy, askedOn, concern, due, title } = asked
  await publish(tx, { number, body, bodyName, askedBy, askedOn, concern, due, ...(title === undefined ? {} : { title }), standing, earlier: asked.earlier ?? [] }, asked.at)
  return number
}

/** Saves what became of a request and publishes its next edition; false where somebody else changed it since it was seen. */
export async function saveRequest(tx: Transaction, request: DocumentRequest, at: Date, loaded?: LoadedFields): Promise<boolean> {
  await markPublished(tx)
  const saved = await tx
    .tables<RequestsTables>()
    .updateTable('work.document_requests')
    .set({
      body: request.body,
      asked_by: request.askedBy,
      asked_on: request.askedOn,
      document: request.document,
      concern: request.concern,
      about: request.about,
      purpose: request.purpose ?? null,
      due: request.due,
      ...(loaded === undefined ? {} : { loaded: JSON.stringify(loaded) }),
      title: request.title ?? null,
      state: request.standing.state,
      standing: JSON.stringify(request.standing),
      earlier: JSON.stringify(request.earlier),
      supplied_where: request.where ?? null,
      revision: sql<number>`revision + 1`,
    })
    .where('work.document_requests.number', '=', request.number)
    .where('work.document_requests.revision', '=', request.revision)
    .returning('work.document_requests.number')
    .executeTakeFirst()
  if (saved === undefined) return false
  const { number, body, bodyName, askedBy, askedOn, concern, title, due, standing, earlier } = request
  await publish(tx, { number, body, bodyName, askedBy, askedOn, concern, ...(title === undefined ? {} : { title }), due, standing, earlier }, at)
  return true
}

async function publish(tx: Transaction, record: PublicRequest, at: Date): Promise<void> {
  const tables = tx.tables<RequestsTables>()
  const json = JSON.stringify(record)
  const { edition } = await tables
    .insertInto('published.document_requests')
    .values({
      number: record.number,
      edition: sql<number>`(select coalesce(max(other.edition), 0) + 1 from published.document_requests as other where other.number = ${record.number})`,
      record: json,
      published_at: at,
    })
    .returning('published.document_requests.edition')
    .executeTakeFirstOrThrow()
  const { number, body, askedOn: asked_on, due, standing } = record
  const changing = { body, asked_on, edition, due, state: standing.state, record: json }
  await tables
    .insertInto('published.current_document_requests')
    .values({ number, ...changing })
    .onConflict((conflict) => conflict.columns(['council', 'number'] as never).doUpdateSet(changing))
    .execute()
}

/** Notes that these letters were written; each is written once. */
export async function noteReminders(tx: Transaction, reminders: readonly RequestsTables['work.document_request_reminders'][]): Promise<void> {
  if (reminders.length > 0) await tx.tables<RequestsTables>().insertInto('work.document_request_reminders').values(reminders).execute()
}
