import { csvFile } from '#platform/documents/tables/csv.ts'
import { columns, type Field } from './columns.ts'
import type { FigureRow } from './figure-row.ts'

/** The rows as comma-separated values for machines: no cell is blank, and one that holds nothing says why in shorthand without brackets. */
export function figuresCsv(rows: readonly FigureRow[]): string {
  return csvFile({ headings: columns.map(({ name }) => name), rows: rows.map((row) => columns.map(({ of }) => cell(of(row)))) })
}

function cell(field: Field): string {
  return 'why' in field ? field.why : String(field.value)
}
