import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { csvLines } from './csv-lines.ts'
import { isOfLength, lengthFault, readHeader, type Columns, type CsvHeader } from './csv-header.ts'
import { otherSeparator } from './csv-separator.ts'

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
  if (header.value.trouble !== undefined) return notRead(file, [otherSeparator(file, firstLineOf(bytes), columns.needed) ?? { file, row: header.value.row, message: header.value.trouble }])
  const read = readHeader(file, header.value.cells, columns, others)
  if (read.faults.length > 0) return notRead(file, read.faults)
  const all = [...columns.needed, ...(columns.optional ?? [])]
  const places = Object.fromEntries(all.map((column) => [column, read.names.indexOf(column)])) as Record<Column, number>
  return ok({ places, lines: checkedLines(file, read, lines) })
}

function* checkedLines(file: string, header: CsvHeader, lines: ReturnType<typeof csvLines>): Generator<StreamedLine> {
  for (const line of lines) {
    // Workbooks leave rows of nothing but commas behind the last.
    if (line.trouble === undefined && line.cells.every((cell) => cell.trim() === '')) continue
    if (line.trouble !== undefined) yield { row: line.row, fault: { file, row: line.row, message: line.trouble } }
    else if (!isOfLength(line.cells, header)) yield { row: line.row, fault: lengthFault(file, line.row, line.cells, header) }
    else yield line
  }
}

/** As it stands there, whatever its quotation marks. */
function firstLineOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 10_000)).split('\n')[0] ?? ''
}

function notRead(file: string, faults: readonly Fault[]): Outcome<never> {
  return refuse('invalid', `${file} was not read, because of what is listed here.`, faults)
}
