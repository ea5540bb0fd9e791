import type { Database } from './database.ts'
import { withClient } from './lines.ts'
import type { Lines } from './lines.ts'
import { openingText, staffOpening } from './opening.ts'
import { assertNoOpenTransaction, runTransaction } from './run-transaction.ts'

/** The contract over the connections: which role, which mode and which line each kind of transaction gets. */
export function databaseOver(kind: Database['kind'], council: string, lines: Lines): Database {
  const { renewal } = lines
  const staff = { pool: lines.staff, statements: 'rows', renewal } as const
  const readers = { pool: lines.readers, opening: lines.publicOpening, statements: 'readings', renewal } as const
  const ownerOpening = openingText({ role: 'golden_owner', council, actor: 'owner', mode: 'read write' })
  const owner = { pool: lines.owner, opening: ownerOpening, statements: 'scripts', renewal } as const
  return {
    kind,
    council,
    write: async (actor, work) => await runTransaction({ ...staff, opening: staffOpening(council, actor, 'read write') }, work),
    read: async (actor, work) => await runTransaction({ ...staff, opening: staffOpening(council, actor, 'read only') }, (tx) => work(tx.reader)),
    readPublished: (work) => runTransaction(readers, (tx) => work(tx.reader)),
    owner: (work) => runTransaction(owner, work),
    queue: async (text, values) => {
      assertNoOpenTransaction()
      return await withClient(lines.jobs, (client) => client.query(text, values === undefined ? undefined : [...values]))
    },
    close: () => lines.close(),
  }
}
