import type { PhrasingContent } from 'mdast'
import { cleanText } from '../../clean-text.ts'
import { captionLine, nameColumns, tableOf, writtenMarkdown } from '../written-markdown.ts'
import type { IncomingSheet } from './sheets.ts'

/** A table that people read in a report; more belongs in an appendix of its own. */
const mostRows = 500
const mostColumns = 30
/** With the rows of the heading and its rule these are as many as one table may have. */
const mostCells = 4800
const mostCharacters = 100_000

/** One sheet as a Markdown table. Empty rows and columns at the end do not count. */
export function sheetTable(name: string, rows: readonly (readonly string[])[]): IncomingSheet {
  const height = rows.findLastIndex((row) => row.some((cell) => cell !== '')) + 1
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell !== '') + 1), 0)
  const facts = { name, rows: height, columns: width }
  if (height === 0) return { ...facts, markdownTable: '', isCut: false }
  const columns = Math.min(width, mostColumns)
  const most = Math.min(height, mostRows, Math.floor(mostCells / columns))
  const kept = withinLimits(rows.slice(0, most).map((row) => row.slice(0, columns)))
  const cells = kept.map((row) => Array.from({ length: columns }, (_, index) => words(row[index] ?? '')))
  const table = tableOf(cells)
  nameColumns(table)
  const markdownTable = cleanText(writtenMarkdown([captionLine(words(name)), table]))
  return { ...facts, markdownTable, isCut: kept.length < height || width > mostColumns }
}

function withinLimits(rows: readonly (readonly string[])[]): (readonly string[])[] {
  let characters = 0
  return rows.filter((row) => {
    characters += row.join('').length
    return characters <= mostCharacters
  })
}

function words(text: string): PhrasingContent[] {
  const value = text.replaceAll(/\s+/g, ' ').trim()
  return value === '' ? [] : [{ type: 'text', value }]
}
