import type { Outcome } from '#core/outcome.ts'
import { readApart, type ReadingAsked } from './read-apart.ts'
import type { IncomingSheets } from './sheets/sheets.ts'

/**
 * The sheets of a workbook, or the one table of a CSV file, as Markdown tables of at most 500 rows, 30 columns and 4,800 cells each. Hidden sheets are named and left out.
 *
 * Refused: what is no such file, a password, damage, and what takes longer or more memory than the limits.
 */
export async function readSheet(bytes: Uint8Array, kind: 'xlsx' | 'csv', asked?: ReadingAsked): Promise<Outcome<IncomingSheets>> {
  return readApart(kind, bytes, asked)
}
