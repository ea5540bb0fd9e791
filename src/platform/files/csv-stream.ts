import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { csvLines } from './csv-lines.ts'
import { headerFaults, lengthFault, type Columns } from './csv-rows.ts'

/** A long CSV file, opened at its header. */
export interface CsvStream<Column extends string> {
  /** Where each column stands in a line; -1 where the file has none. */
  readonly places: Readonly<Record<Column, number>>
  /** What follows the header, line by line, read once: the cells in the order of the file, as they stand there, or why a line cannot be read. */
  readonly lines: Iterable<StreamedLine>
}

export type StreamedLine = { readonly row: number; readonly cells: readonly string[]; readonly fault?: undefined } | { readonly row: number; readonly fault: Fault }

/** Opens a CSV file that is too long to be held as rows. Other columns than these are refused, or `left` where the file is made by others. */
export function csvStream<Column extends string>(file: string, bytes: Uint8Array, columns: Columns<Column>, others: 'refused' | 'left' = 'refused'): Outcome<CsvStream<Column>> {
  const lines = csvLines(bytes)
  const header = lines.next()
  if (header.done === true) return refuse('invalid', `${file} is empty. Its first row names the columns: ${columns.needed.join(',')}.`, [{ file, message: 'The file is empty.' }])
  if (header.value.trouble !== undefined) return notRead(file, [{ file, row: header.value.row, message: header.value.trouble }])
  const names = header.value.cells.map((name) => name.trim())
  const all = [...columns.needed, ...(columns.optional ?? [])]
  const known = others === 'left' ? names.filter((name) => (all as string[]).includes(name)) : names
  const faults = isNoHeader(names, columns.needed) ? [noHeader(file, names, columns.needed)] : [...nameless(file, names, others), ...headerFaults(file, known.filter((name) => name !== ''), [...columns.needed], [...(columns.optional ?? [])])]
  if (faults.length > 0) return notRead(file, faults)
  const places = Object.fromEntries(all.map((column) => [column, names.indexOf(column)])) as Record<Column, number>
  return ok({ places, lines: checkedLines(file, names, lines) })
}

function* checkedLines(file: string, names: readonly string[], lines: ReturnType<typeof csvLines>): Generator<StreamedLine> {
  for (const line of lines) {
    // Workbooks leave rows of nothing but commas behind the last.
    if (line.trouble === undefined && line.cells.every((cell) => cell.trim() === '')) continue
    if (line.trouble !== undefined) yield { row: line.row, fault: { file, row: line.row, message: line.trouble } }
    else if (line.cells.length !== names.length) yield { row: line.row, fault: lengthFault(file, line.row, line.cells, names) }
    else yield line
  }
}

function notRead(file: string, faults: readonly Fault[]): Outcome<never> {
  return refuse('invalid', `${file} was not read, because of what is listed here.`, faults)
}

function isNoHeader(names: readonly string[], needed: readonly string[]): boolean {
  return needed.every((name) => !names.includes(name))
}

function noHeader(file: string, names: readonly string[], needed: readonly string[]): Fault {
  return { file, row: 1, found: names.join(',').slice(0, 60), message: `The first row has to name the columns: ${needed.join(',')}. Take out titles and merged cells above it, so that there is one header row.` }
}

function nameless(file: string, names: readonly string[], others: 'refused' | 'left'): Fault[] {
  const place = names.indexOf('')
  return place === -1 || others === 'left' ? [] : [{ file, row: 1, message: `Column ${place + 1} has no name, as where header cells are merged. Name every column in one row.` }]
}
