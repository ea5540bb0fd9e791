import type { Kysely } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'

/**
 * The database as features see it. One PostgreSQL dialect, embedded or a server behind the same driver.
 * There is no way to query outside a transaction, and inside one the database role is fixed:
 * `write` and `read` run as staff, `readPublished` as the public role, which can see only the schema `published`.
 * Opening a transaction while another is open in the same chain of calls is a defect and throws at once.
 */
export interface Database {
  readonly kind: 'embedded' | 'server'
  /** Whose rows this handle sees; every row of every table belongs to one council. */
  readonly council: string
  /** A read-write transaction as staff. `actor` is written into the session so that the database can record who acts. */
  write<T>(actor: string, work: (tx: Transaction) => Promise<T>): Promise<T>
  /** A read-only transaction as staff; all its queries see the same moment. */
  read<T>(actor: string, work: (reader: Reader) => Promise<T>): Promise<T>
  /** A read-only transaction as the public: only what is published, all its queries at the same moment. May run on a replica. */
  readPublished<T>(work: (reader: Reader) => Promise<T>): Promise<T>
  /** As the owner of the schema: migrations, backup, restore, first set-up. Never handed to a feature. */
  owner<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** The job queue's own statements, outside transactions and as the login itself. Never handed to a feature. */
  queue(text: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>
  /** Waits for the transactions that are open, then lets the store go. */
  close(): Promise<void>
}

/** A handle for reading. `tables<T>()` names the tables the caller declares in its own `tables.ts`. */
export interface Reader {
  tables<T>(): ReadonlyKysely<T>
}

/** A handle for reading and writing inside one transaction. */
export interface Transaction {
  tables<T>(): Kysely<T>
  /** The same transaction for code that only reads. */
  readonly reader: Reader
}

/** One step of the schema, in SQL, run once as the owner inside a transaction. Listed by hand in `src/entry/migrations.ts`. */
export interface Migration {
  /** `0001-files`, unique, kept for ever. */
  readonly name: string
  readonly up: (tx: Transaction) => Promise<void>
}
