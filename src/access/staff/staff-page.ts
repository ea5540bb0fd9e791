import type { LocalDate } from '#core/dates.ts'
import type { Refusal } from '#core/outcome.ts'
import type { FileAnswer } from '#platform/http/file-headers.ts'
import type { Html } from '#platform/pages/html.ts'
import type { Context } from '../act.ts'
import type { CurrentSession } from '../sessions/current-session.ts'
import type { PostedForm } from './posted-form.ts'

/** One request of somebody who is signed in. */
export interface StaffRequest {
  /** The actor is the person who is signed in; the door is the web. */
  readonly context: Context
  /** For `csrfInput(request.session.formToken)`, and the person's own name. */
  readonly session: CurrentSession
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** What was posted; empty for GET. */
  readonly form: PostedForm
  /** The product's day. */
  readonly today: LocalDate
  /** The real moment. */
  readonly now: Date
  /** `https://council.example`, without a trailing slash. */
  readonly origin: string
}

interface Crumb {
  readonly text: string
  readonly href: string
}

/** What a page behind the sign-in answers; the door turns it into a response that no cache may keep. */
export type StaffAnswer =
  | {
      readonly kind: 'page'
      readonly title: string
      readonly body: Html
      /** The way here, from the page after "Your work" (`/staff`), which the door puts first. */
      readonly crumbs?: readonly Crumb[]
      readonly status?: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 429 | 503
      /** Something that was typed could not be used: the title of the window begins with "Error:". */
      readonly hasFaults?: boolean
    }
  /** See other (303): what was posted is done. */
  | { readonly kind: 'moved'; readonly to: string }
  | ({ readonly kind: 'file' } & FileAnswer)
  /** To our own scripts, as JSON. */
  | { readonly kind: 'data'; readonly status?: 200 | 400 | 403 | 404 | 409 | 413 | 503; readonly body: unknown }
  /** A page that says why, with the status of the refusal's kind. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** An address below `/staff`, written as Fastify writes it: `/staff/meetings/:meeting`. `App` names the part of the product that it needs. */
export interface StaffPage<App> {
  readonly path: string
  /** GET. */
  readonly show?: (request: StaffRequest, app: App) => Promise<StaffAnswer>
  /** POST. The door has checked that the form came from a page of this session; where the session is over, it keeps what was typed. */
  readonly submit?: (request: StaffRequest, app: App) => Promise<StaffAnswer>
  /** The form may hold files of so many bytes together; without it the form is plain. */
  readonly largestUpload?: number
}
