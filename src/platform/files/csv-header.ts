import type { Fault } from '#core/outcome.ts'
import { notParted } from './csv-separator.ts'

/** The columns that a file has to have, and those that it may have. */
export interface Columns<Column extends string> {
  readonly needed: readonly Column[]
  /** May be missing from the file. */
  readonly optional?: readonly Column[]
}

/** The columns of a CSV file as its first row names them, and what is wrong with them. */
export interface CsvHeader {
  readonly names: readonly string[]
  /** Cells of the first row, with those behind the last name. */
  readonly width: number
  readonly faults: readonly Fault[]
}

/**
 * Reads a header row. A known column may be written in capitals, and what a spreadsheet program leaves behind the last is no column. Columns that are not known are refused, or `left` where the file
 * is made by others.
 */
export function readHeader(file: string, cells: readonly string[], { needed, optional = [] }: Columns<string>, others: 'refused' | 'left'): CsvHeader {
  const all = [...needed, ...optional]
  const given = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1).map((cell) => cell.trim())
  const names = others === 'left' ? given : given.map((name) => (all.includes(name.toLowerCase()) ? name.toLowerCase() : name))
  const isNone = needed.every((name) => !names.includes(name))
  const parting = isNone || cells.some((cell) => cell.includes('\r')) ? notParted(file, cells, needed) : undefined
  if (parting !== undefined || isNone) return { names, width: cells.length, faults: [parting ?? noHeader(file, names, needed)] }
  const looked = names.filter((name) => (others === 'left' ? all.includes(name) : name !== ''))
  return { names, width: cells.length, faults: [...nameless(file, names, others), ...headerFaults(file, looked, needed, optional)] }
}

function noHeader(file: string, names: readonly string[], needed: readonly string[]): Fault {
  return { file, row: 1, found: names.join(',').slice(0, 60), message: `The first row has to name the columns: ${needed.join(',')}. Take out titles and merged cells above it, so that there is one header row.` }
}

function nameless(file: string, names: readonly string[], others: 'refused' | 'left'): Fault[] {
  const place = names.indexOf('')
  return place === -1 || others === 'left' ? [] : [{ file, row: 1, message: `Column ${place + 1} has no name, as where header cells are merged. Name every column in one row.` }]
}

/** A file of nothing but its header. */
export function noRowsFault(file: string): Fault {
  return { file, message: 'The file has no rows below the names of its columns. Give one row at least, or leave the file out.' }
}

/** Columns that are missing, unknown or there twice. */
function headerFaults(file: string, names: readonly string[], needed: readonly string[], optional: readonly string[]): Fault[] {
  const known = [...needed, ...optional]
  return [
    ...needed.filter((name) => !names.includes(name)).map((name) => ({ file, row: 1, field: name, message: `The column is missing. The first row is: ${needed.join(',')}` })),
    ...names.filter((name) => !known.includes(name)).map((name) => ({ file, row: 1, field: name, message: `There is no such column. The columns are: ${known.join(', ')}` })),
    ...names.filter((name, place) => known.includes(name) && names.indexOf(name) !== place).map((name) => ({ file, row: 1, field: name, message: 'The column stands here twice. Keep one.' })),
  ]
}

/** Whether a line has a cell for each name, or as many as the first row and nothing behind the last name. */
export function isOfLength(cells: readonly string[], { names, width }: CsvHeader): boolean {
  return cells.length === names.length || (cells.length === width && cells.slice(names.length).every((cell) => cell.trim() === ''))
}

/** A line that has not as many cells as the header. */
export function lengthFault(file: string, row: number, cells: readonly string[], { width }: CsvHeader): Fault {
  const isUnderNone = cells.length === width
  const message = isUnderNone ? `Column ${cells.findLastIndex((cell) => cell.trim() !== '') + 1} has no name in the first row, as where header cells are merged. Name it there, or leave it empty.` : otherLength(cells.length, width)
  return { file, row, message }
}

function otherLength(cells: number, columns: number): string {
  const advice = cells > columns ? 'A comma inside a cell needs the cell in quotes, and a number is written without commas: 1234.' : 'Give each column its cell, the empty ones too.'
  return `The line has ${cells} ${cells === 1 ? 'cell' : 'cells'} and the first row ${columns}. ${advice}`
}
