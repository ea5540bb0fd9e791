import { CsvError, parse } from 'csv-parse/sync'
import { refuse, ok, type Outcome } from '#core/outcome.ts'
import { isOfLength, lengthFault, readHeader, type Columns } from './csv-header.ts'
import { otherSeparator } from './csv-separator.ts'

/** A line of a CSV file by the names of its columns; what a line leaves out is an empty text. */
export interface CsvRow<Column extends string> {
  /** Line of the file, the header being 1. */
  readonly row: number
  readonly cells: Readonly<Record<Column, string>>
}

/** Reads a CSV file (RFC 4180, a header row): refuses unknown, missing and repeated columns by name, and lines with too many or too few cells by number. */
export function csvRows<Column extends string>(file: string, text: string, { needed, optional = [] }: Columns<Column>): Outcome<CsvRow<Column>[]> {
  const lines = linesOf(file, text, needed)
  if (!lines.ok) return lines
  const [header, ...rest] = lines.value
  if (header === undefined) return refuse('invalid', `${file} is empty. Its first row names the columns: ${needed.join(',')}.`, [{ file, message: 'The file is empty.' }])
  const read = readHeader(file, header.record, { needed, optional }, 'refused')
  const { names } = read
  const faults = read.faults.length > 0 ? read.faults : rest.filter(({ record }) => !isOfLength(record, read)).map(({ row, record }) => lengthFault(file, row, record, read))
  if (faults.length > 0) return refuse('invalid', `${file} was not read, because of what is listed here.`, faults)
  const columns = [...needed, ...optional]
  return ok(rest.map(({ row, record }) => ({ row, cells: Object.fromEntries(columns.map((column) => [column, record[names.indexOf(column)]?.trim() ?? ''])) as Record<Column, string> })))
}

interface Line {
  readonly row: number
  readonly record: readonly string[]
}

function linesOf(file: string, text: string, needed: readonly string[]): Outcome<Line[]> {
  try {
    const parsed = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[]
    return ok(parsed.map(({ record, info }) => ({ row: info.lines, record })))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error['lines'] ?? Number.NaN)
    const fault = { file, ...(Number.isNaN(row) ? {} : { row }), message: 'A quotation mark is not closed, or stands inside a cell. Put the cell in quotes and write a quotation mark in it twice.' }
    return refuse('invalid', `${file} is not a CSV file.`, [otherSeparator(file, text.split('\n')[0] ?? '', needed) ?? fault])
  }
}
