import type { Outcome } from '#core/outcome.ts'
import { ok } from '#core/outcome.ts'
import type { Database } from './database.ts'
import { databaseOver } from './database-over.ts'
import { openEmbedded } from './embedded/open-embedded.ts'
import { openServer } from './open-server.ts'

/** Where the data is, and which council's rows of it are meant. */
export type OpenOptions = { readonly council: string } & (
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string; readonly readUrl?: string }
)

/**
 * Opens the database and makes its roles and schemas where they are missing; tables come by `migrate`. Refuses a folder that another
 * process uses, a server that cannot be reached, and logins that would let the public see more than what is published.
 */
export async function openDatabase(options: OpenOptions): Promise<Outcome<Database>> {
  const { council } = options
  const lines = options.kind === 'embedded' ? await openEmbedded(options.folder, council) : await openServer(options, council)
  return lines.ok ? ok(databaseOver(options.kind, council, lines.value)) : lines
}
