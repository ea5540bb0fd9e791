import readWorkbookFile from 'read-excel-file/node'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { storedZip } from '../archive/stored-zip.ts'
import { openOfficePackage } from '../office-package.ts'
import { sheetTable } from './sheet-table.ts'
import type { IncomingSheets } from './sheets.ts'

const unreadable = refuse('invalid', 'The workbook cannot be read. Open it in Excel, save it again as an Excel workbook (.xlsx) and choose it again.')

/** Reads a workbook here and now; see `readSheet`, which does it where it can do no harm. */
export async function readWorkbook(bytes: Buffer): Promise<Outcome<IncomingSheets>> {
  const opened = await openOfficePackage(bytes, 'xlsx')
  if (!opened.ok) return opened
  const sheets = await readWorkbookFile(storedZip(opened.value.parts)).catch(() => undefined)
  if (sheets === undefined) return unreadable
  const hidden = hiddenSheets(opened.value.xml.get('xl/workbook.xml') ?? '')
  const shown = sheets.filter(({ sheet }) => !hidden.includes(sheet))
  return ok({ sheets: shown.map(({ sheet, data }) => sheetTable(sheet, data.map((row) => row.map((cell) => written(cell))))), hidden, ...hiddenThings(opened.value.xml) })
}

/** What readers of the file can bring to light, beside whole sheets (ECMA-376 Part 1, 18.3.1.13 and 18.3.1.73). */
function hiddenThings(xml: ReadonlyMap<string, string>): Pick<IncomingSheets, 'hasHiddenCells' | 'hasEmbedded'> {
  const parts = Array.from(xml)
  return {
    hasHiddenCells: parts.some(([name, text]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name) && /<(?:\w+:)?(?:row|col)\s[^>]*\bhidden=["'](?:1|true)["']/.test(text)),
    hasEmbedded: parts.some(([name, text]) => name.endsWith('.rels') && /\/relationships\/(?:oleObject|package)["']/.test(text)),
  }
}

function hiddenSheets(workbook: string): string[] {
  return Array.from(workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g), ([tag]) => tag)
    .filter((tag) => /\sstate=["'](?:hidden|veryHidden)["']/.test(tag))
    .map((tag) => unescaped(/\sname=(["'])(.*?)\1/.exec(tag)?.[2] ?? ''))
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}

/** Days as 2026-04-14; numbers without the noise of binary fractions. */
function written(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, '').replace(/\.\d+Z$/, '').replace('T', ' ')
  if (typeof cell === 'number') return String(Number(cell.toPrecision(12)))
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No'
  return typeof cell === 'string' ? cell : ''
}
