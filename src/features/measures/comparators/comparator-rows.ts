import type { Fault } from '#core/outcome.ts'
import type { StreamedLine } from '#platform/files/csv-stream.ts'
import type { RowChecked } from '../observations/check-row.ts'
import type { RowRead } from '../observations/figure-source.ts'
import type { Column, RowGiven } from '../observations/observation.ts'

/** A row of somebody else's file in the form of our own, and what its columns are called there. */
export interface Translated {
  readonly row: RowGiven
  readonly names: Readonly<Partial<Record<Column, string>>>
}

/** Checks the rows of somebody else's file by the rules of our own; a line can give several figures, one, or none that is asked for. */
export function* comparatorRows(file: string, lines: Iterable<StreamedLine>, translate: (cells: readonly string[]) => readonly Translated[], check: (row: RowGiven) => RowChecked): Generator<RowRead> {
  for (const line of lines) {
    if (line.fault !== undefined) yield { faults: [line.fault] }
    else for (const translated of translate(line.cells)) yield checkedRow(file, line.row, translated, check)
  }
}

function checkedRow(file: string, row: number, { row: given, names }: Translated, check: (row: RowGiven) => RowChecked): RowRead {
  const checked = check(given)
  if (checked.faults === undefined) return { line: row, observation: checked.observation }
  return { faults: checked.faults.map(({ field, ...fault }): Fault => ({ file, row, ...fault, field: names[field] ?? field })) }
}
