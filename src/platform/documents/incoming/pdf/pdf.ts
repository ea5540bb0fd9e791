/** What stands in a PDF. */
export interface IncomingPdf {
  readonly pages: number
  readonly title?: string
  /** Whom the file's properties name, for every reader to see. */
  readonly author?: string
  /** Markdown paragraphs in which everything is text. */
  readonly text: string
  /** Whether it says what its headings, lists and tables are, for readers who cannot see it. */
  readonly isTagged: boolean
  /** False where its pages are only pictures, as of a scanned paper. */
  readonly hasText: boolean
  /** Whether it has more text than was read. */
  readonly isCut: boolean
  /** Remarks, highlights and form fields that whoever opens it will see. */
  readonly comments: number
}
