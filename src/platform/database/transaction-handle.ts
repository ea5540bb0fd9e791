import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import type { ClientBase, QueryResultRow } from 'pg'
import type { Transaction } from './database.ts'
import { isAboutRows, isReading } from './statement-kinds.ts'

/** What may be said: whole scripts (the owner's migrations), one statement about rows at a time (staff), or one that reads at a time (the public). */
export type Statements = 'scripts' | 'rows' | 'readings'

/** The handle that the work of one transaction is given; it stops working when the transaction is over. */
export interface OpenTransaction extends Transaction {
  end(): void
}

/** Kysely over one client that is inside a transaction already. Queries started together wait for one another. */
export function transactionHandle(client: ClientBase, statements: Statements): OpenTransaction {
  const connection = new OneConnection(client, statements)
  const kysely = new Kysely<unknown>({
    dialect: {
      createDriver: () => new OneConnectionDriver(connection),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  })
  return {
    tables: () => kysely as never,
    reader: { tables: () => kysely as never },
    end: () => connection.end(),
  }
}

class OneConnection implements DatabaseConnection {
  readonly #client: ClientBase
  readonly #statements: Statements
  #last: Promise<unknown> = Promise.resolve()
  #isOver = false

  constructor(client: ClientBase, statements: Statements) {
    this.#client = client
    this.#statements = statements
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#isOver) throw new Error('This transaction is over; its handle was kept too long')
    const run = this.#last.then(() => this.#run<R>(query))
    this.#last = run.catch(() => undefined)
    return await run
  }

  async #run<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#statements === 'readings' && !isReading(query.sql)) throw new Error('The public may only read')
    if (this.#statements === 'rows' && !isAboutRows(query.sql)) throw new Error('Staff may only read and write rows')
    // The extended protocol refuses a second statement after a semicolon.
    const queryMode = this.#statements === 'scripts' ? 'simple' : 'extended'
    const config = { text: query.sql, values: [...query.parameters], queryMode }
    const result = await this.#client.query<R & QueryResultRow>(config)
    // Several statements give several results; the last one stands for all.
    const last = Array.isArray(result) ? (result.at(-1) as typeof result) : result
    return { rows: last.rows, ...(last.rowCount === null ? {} : { numAffectedRows: BigInt(last.rowCount) }) }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Rows are not streamed here: read a page at a time')
  }

  end(): void {
    this.#isOver = true
  }
}

class OneConnectionDriver implements Driver {
  readonly #connection: OneConnection

  constructor(connection: OneConnection) {
    this.#connection = connection
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  async beginTransaction(): Promise<void> {
    throw new Error('A transaction is open already; write through its handle')
  }

  async commitTransaction(): Promise<void> {}

  async rollbackTransaction(): Promise<void> {}

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}
