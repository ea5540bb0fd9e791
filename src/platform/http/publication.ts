import { sql } from 'kysely'
import type { Database, Migration, Transaction } from '#platform/database/database.ts'

interface RevisionTable {
  'published.revision': { one_row: boolean; number: number }
}

const firstRevision = 1

/** How often, at most, a process asks whether something was published elsewhere. */
const askEvery = 1000

/** One row that counts publications; every process learns from it that its kept pages are out of date. It is no record, and so may change. */
export const publicationRevision: Migration = {
  name: '0001-publication-revision',
  up: async (tx) => {
    const tables = tx.tables<RevisionTable>()
    await sql`create table published.revision (one_row boolean primary key default true check (one_row), number bigint not null)`.execute(tables)
    await tables.insertInto('published.revision').values({ one_row: true, number: firstRevision }).execute()
    await sql`grant update on published.revision to golden_staff`.execute(tables)
  },
}

/** To be called in the transaction of every publication, last, since others that publish wait here until it commits. */
export async function markPublished(tx: Transaction): Promise<void> {
  await tx
    .tables<RevisionTable>()
    .updateTable('published.revision')
    .set({ number: sql`number + 1` })
    .execute()
}

/** What this process knows of the publication count. */
export interface PublishedRevision {
  /** The count, at most a second old. */
  readonly current: () => Promise<number>
  /** Something may just have been published here: ask again at the next request. */
  readonly forget: () => void
}

/** Watches the count in the database that public pages are read from, replica included. */
export function watchPublications(
  database: Pick<Database, 'readPublished'>,
  milliseconds: () => number = () => performance.now(),
): PublishedRevision {
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<number> | undefined
  return {
    current: () => {
      if (answer !== undefined && milliseconds() - asked < askEvery) return answer
      asked = milliseconds()
      answer = readRevision(database)
      // A failed reading is not kept: the request that saw it fails, the next one asks again.
      answer.catch(() => (answer = undefined))
      return answer
    },
    forget: () => {
      answer = undefined
    },
  }
}

async function readRevision(database: Pick<Database, 'readPublished'>): Promise<number> {
  const row = await database.readPublished((reader) =>
    reader.tables<RevisionTable>().selectFrom('published.revision').select('published.revision.number').executeTakeFirstOrThrow(),
  )
  return row.number
}

/** No publication was ever made in this store. */
export async function nothingPublished(database: Pick<Database, 'readPublished'>): Promise<boolean> {
  return (await readRevision(database)) === firstRevision
}
