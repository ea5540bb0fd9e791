/** The tables of a workbook or of a CSV file. */
export interface IncomingSheets {
  readonly sheets: readonly IncomingSheet[]
  /** The names of hidden sheets, which are left out. */
  readonly hidden: readonly string[]
  /** Whether rows or columns of the sheets that are shown are hidden; the tables have them. */
  readonly hasHiddenCells: boolean
  /** Whether other documents are built in. */
  readonly hasEmbedded: boolean
}

export interface IncomingSheet {
  readonly name: string
  /** With its caption line, `Table: ` and the name; empty for an empty sheet. */
  readonly markdownTable: string
  /** In the file, the heading row included. */
  readonly rows: number
  readonly columns: number
  /** Whether the table holds fewer rows or columns than the file. */
  readonly isCut: boolean
}
