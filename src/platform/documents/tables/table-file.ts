/** A table that leaves the house as a file: one row of headings, then the rows, all text. */
export interface TableOfText {
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
