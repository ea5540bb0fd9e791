import type { Outcome } from '#core/outcome.ts'

/** A document to be set. */
export interface TypesetJob {
  /** Typst code that the product itself holds; it reads what people typed from `data.json`, where no text is ever code. */
  readonly source: string
  /** Becomes `data.json`. */
  readonly data: unknown
  /** More data by file name: a part of the document with a file of its own is not set again while its file is the same. */
  readonly parts?: ReadonlyMap<string, unknown>
  /** Other files that the source may read, by name: pictures, code that it imports. It can read nothing else. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface Typeset {
  /** A file to the standard PDF/UA-1. */
  readonly pdf: Uint8Array
  /** The values of `#metadata(…) <mark>` in the order of the document, such as the page on which a part begins. */
  readonly marks: readonly unknown[]
}

export interface TypesetLimits {
  readonly seconds: number
  readonly megabytes: number
}

/** How far the work is: the pages are being set, then so many pages are written as a file. Both may come again where text cannot be shown. */
export type TypesetStage = { readonly kind: 'setting' } | { readonly kind: 'writing'; readonly pages: number }

/** Hears how far the work is. */
export type Told = (stage: TypesetStage) => void

export type Typesetter = (job: TypesetJob, told?: Told) => Promise<Outcome<Typeset>>

export const usualLimits: TypesetLimits = { seconds: 60, megabytes: 1500 }
