/** What comes of a Word document. */
export interface IncomingReport {
  readonly title?: string
  readonly markdown: string
  readonly pictures: readonly IncomingPicture[]
  readonly notCarried: readonly NotCarried[]
}

export interface IncomingPicture {
  /** As the Markdown calls it: `picture-1.png`. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/jpeg'
  /** Empty where the document says nothing: the author is asked. */
  readonly alternative: string
  /** SHA-256 in hexadecimal. */
  readonly checksum: string
}

/** Something of the document that is not in the Markdown, or is there in another shape. */
export interface NotCarried {
  /** What, and what became of it, in the words of whoever wrote the document. */
  readonly what: string
  /** Near which words, where that is known. */
  readonly where?: string
  readonly count: number
}
