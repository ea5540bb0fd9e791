import type { Database } from './database.ts'
import { withClient } from './lines.ts'
import type { Lines } from './lines.ts'
import { openingText, publicOpening } from './opening.ts'
import { assertNoOpenTransaction, runTransaction } from './run-transaction.ts'

/** The contract over the connections: which role, which mode and which line each kind of transaction gets. */
export function databaseOver(kind: Database['kind'], council: string, lines: Lines): Database {
  const readPublished = publicOpening(council)
  const ownerOpening = openingText({ role: 'golden_owner', council, actor: 'owner', mode: 'read write' })
  return {
    kind,
    council,
    write: async (actor, work) => {
      const opening = openingText({ role: 'golden_staff', council, actor, mode: 'read write' })
      return await runTransaction(lines.staff, opening, 'statements', work)
    },
    read: async (actor, work) => {
      const opening = openingText({ role: 'golden_staff', council, actor, mode: 'read only' })
      return await runTransaction(lines.staff, opening, 'statements', (tx) => work(tx.reader))
    },
    readPublished: (work) => runTransaction(lines.readers, readPublished, 'readings', (tx) => work(tx.reader)),
    owner: (work) => runTransaction(lines.staff, ownerOpening, 'scripts', work),
    queue: async (text, values) => {
      assertNoOpenTransaction()
      return await withClient(lines.jobs, (client) => client.query(text, values === undefined ? undefined : [...values]))
    },
    close: () => lines.close(),
  }
}
