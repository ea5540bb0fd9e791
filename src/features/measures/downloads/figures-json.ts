import { columns } from './columns.ts'
import type { FigureRow } from './figure-row.ts'

/** A row as programs read it: by the names of the columns of the CSV, null where there is nothing, and the shorthand as a list. */
export function figureRecord(row: FigureRow): Readonly<Record<string, string | number | boolean | null | readonly string[]>> {
  const fields = columns.map(({ name, of }) => {
    const field = of(row)
    return [name, 'why' in field ? null : field.value] as const
  })
  return { ...Object.fromEntries(fields), shorthand: row.shorthand }
}
