import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import type { PublishedReleaseTables } from '../tables.ts'

const most = 50

/** The posts in whose name releases were approved, those of the last ones first. One query. */
export async function postsThatApproved(reader: Reader): Promise<readonly string[]> {
  const post = sql<string>`out.document ->> 'approvedBy'`
  const rows = await reader.tables<PublishedReleaseTables>().selectFrom('published.releases as out').select(post.as('post')).groupBy(post).orderBy(sql`max(out.published_at)`, 'desc').limit(most).execute()
  return rows.map((row) => row.post).filter((one) => one !== '')
}
