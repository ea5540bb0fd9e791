import { AsyncLocalStorage } from 'node:async_hooks'
import type { ClientBase, Pool } from 'pg'
import type { Statements, OpenTransaction } from './transaction-handle.ts'
import { transactionHandle } from './transaction-handle.ts'

interface Turn {
  isOver: boolean
}

const current = new AsyncLocalStorage<Turn>()

/**
 * Throws where a transaction is open in this chain of calls. The embedded database has one session, so a second transaction
 * opened inside the first would wait for ever; on a server it would escape the first one's rollback.
 */
export function assertNoOpenTransaction(): void {
  const turn = current.getStore()
  if (turn !== undefined && !turn.isOver) {
    throw new Error('A transaction is open here already: query through its handle, or wait until it is over')
  }
}

/** How transactions of one kind are run. */
interface Manner {
  readonly pool: Pool
  readonly opening: string
  readonly statements: Statements
  /** Said when the transaction is over and before the connection goes back to its pool. */
  readonly renewal: string | undefined
}

/** Runs `work` between the opening and COMMIT on a client of the pool; any throw rolls everything back. */
export async function runTransaction<T>(
  { pool, opening, statements, renewal }: Manner,
  work: (tx: OpenTransaction) => Promise<T>,
): Promise<T> {
  assertNoOpenTransaction()
  const turn: Turn = { isOver: false }
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(opening)
    const tx = transactionHandle(client, statements)
    const value = await current.run(turn, () => work(tx)).finally(() => tx.end())
    await commit(client)
    return value
  } catch (error) {
    broken = await say(client, 'ROLLBACK')
    throw error
  } finally {
    turn.isOver = true
    if (renewal !== undefined) broken ??= await say(client, renewal)
    client.release(broken)
  }
}

/** A transaction that failed half-way and was kept going answers COMMIT with ROLLBACK: nothing was saved, and that is an error. */
async function commit(client: ClientBase): Promise<void> {
  const result = await client.query('COMMIT')
  if (result.command !== 'COMMIT') throw new Error('Nothing was saved: a statement of this transaction failed and its error was swallowed')
}

/** Gives back the error after which the connection cannot be used again. */
async function say(client: ClientBase, text: string): Promise<Error | undefined> {
  try {
    await client.query(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
