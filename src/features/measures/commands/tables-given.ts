import { numberInFile } from '#core/number-in-file.ts'
import { ok, type Fault, type Outcome } from '#core/outcome.ts'
import { csvRows, type Columns, type CsvRow } from '#platform/files/csv-rows.ts'
import { readImportFiles } from '#platform/files/import-files.ts'

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
    tables.push({ file: file.name, rows: rows.value })
  }
  return ok(tables)
}

/** The number in a cell; not a number where there is none, and then a fault joins the others. */
export function numberIn<Column extends string>(file: string, { row, cells }: CsvRow<Column>, field: Column, faults: Fault[]): number {
  const read = numberInFile(cells[field])
  if ('value' in read) return read.value
  faults.push({ file, row, field, found: cells[field], message: read.message })
  return Number.NaN
}
