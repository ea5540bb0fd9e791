import type { Reader } from '#platform/database/database.ts'
import type { Body } from './body.ts'
import type { BodiesTables } from './tables.ts'

/** The latest published edition of a body; undefined where none is. */
export async function publishedBody(reader: Reader, slug: string): Promise<{ body: Body; edition: number } | undefined> {
  const row = await reader
    .tables<BodiesTables>()
    .selectFrom('published.current_bodies')
    .select(['published.current_bodies.record', 'published.current_bodies.edition'])
    .where('published.current_bodies.slug', '=', slug)
    .executeTakeFirst()
  return row === undefined ? undefined : { body: row.record, edition: row.edition }
}

/** Every published body, by name. */
export async function publishedBodies(reader: Reader): Promise<Body[]> {
  const rows = await reader
    .tables<BodiesTables>()
    .selectFrom('published.current_bodies')
    .select('published.current_bodies.record')
    .orderBy('published.current_bodies.name')
    .execute()
  return rows.map((row) => row.record)
}

/** Every body as meetings name it, by name: what is in force under each slug today. */
export async function bodyNames(reader: Reader): Promise<Map<string, string>> {
  const rows = await reader
    .tables<BodiesTables>()
    .selectFrom('published.current_bodies')
    .select(['published.current_bodies.slug', 'published.current_bodies.name'])
    .orderBy('published.current_bodies.name')
    .execute()
  return new Map(rows.map((row) => [row.slug, row.name]))
}
