import type { LocalDate } from '#core/dates.ts'
import type { FileAnswer } from '#platform/http/file-headers.ts'
import type { Context } from '../act.ts'

/** One visit to an address that holds a secret. */
interface TokenVisit {
  /** The actor is the public: whose address it is, the feature finds by the secret. */
  readonly context: Context
  readonly params: Readonly<Record<string, string>>
  readonly today: LocalDate
  readonly now: Date
  readonly origin: string
}

/** An address with a secret in its path, for programs that cannot sign in: a private calendar. Nothing of it is kept, and the log has the path's pattern only. */
export interface TokenPage<App> {
  readonly path: string
  readonly answer: (visit: TokenVisit, app: App) => Promise<({ readonly kind: 'file' } & FileAnswer) | { readonly kind: 'not-found'; readonly message: string }>
}
