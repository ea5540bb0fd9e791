import { parseDate } from '#core/dates.ts'
import type { Cell, SheetColumn } from '#platform/documents/tables/spreadsheet.ts'
import { columns, type Column } from '../columns.ts'
import type { FigureRow } from '../figure-row.ts'
import type { TableSheet } from './table-sheet.ts'

/** All figures in long form, as in the CSV: numbers and days as such, shorthand in brackets where there is none. */
export function figuresSheet(rows: readonly FigureRow[]): TableSheet {
  return {
    name: 'Figures',
    holds: 'Every figure: one row for each measure, area, breakdown and period',
    columns: columns.map(columnOf),
    rows: rows.map((row) => columns.map((column) => cellOf(column, row))),
  }
}

/** Wide enough for what most rows hold; longer texts run on below. */
const widths: Readonly<Record<string, number>> = { measure_name: 40, area: 14, area_name: 24, note: 12, break: 12, revision_reason: 12, rag_because: 50, judged_by: 50, source: 40, breakdown: 24, target_set_by: 30, measure: 40 }
const usual = { string: 16, decimal: 12, integer: 11, date: 12, boolean: 11 } as const

function columnOf({ name, title, datatype }: Column): SheetColumn {
  return { heading: title, width: widths[name] ?? usual[datatype] }
}

/** Numbers that are given in the decimals of the measure. */
const inDecimals = new Set(['value', 'value_before', 'england_value', 'region_value', 'neighbours_value'])

function cellOf({ name, datatype, of }: Column, row: FigureRow): Cell {
  const field = of(row)
  if ('why' in field) return `[${field.why}]`
  const { value } = field
  if (typeof value === 'number') return inDecimals.has(name) ? { number: value, decimals: row.decimals } : value
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (name === 'shorthand') return row.shorthand.length === 0 ? 'none' : row.shorthand.map((code) => `[${code}]`).join(' ')
  const day = datatype === 'date' ? parseDate(value) : undefined
  return day === undefined ? value : { date: day }
}
