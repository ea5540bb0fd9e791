import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import { programmeAddress } from '../../programme/public/programme-view.ts'
import type { ProgrammeTables } from '../../programme/store/tables.ts'
import { newsOf, pagesOf, perPage, type AlertSource, type Change } from '../alert-source.ts'
import type { Topic } from '../topic.ts'

/** What changed in work programmes: news to whoever follows the body, or the matter of the entry. */
export const programmesSource: AlertSource = {
  changesSince: (reader, since) => newsOf(pagesOf<ChangeRow>((after) => changesAfter(reader, since, after)), (row) => [changeOf(row)]),
  latest: async (reader, topic, { limit }) => (topic.kind === 'body' || topic.kind === 'subject' ? (await latestChanges(reader, topic, limit)).map(changeOf) : []),
}

type ChangeRow = Awaited<ReturnType<typeof changesAfter>>[number]

function changes(reader: Reader) {
  return reader.tables<ProgrammeTables>().selectFrom('published.programme_changes as change').select(['change.body', 'change.year', 'change.number', 'change.what', 'change.why', 'change.changed_at', 'change.record'])
}

function changesAfter(reader: Reader, since: Date, after: { readonly body: string; readonly year: string; readonly number: number; readonly changed_at: Date } | undefined) {
  // A moment that was read has milliseconds, and one in the store more: what was read last must not come again.
  const at = sql<Date>`date_trunc('milliseconds', change.changed_at)`
  let query = changes(reader).where('change.changed_at', '>', since)
  if (after !== undefined) query = query.where(sql<boolean>`(${at}, change.body, change.year, change.number) > (${after.changed_at}, ${after.body}::text, ${after.year}::text, ${after.number}::integer)`)
  return query.orderBy(at).orderBy('change.body').orderBy('change.year').orderBy('change.number').limit(perPage).execute()
}

function latestChanges(reader: Reader, { kind, key }: Topic, limit: number) {
  const about = kind === 'body' ? sql<boolean>`change.body = ${key}` : sql<boolean>`change.record ->> 'subject' = ${key}`
  return changes(reader).where(about).orderBy('change.changed_at', 'desc').orderBy('change.number', 'desc').limit(limit).execute()
}

function changeOf({ body, year, number, what, why, changed_at: at, record }: ChangeRow): Change {
  return {
    id: `programme/${body}/${year}/${number}`,
    at,
    title: record === null ? 'The work programme' : `Work programme: ${record.issue}`,
    words: why === null || why === '' ? what : `${what}. Reason: ${why}`,
    href: programmeAddress(body, { year }),
    topics: [{ kind: 'body', key: body }, ...(record?.subject === undefined ? [] : [{ kind: 'subject' as const, key: record.subject }])],
  }
}

/** Whether an entry of a published programme as it stands is about this matter. */
export async function isInProgramme(reader: Reader, subject: string): Promise<boolean> {
  const about = sql<boolean>`current.record -> 'entries' @> ${JSON.stringify([{ subject }])}::jsonb`
  return (await reader.tables<ProgrammeTables>().selectFrom('published.current_programmes as current').select('current.body').where(about).limit(1).executeTakeFirst()) !== undefined
}
