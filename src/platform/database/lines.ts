import type { ClientBase, Pool } from 'pg'

/** The connections to a database, by who uses them. */
export interface Lines {
  readonly staff: Pool
  /** The owner of the schema: migrations, backups. */
  readonly owner: Pool
  /** Whoever reads what is published. */
  readonly readers: Pool
  /** The job queue. */
  readonly jobs: Pool
  /** How a transaction of the readers begins. */
  readonly publicOpening: string
  /** Said after each transaction of staff and readers, so that no setting and no lock outlives it; undefined where the line sees to it by itself. */
  readonly renewal: string | undefined
  close(): Promise<void>
}

/** A pool in which a connection that breaks fails the query that uses it, if any, and is replaced; it never ends the process. */
export function watched(pool: Pool): Pool {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Lends a connection outside any transaction; after an error it is thrown away, with whatever it had begun. */
export async function withClient<T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const value = await work(client)
    client.release()
    return value
  } catch (error) {
    client.release(true)
    throw error
  }
}
