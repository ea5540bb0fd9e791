import { ok, type Fault, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { noRowsFault } from '#platform/files/csv-header.ts'
import { csvStream, type CsvStream } from '#platform/files/csv-stream.ts'
import type { RowChecked } from './check-row.ts'
import type { RowRead } from './figure-source.ts'
import { columnsNeeded, type Column, type RowGiven } from './observation.ts'

/** Opens an `observations` file: its rows are read and checked one by one as they are asked for. */
export function readObservationsFile({ name, bytes }: Pick<ImportFile, 'name' | 'bytes'>, check: (row: RowGiven) => RowChecked): Outcome<Iterable<RowRead>> {
  const opened = csvStream<Column>(name, bytes, { needed: columnsNeeded, optional: ['reason'] })
  return opened.ok ? ok(checkedRows(name, opened.value, check)) : opened
}

function* checkedRows(file: string, { places, lines }: CsvStream<Column>, check: (row: RowGiven) => RowChecked): Generator<RowRead> {
  let isEmpty = true
  for (const line of lines) {
    isEmpty = false
    if (line.fault !== undefined) {
      yield { faults: [line.fault] }
      continue
    }
    const at = (column: Column) => (line.cells[places[column]] ?? '').trim()
    const checked = check({
      measure: at('measure'), period: at('period'), area: at('area'), breakdown: at('breakdown'), numerator: at('numerator'), denominator: at('denominator'),
      value: at('value'), status: at('status'), note: at('note'), reason: at('reason'),
    })
    yield checked.faults === undefined ? { line: line.row, observation: checked.observation } : { faults: checked.faults.map((fault): Fault => ({ file, row: line.row, ...fault })) }
  }
  if (isEmpty) yield { faults: [noRowsFault(file)] }
}
