import { isCleanText } from '../documents/clean-text.ts'
import { notText, notUtf8 } from './csv-encoding.ts'

/** A line of a CSV file, or why it cannot be read. A cell in quotes may run over several lines of text; `row` is the one it begins on, the first being 1. */
export type CsvLine = { readonly row: number; readonly cells: readonly string[]; readonly trouble?: undefined } | { readonly row: number; readonly trouble: string }

const pieceLength = 1 << 20
const longestLine = 1 << 16
const [lineFeed, mark] = [10, '\uFEFF']

const strangeText = 'This holds a control character that no page can show. Type the text again without it.'
const tooLong = `This line has more than ${longestLine.toLocaleString('en-GB')} characters. Shorten its texts, or look whether its line end is missing.`
const badQuotes = 'A quotation mark is not closed, or stands inside a cell. Put the cell in quotes and write a quotation mark in it twice.'

/**
 * Reads a CSV file (RFC 4180) line by line in the memory of a piece of it, however long it is. Empty lines are left out; a line in another encoding, one with control
 * characters and one with stray quotation marks is given back with what to do, and the reading ends where nothing after it can be told.
 */
export function* csvLines(bytes: Uint8Array): Generator<CsvLine> {
  const other = notText(bytes)
  if (other !== undefined) return yield { row: 1, trouble: other }
  const open = { text: '', row: 0 }
  let row = 0
  for (const piece of piecesOf(bytes)) {
    const text = decoded(piece)
    if (text === undefined) {
      const bad = badLineOf(piece)
      return yield { row: row + bad.row, trouble: notUtf8(bad.bytes) }
    }
    const isClean = isCleanText(text.replace(mark, ''))
    for (const line of linesIn(text, row === 0)) {
      row += 1
      const whole = open.text === '' ? line : `${open.text}\n${line}`
      const from = open.text === '' ? row : open.row
      if (whole.length > longestLine) return yield { row: from, trouble: whole.includes('"') ? badQuotes : tooLong }
      const isOpen = whole.includes('"') && hasOpenQuote(whole)
      Object.assign(open, isOpen ? { text: whole, row: from } : { text: '', row: 0 })
      if (isOpen || whole === '') continue
      yield isClean || isCleanText(whole) ? lineOf(from, whole) : { row: from, trouble: strangeText }
    }
  }
  if (open.text !== '') yield { row: open.row, trouble: badQuotes }
}

/** Pieces that end with a line, which no character of UTF-8 straddles. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(lineFeed, Math.min(from + pieceLength, bytes.length - 1))
    const to = end === -1 ? bytes.length : end + 1
    yield bytes.subarray(from, to)
    from = to
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decoded(piece: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(piece)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** The first line of a piece that cannot be read, and which it is, from 1. */
function badLineOf(piece: Uint8Array): { readonly row: number; readonly bytes: Uint8Array } {
  for (let [from, row] = [0, 1]; from < piece.length; row += 1) {
    const end = piece.indexOf(lineFeed, from)
    const to = end === -1 ? piece.length : end + 1
    const bytes = piece.subarray(from, to)
    if (decoded(bytes) === undefined) return { row, bytes }
    from = to
  }
  return { row: 1, bytes: piece }
}

function* linesIn(text: string, isFirst: boolean): Generator<string> {
  for (let from = isFirst && text.startsWith(mark) ? 1 : 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    yield text.slice(from, text[to - 1] === '\r' ? to - 1 : to)
    from = to + 1
  }
}

function hasOpenQuote(line: string): boolean {
  let isOpen = false
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) isOpen = !isOpen
  return isOpen
}

function lineOf(row: number, line: string): CsvLine {
  const cells = line.includes('"') ? quotedCells(line) : line.split(',')
  return cells === undefined ? { row, trouble: badQuotes } : { row, cells }
}

/** The cells of a line with quotation marks; undefined where one stands inside a cell. */
function quotedCells(line: string): string[] | undefined {
  const cells: string[] = []
  for (let at = 0; at <= line.length; at += 1) {
    const cell = line[at] === '"' ? quotedCell(line, at) : plainCell(line, at)
    if (cell === undefined) return undefined
    cells.push(cell.text)
    at = cell.end
  }
  return cells
}

interface Cell {
  readonly text: string
  /** Where its comma stands, or the end of the line. */
  readonly end: number
}

function plainCell(line: string, from: number): Cell | undefined {
  const comma = line.indexOf(',', from)
  const end = comma === -1 ? line.length : comma
  const text = line.slice(from, end)
  return text.includes('"') ? undefined : { text, end }
}

function quotedCell(line: string, from: number): Cell | undefined {
  for (let at = from + 1; ; at += 2) {
    at = line.indexOf('"', at)
    if (at === -1) return undefined
    if (line[at + 1] === '"') continue
    const isWhole = at + 1 === line.length || line[at + 1] === ','
    return isWhole ? { text: line.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 } : undefined
  }
}
