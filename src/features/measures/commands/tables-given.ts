import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Columns } from '#platform/files/csv-header.ts'
import { csvRows, type CsvRow } from '#platform/files/csv-rows.ts'
import { readImportFiles } from '#platform/files/import-files.ts'
import { numberGiven } from './number-given.ts'

/** A CSV file that was named on the line. */
export interface TableGiven<Column extends string> {
  readonly file: string
  readonly rows: readonly CsvRow<Column>[]
}

/** Reads the CSV files that somebody names, all with the same columns; the first that cannot be read is refused with what to do. */
export async function tablesGiven<Column extends string>(names: readonly string[], folder: string, columns: Columns<Column>): Promise<Outcome<TableGiven<Column>[]>> {
  const files = await readImportFiles(names, folder)
  if (!files.ok) return files
  const tables: TableGiven<Column>[] = []
  for (const file of files.value) {
    const text = file.text()
    if (!text.ok) return text
    const rows = csvRows(file.name, text.value, columns)
    if (!rows.ok) return rows
    if (rows.value.length === 0) return refuse('invalid', `${file.name} names its columns and has no line below them. Put what is counted there, a line each.`)
    tables.push({ file: file.name, rows: rows.value })
  }
  return ok(tables)
}

/** The number in a cell; not a number where there is none, and then a fault joins the others. */
export function numberIn<Column extends string>(file: string, { row, cells }: CsvRow<Column>, field: Column, faults: Fault[]): number {
  const read = numberGiven(cells[field])
  if ('value' in read) return read.value
  faults.push({ file, row, field, ...(cells[field] === '' ? {} : { found: cells[field] }), message: read.message })
  return Number.NaN
}
