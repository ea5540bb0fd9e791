import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import type { GroupsTables } from '../tables.ts'
import type { PublicTaskGroup } from './task-group.ts'

/** What the public read of a group when. */
export interface GroupEdition {
  readonly edition: number
  readonly note: string
  readonly publishedAt: Date
}

/** A group as the public reads it; undefined where none has this address. */
export async function publishedGroup(reader: Reader, slug: string): Promise<PublicTaskGroup | undefined> {
  const row = await reader.tables<GroupsTables>().selectFrom('published.current_task_groups as list').select('list.record').where('list.slug', '=', slug).executeTakeFirst()
  return row?.record
}

const mostEditions = 50

/** What changed of a group, the newest first. */
export function editionsOf(reader: Reader, slug: string): Promise<GroupEdition[]> {
  return reader
    .tables<GroupsTables>()
    .selectFrom('published.task_groups as edition')
    .select(['edition.edition', 'edition.note', 'edition.published_at as publishedAt'])
    .where('edition.slug', '=', slug)
    .orderBy('edition.edition', 'desc')
    .limit(mostEditions)
    .execute()
}

interface GroupFilter {
  readonly isUnderWay?: boolean
  /** Which this body commissioned, or which this body is. */
  readonly of?: string
  readonly limit: number
  /** Goes on after this group of the list. */
  readonly after?: string | undefined
}

/** Groups as the public reads them, those last changed first. */
export async function groupsInList(reader: Reader, { isUnderWay, of, limit, after }: GroupFilter): Promise<PublicTaskGroup[]> {
  let query = reader.tables<GroupsTables>().selectFrom('published.current_task_groups as list').select('list.record')
  if (isUnderWay !== undefined) query = query.where('list.is_under_way', '=', isUnderWay)
  if (of !== undefined) query = query.where((where) => where.or([where('list.commissioned_by', '=', of), where('list.own_body', '=', of)]))
  if (after !== undefined) {
    query = query.where(sql<boolean>`(list.changed_at, list.slug) < (select last.changed_at, last.slug from published.current_task_groups as last where last.slug = ${after})`)
  }
  const rows = await query.orderBy('list.changed_at', 'desc').orderBy('list.slug', 'desc').limit(limit).execute()
  return rows.map(({ record }) => record)
}

/** An edition of a group, for those who are told of news. */
export interface ChangedGroup extends GroupEdition {
  readonly slug: string
  readonly title: string
  readonly commissionedBy: string
  readonly body?: string
}

/** Editions published after a moment, the oldest first. A page goes on after the last of the page before. */
export async function groupsChangedSince(reader: Reader, since: Date, limit: number, after?: ChangedGroup): Promise<ChangedGroup[]> {
  // A moment that was read has milliseconds, and one in the store more: what was read last must not come again.
  const at = sql<Date>`date_trunc('milliseconds', edition.published_at)`
  let query = editions(reader).where('edition.published_at', '>', since)
  if (after !== undefined) {
    query = query.where('edition.published_at', '>=', after.publishedAt).where(sql<boolean>`(${at}, edition.slug, edition.edition) > (${after.publishedAt}, ${after.slug}::text, ${after.edition}::integer)`)
  }
  return (await query.orderBy(at).orderBy('edition.slug').orderBy('edition.edition').limit(limit).execute()).map(changed)
}

/** The latest editions of the groups that a body commissioned or is, or of one group, the newest first. */
export async function latestGroupChanges(reader: Reader, of: { readonly body?: string; readonly slug?: string }, limit: number): Promise<ChangedGroup[]> {
  const { body, slug } = of
  let query = editions(reader)
  if (body !== undefined) query = query.where((where) => where.or([where('list.commissioned_by', '=', body), where('list.own_body', '=', body)]))
  if (slug !== undefined) query = query.where('edition.slug', '=', slug)
  return (await query.orderBy('edition.published_at', 'desc').orderBy('edition.slug').orderBy('edition.edition', 'desc').limit(limit).execute()).map(changed)
}

function editions(reader: Reader) {
  return reader
    .tables<GroupsTables>()
    .selectFrom('published.task_groups as edition')
    .innerJoin('published.current_task_groups as list', 'list.slug', 'edition.slug')
    .select(['edition.slug', 'edition.edition', 'edition.note', 'edition.published_at as publishedAt', 'list.title', 'list.commissioned_by as commissionedBy', 'list.own_body as body'])
}

function changed({ body, ...row }: Omit<ChangedGroup, 'body'> & { readonly body: string | null }): ChangedGroup {
  return { ...row, ...(body === null ? {} : { body }) }
}

/** `/task-groups/{slug}` */
export function groupAddress(slug: string): string {
  return `/task-groups/${slug}`
}

