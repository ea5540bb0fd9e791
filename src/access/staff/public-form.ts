import type { LocalDate } from '#core/dates.ts'
import type { Answer } from '#platform/http/answers.ts'
import type { CsrfToken } from '#platform/pages/form.ts'
import type { Context } from '../act.ts'
import type { PostedForm } from './posted-form.ts'

/** One visit to a form that anybody may fill in without signing in. */
export interface FormVisit {
  /** The actor is the public: what it may do is decided by the verb as ever. */
  readonly context: Context
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly form: PostedForm
  /** For the form's hidden field; the door has checked it where something was posted. */
  readonly token: CsrfToken
  /** The visitor's address on the network, where it is known; what it is used for must not keep it. */
  readonly address?: string
  readonly today: LocalDate
  readonly now: Date
  readonly origin: string
}

/** A public address with a form: the pages are never kept by a cache, and posting is limited by address. */
export interface PublicForm<App> {
  readonly path: string
  /** The path holds a secret that was mailed to somebody: so reading is limited by address too. */
  readonly hasSecret?: true
  readonly show: (visit: FormVisit, app: App) => Promise<Answer>
  readonly submit: (visit: FormVisit, app: App) => Promise<Answer>
  /** Of an address that is itself a secret: what mail programs send it at the press of their own button (RFC 8058). They have no token of a form. */
  readonly oneClick?: (visit: FormVisit, app: App) => Promise<Answer>
}
