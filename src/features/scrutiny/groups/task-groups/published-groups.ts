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

/** Editions published after a moment, the oldest first. */
export async function groupsChangedSince(reader: Reader, since: Date, limit: number): Promise<ChangedGroup[]> {
  const rows = await editions(reader).where('edition.published_at', '>', since).orderBy('edition.published_at').limit(limit).execute()
  return rows.map(changed)
}

/** The latest editions of the groups that a body commissioned, or of any. */
export async function latestGroupChanges(reader: Reader, body: string | undefined, limit: number): Promise<ChangedGroup[]> {
  let query = editions(reader)
  if (body !== undefined) query = query.where((where) => where.or([where('list.commissioned_by', '=', body), where('list.own_body', '=', body)]))
  return (await query.orderBy('edition.published_at', 'desc').limit(limit).execute()).map(changed)
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

