import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { readText } from '../text-file.ts'
import { sheetTable } from './sheet-table.ts'
import type { IncomingSheets } from './sheets.ts'

const mostCharacters = 20_000_000

/** Reads the one table of a CSV file (RFC 4180), whether commas, semicolons or tabs divide its cells. */
export async function readCsv(bytes: Buffer): Promise<Outcome<IncomingSheets>> {
  const text = readText(bytes)
  if (!text.ok) return text
  if (text.value.length > mostCharacters) return refuse('invalid', 'The table is too long. Divide it.')
  return ok({ sheets: [sheetTable('Table 1 (give it a title)', cellsOf(text.value))], hidden: [], hasHiddenCells: false, hasEmbedded: false })
}

/** A cell in quotes, in which a quote is written twice, or one without; a quote that is never closed is a sign like others. */
function cellsOf(text: string): string[][] {
  const divider = dividerOf(text.split(/[\r\n]/, 1)[0] ?? '')
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${divider}\\r\\n]*))(${divider}|\\r\\n|\\r|\\n|$)`, 'y')
  const rows: string[][] = [[]]
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, quoted, plain = '', end = ''] = match
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (cell.lastIndex >= text.length) break
    if (end !== divider) rows.push([])
  }
  return rows
}

/** The mark that stands most often in the first line, outside quotes. */
function dividerOf(line: string): string {
  const bare = line.replaceAll(/"[^"]*"/g, '')
  return [',', ';', '\t'].toSorted((one, other) => bare.split(other).length - bare.split(one).length)[0] ?? ','
}
