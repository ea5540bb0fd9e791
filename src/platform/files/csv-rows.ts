import { CsvError, parse } from 'csv-parse/sync'
import { refuse, ok, type Fault, type Outcome } from '#core/outcome.ts'

/** A line of a CSV file by the names of its columns; what a line leaves out is an empty text. */
export interface CsvRow<Column extends string> {
  /** Line of the file, the header being 1. */
  readonly row: number
  readonly cells: Readonly<Record<Column, string>>
}

/** The columns that a file has to have, and those that it may have. */
export interface Columns<Column extends string> {
  readonly needed: readonly Column[]
  /** May be missing from the file. */
  readonly optional?: readonly Column[]
}

/** Reads a CSV file (RFC 4180, a header row): refuses unknown, missing and repeated columns by name, and lines with too many or too few cells by number. */
export function csvRows<Column extends string>(file: string, text: string, { needed, optional = [] }: Columns<Column>): Outcome<CsvRow<Column>[]> {
  const lines = linesOf(file, text)
  if (!lines.ok) return lines
  const [header, ...rest] = lines.value
  if (header === undefined) return refuse('invalid', `${file} is empty. Its first row names the columns: ${needed.join(',')}.`)
  const names = header.record.map((name) => name.trim())
  const faults = [...headerFaults(file, names, [...needed], [...optional]), ...rest.filter(({ record }) => record.length !== names.length).map(({ row, record }) => lengthFault(file, row, record, names))]
  if (faults.length > 0) return refuse('invalid', `${file} was not read, because of what is listed here.`, faults)
  const columns = [...needed, ...optional]
  return ok(rest.map(({ row, record }) => ({ row, cells: Object.fromEntries(columns.map((column) => [column, record[names.indexOf(column)]?.trim() ?? ''])) as Record<Column, string> })))
}

interface Line {
  readonly row: number
  readonly record: readonly string[]
}

function linesOf(file: string, text: string): Outcome<Line[]> {
  try {
    const parsed = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_empty_values: true }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[]
    return ok(parsed.map(({ record, info }) => ({ row: info.lines, record })))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error['lines'] ?? Number.NaN)
    const fault = { file, ...(Number.isNaN(row) ? {} : { row }), message: 'A quotation mark is not closed, or stands inside a cell. Put the cell in quotes and write a quotation mark in it twice.' }
    return refuse('invalid', `${file} is not a CSV file.`, [fault])
  }
}

/** What is wrong with a header row: columns that are missing, unknown or there twice. */
export function headerFaults(file: string, names: readonly string[], needed: readonly string[], optional: readonly string[]): Fault[] {
  const known = [...needed, ...optional]
  return [
    ...needed.filter((name) => !names.includes(name)).map((name) => ({ file, row: 1, field: name, message: `The column is missing. The first row is: ${needed.join(',')}` })),
    ...names.filter((name) => !known.includes(name)).map((name) => ({ file, row: 1, field: name, message: `There is no such column. The columns are: ${known.join(', ')}` })),
    ...names.filter((name, place) => known.includes(name) && names.indexOf(name) !== place).map((name) => ({ file, row: 1, field: name, message: 'The column stands here twice. Keep one.' })),
  ]
}

/** A line that has not as many cells as the header. */
export function lengthFault(file: string, row: number, record: readonly string[], names: readonly string[]): Fault {
  return { file, row, message: `The line has ${record.length} cells and the first row ${names.length}. A comma inside a cell needs the cell in quotes.` }
}
