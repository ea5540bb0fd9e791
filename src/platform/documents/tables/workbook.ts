import type { TableOfText } from './table-file.ts'
import { xlsxFile } from './xlsx/xlsx-file.ts'

/** The media type of a workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The table as a workbook of one sheet (Office Open XML), its headings bold and always in sight. Every cell is text, so nothing in it is ever a formula. */
export function workbookFile(name: string, { headings, rows }: TableOfText): Uint8Array {
  return xlsxFile({ title: name, sheets: [{ name, table: { name: 'Table1', columns: headings.map((heading) => ({ heading })), rows } }] })
}
