import type { Html } from '#platform/pages/html.ts'
import type { Context } from '../act.ts'
import type { Cookie, CookieJar } from '../sessions/cookies.ts'
import type { CurrentSession } from '../sessions/current-session.ts'
import type { SessionLimits } from '../sessions/session-limits.ts'
import type { SingleSignOn } from '../single-sign-on/single-sign-on.ts'

/** How this council lets people in; made once, in `entry/app.ts`. */
export interface SignInDoor {
  /** The setting SECRET_KEY: it signs form tokens. */
  readonly secretKey: string
  readonly sessions: SessionLimits
  /** Accounts unused for so many days cannot sign in. */
  readonly unusedDays: number
  readonly singleSignOn?: SingleSignOn
  /** Whom to ask about accounts and passwords, as a sentence: "Write to …". */
  readonly whomToAsk: () => Html
}

/** One request at the sign-in pages, from somebody who is not known yet. */
export interface Visit {
  /** The actor is the public. */
  readonly context: Context
  /** `https://council.example`, without a trailing slash. */
  readonly origin: string
  /** The client's IP address. */
  readonly address: string
  /** The real moment. */
  readonly now: Date
  readonly cookies: CookieJar
  readonly query: URLSearchParams
  /** The posted form; empty for GET. */
  readonly fields: Readonly<Record<string, string>>
}

/** What the web door sends, with these cookies set. */
export type SignInAnswer =
  | {
      readonly kind: 'page'
      readonly status: 200 | 400 | 403 | 404 | 429 | 503
      readonly title: string
      readonly body: Html
      readonly hasFaults: boolean
      readonly cookies: readonly Cookie[]
      /** Who is signed in from this answer on; without it, whoever the cookies of the request say. */
      readonly session?: CurrentSession
    }
  /** See other (303). `clearsStorage`: the browser is to forget what our pages kept in it. */
  | { readonly kind: 'moved'; readonly to: string; readonly cookies: readonly Cookie[]; readonly clearsStorage?: boolean }

export interface SignInRoute {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly answer: (door: SignInDoor, visit: Visit) => Promise<SignInAnswer>
}
