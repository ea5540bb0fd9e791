import type { Cell, Sheet, SheetColumn } from '#platform/documents/tables/spreadsheet.ts'

/** A sheet with one table, before it is told what stands above it. */
export interface TableSheet {
  /** On its tab, and the name of its table. */
  readonly name: string
  /** For the list of sheets. */
  readonly holds: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** What stands where there is nothing to say: no cell is left blank. */
export const notApplicable = '[z]'

/** The sheet with its heading and what one has to know to read it above the table. */
export function withLines({ name, holds, columns, rows }: TableSheet, release: string): Sheet {
  return {
    name,
    lines: [holds, `${release}. This sheet holds one table.`, 'Words in square brackets: [note 1] and so on stand in the sheet Notes, others such as [c] in the sheet Shorthand.'],
    table: { name, columns, rows },
  }
}
