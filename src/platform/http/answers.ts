import type { Html } from '#platform/pages/html.ts'
import type { Reader } from '#platform/database/database.ts'
import type { LocalDate } from '#core/dates.ts'
import type { FileAnswer } from './file-headers.ts'

/** A step of the path to this page, shown above its heading. */
interface Crumb {
  readonly text: string
  readonly href: string
}

/** What a page function answers; the door turns it into a response. */
export type Answer =
  | {
      readonly kind: 'page'
      /** The heading and, with the council's name, the title of the window. */
      readonly title: string
      readonly body: Html
      readonly crumbs?: readonly Crumb[]
      /** One sentence for search engines and link previews. */
      readonly description?: string
      /** Feeds and files that say the same, put in the head as alternates. */
      readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title: string }[]
      readonly status?: 200 | 400 | 404 | 409 | 410 | 429 | 500 | 503
      /** Something that was typed could not be used: the title of the window begins with "Error:". */
      readonly hasFaults?: boolean
    }
  /** What is for programs says in its own form, too, that something was asked wrongly. */
  | ({ readonly kind: 'file'; readonly status?: 200 | 400 | 404 | 500 } & FileAnswer)
  | { readonly kind: 'moved'; readonly to: string; readonly permanent?: boolean }
  /** Nothing is published at this address; the message says what to try instead. */
  | { readonly kind: 'not-found'; readonly message: string }

/** What a public page is given: the address, the day, and a handle that can read only what is published. */
export interface PublicRequest {
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** What a program sent with its question, where the address takes it: a form, or a text such as XML. */
  readonly posted?: URLSearchParams | string
  readonly today: LocalDate
  /** `https://council.example` without a trailing slash, for feeds and other absolute addresses. */
  readonly origin: string
  /** Whose site it is, for feeds that name an author. */
  readonly publisher?: string
  /** The address of the licence under which the council gives its record away, for files that programs read. */
  readonly dataLicence?: string | undefined
  readonly read: Reader
  /** Bytes of a published file by its checksum. */
  readonly file: (checksum: string) => Promise<Uint8Array | undefined>
}

/** A public address and what answers it. Paths are written as Fastify writes them: `/bodies/:body`. */
export interface PublicPage {
  readonly path: string
  readonly answer: (request: PublicRequest) => Promise<Answer>
  /** Programs may ask by POST as well, as some old calls do. They read by it as by GET: nothing is ever written. */
  readonly isAskedByPost?: boolean
  /** Of an address that programs read: how it says that it cannot answer, in the form that they read. Elsewhere that is a page. */
  readonly sayError?: SayError
}

/** What went wrong, in plain words, as a file of the form in which an address answers. */
export type SayError = (words: string) => FileAnswer
