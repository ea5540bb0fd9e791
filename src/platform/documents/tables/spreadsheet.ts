import type { LocalDate } from '#core/dates.ts'

/** Sheets that leave the house as one file, to be opened in a spreadsheet program. Written as Office Open XML by `xlsxFile` and as OpenDocument by `odsFile`. */
export interface Spreadsheet {
  readonly title: string
  /** Who gives it out. */
  readonly creator?: string
  readonly description?: string
  readonly createdAt?: Date
  readonly sheets: readonly Sheet[]
}

/** A sheet: lines in column A, the first its heading, and below them at most one table, which begins in column A as well. */
export interface Sheet {
  /** On its tab: at most 31 characters; others may stand in the way of the format and are left out. */
  readonly name: string
  readonly lines?: readonly Cell[]
  readonly table?: SheetTable
}

/** A table that both formats mark as one: one row of headings, each another, and rows as long as it. */
export interface SheetTable {
  /** For formulas: a word of letters and figures, another in each table. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface SheetColumn {
  readonly heading: string
  /** In characters. */
  readonly width?: number
}

/** What stands in a cell. A text is never a formula, whatever it begins with; an empty one is an empty cell. */
export type Cell =
  | string
  | number
  /** A number shown to so many places. */
  | { readonly number: number; readonly decimals: number }
  | { readonly date: LocalDate }
  /** A link to the beginning of another sheet, or to an address. */
  | { readonly text: string; readonly sheet: string }
  | { readonly text: string; readonly address: string }

/** Characters in a column of which nothing is said. */
export const usualWidth = 24

/** A, B … Z, AA, AB … */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}

/** At most 31 characters, none of those that the formats keep for themselves. */
export function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31)
}

/** The place of the table in its sheet, the row of headings included: rows count from 1. */
export interface Place {
  readonly head: number
  readonly last: number
  readonly columns: number
}

/** Where the table of a sheet stands; undefined where it has none. Throws on what the formats cannot hold: no row, or a heading that stands twice. */
export function placeOf({ lines = [], table }: Sheet): Place | undefined {
  if (table === undefined) return undefined
  const headings = table.columns.map(({ heading }) => heading.toLowerCase())
  if (headings.includes('') || new Set(headings).size < headings.length) throw new Error(`Table ${table.name}: each column needs a heading of its own`)
  if (table.rows.some((row) => row.length !== headings.length)) throw new Error(`Table ${table.name}: a row is not as long as its headings`)
  return { head: lines.length + 1, last: lines.length + 1 + table.rows.length, columns: headings.length }
}
