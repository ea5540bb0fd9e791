import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { LinkedCells, Sum } from '#core/suppression/cells.ts'
import { numberIn, type TableGiven } from './tables-given.ts'

type Column = 'row' | 'column' | 'count'

/** A count by the names of its row and column. */
interface NamedCell {
  readonly row: string
  readonly column: string
  readonly count: number
}

export interface NamedCells extends LinkedCells {
  readonly cells: readonly NamedCell[]
}

const total = 'total'

/** Cells of one or more tables, and the sums of rows and columns that have a total. Refuses what is no count, a table with a cell missing, and totals that do not add up. */
export function linkedTables(tables: readonly TableGiven<Column>[]): Outcome<NamedCells> {
  const faults: Fault[] = []
  const cells: NamedCell[] = []
  const places = new Map<string, number>()
  const sums = tables.flatMap((table) => {
    const own = cellsOf(table, faults)
    for (const { row, column, count, line } of own) {
      const key = keyOf(row, column)
      const standing = cells[places.get(key) ?? -1]
      if (standing === undefined) {
        places.set(key, cells.length)
        cells.push({ row, column, count })
      } else if (standing.count !== count) faults.push({ file: table.file, row: line, field: 'count', found: String(count), message: `Another table gives ${standing.count} for ${row}, ${column}. The same cell has one count: correct one of the two.` })
    }
    return sumsOf(table.file, own, faults)
  })
  if (faults.length > 0) return refuse('invalid', 'The tables were not protected, because of what is listed here.', faults)
  return ok({ cells, sums: sums.map(({ whole, parts }): Sum => ({ total: places.get(whole) ?? -1, parts: parts.map((part) => places.get(part) ?? -1) })) })
}

interface OwnCell extends NamedCell {
  readonly line: number
}

function cellsOf({ file, rows }: TableGiven<Column>, faults: Fault[]): OwnCell[] {
  const met = new Set<string>()
  return rows.flatMap((given): OwnCell[] => {
    const { row: line, cells } = given
    const count = numberIn(file, given, 'count', faults)
    if (!Number.isNaN(count) && (!Number.isSafeInteger(count) || count < 0)) faults.push({ file, row: line, field: 'count', found: cells.count, message: 'Give a whole number of children, 0 or more.' })
    for (const field of ['row', 'column'] as const) if (cells[field] === '') faults.push({ file, row: line, field, message: `Name the ${field}; ${total} is a margin.` })
    const key = keyOf(cells.row, cells.column)
    if (met.has(key)) {
      faults.push({ file, row: line, found: `${cells.row}, ${cells.column}`, message: 'This cell is given already. Give each once.' })
      return []
    }
    met.add(key)
    return [{ row: nameOf(cells.row), column: nameOf(cells.column), count, line }]
  })
}

interface NamedSum {
  readonly whole: string
  readonly parts: readonly string[]
}

/** A row and a column of a table are each a sum where the table gives their total. */
function sumsOf(file: string, own: readonly OwnCell[], faults: Fault[]): NamedSum[] {
  const counts = new Map(own.map(({ row, column, count }) => [keyOf(row, column), count]))
  const [rows, columns] = [[...new Set(own.map(({ row }) => row))], [...new Set(own.map(({ column }) => column))]]
  const lines = [
    ...rows.map((row) => ({ whole: keyOf(row, total), parts: columns.filter((column) => column !== total).map((column) => keyOf(row, column)) })),
    ...columns.map((column) => ({ whole: keyOf(total, column), parts: rows.filter((row) => row !== total).map((row) => keyOf(row, column)) })),
  ]
  const sums = lines.filter(({ whole, parts }) => counts.has(whole) && parts.length > 0)
  for (const { whole, parts } of sums) faults.push(...sumFaults(file, { whole, parts }, counts))
  return sums
}

function sumFaults(file: string, { whole, parts }: NamedSum, counts: ReadonlyMap<string, number>): Fault[] {
  const missing = parts.filter((part) => !counts.has(part))
  if (missing.length > 0) return missing.map((part) => ({ file, found: wordsOf(part), message: 'The table has a total and this cell is missing. Give every cell of the row or column; one without children is 0.' }))
  const sum = parts.reduce((sofar, part) => sofar + (counts.get(part) ?? 0), 0)
  const given = counts.get(whole)
  return Number.isNaN(sum) || sum === given ? [] : [{ file, field: 'count', found: String(given), message: `${wordsOf(whole)} should be ${sum}, as its cells add up. Correct the total or the cells.` }]
}

/** "Total" and "TOTAL" are the margin too. */
function nameOf(name: string): string {
  return name.toLowerCase() === total ? total : name
}

function keyOf(row: string, column: string): string {
  return JSON.stringify([nameOf(row), nameOf(column)])
}

function wordsOf(key: string): string {
  return (JSON.parse(key) as string[]).join(', ')
}
