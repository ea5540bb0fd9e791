import type { ClientBase, Pool } from 'pg'

/** The connections to a database, by who uses them. */
export interface Lines {
  /** Staff and, for migrations and backups, the owner. */
  readonly staff: Pool
  /** Whoever reads what is published. */
  readonly readers: Pool
  /** The job queue. */
  readonly jobs: Pool
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
