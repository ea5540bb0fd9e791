import { daysBetween, date } from '#core/dates.ts'
import { columnName, placeOf, sheetName, usualWidth, type Cell, type Place, type Sheet } from '../spreadsheet.ts'
import { escaped } from '../xml.ts'
import { numberStyle, style } from './xlsx-styles.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The texts of a workbook, each kept once. */
export class SharedTexts {
  readonly #places = new Map<string, number>()

  placeOf(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    this.#places.set(text, this.#places.size)
    return this.#places.size - 1
  }

  xml(): string {
    const texts = [...this.#places.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
    return `<sst xmlns="${main}" uniqueCount="${texts.length}">${texts.join('')}</sst>`
  }
}

/** A sheet as it is being written: its cells, and what of it stands in parts of its own. */
interface Writing {
  readonly texts: SharedTexts
  readonly links: string[]
  /** Addresses outside, in the order of their relationships. */
  readonly addresses: string[]
}

export interface SheetWritten {
  readonly xml: string
  readonly addresses: readonly string[]
  readonly place: Place | undefined
}

/** The part of a sheet. Its addresses are its relationships `rId1` and on, and its table, if it has one, the relationship after them. */
export function sheetXml(sheet: Sheet, texts: SharedTexts, isFirst: boolean): SheetWritten {
  const { lines = [], table } = sheet
  const place = placeOf(sheet)
  const writing: Writing = { texts, links: [], addresses: [] }
  const rows = [
    ...lines.map((line, index) => rowXml([line], index + 1, writing, index === 0 ? style.title : table === undefined ? style.text : style.line)),
    ...(table === undefined ? [] : [rowXml(table.columns.map(({ heading }) => heading), lines.length + 1, writing, style.heading)]),
    ...(table?.rows ?? []).map((row, index) => rowXml(row, lines.length + 2 + index, writing)),
  ]
  const links = writing.links.length === 0 ? '' : `<hyperlinks>${writing.links.join('')}</hyperlinks>`
  const parts = place === undefined ? '' : `<tableParts count="1"><tablePart r:id="rId${writing.addresses.length + 1}"/></tableParts>`
  const page = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
  const xml = `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${view(place, isFirst)}<cols>${widths(sheet)}</cols><sheetData>${rows.join('')}</sheetData>${links}${page}${parts}</worksheet>`
  return { xml, addresses: writing.addresses, place }
}

/** What is above the first row of figures stays in sight. */
function view(place: Place | undefined, isFirst: boolean): string {
  const selected = isFirst ? ' tabSelected="1"' : ''
  if (place === undefined) return `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews>`
  return `<sheetViews><sheetView${selected} workbookViewId="0"><pane ySplit="${place.head}" topLeftCell="A${place.head + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>`
}

/** A sheet of lines only is read like a page. */
const widthOfLines = 100

function widths({ table }: Sheet): string {
  const columns = table === undefined ? [{ width: widthOfLines }] : table.columns
  return columns.map(({ width = usualWidth }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')
}

function rowXml(cells: readonly Cell[], row: number, writing: Writing, textStyle: number = style.text): string {
  return `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row}`, writing, textStyle)).join('')}</row>`
}

function cellXml(cell: Cell, at: string, writing: Writing, textStyle: number): string {
  if (cell === '') return ''
  if (typeof cell === 'number') return `<c r="${at}" s="${style.number}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return textXml(cell, at, writing, textStyle)
  if ('number' in cell) return `<c r="${at}" s="${numberStyle(cell.decimals)}"><v>${cell.number}</v></c>`
  if ('date' in cell) return `<c r="${at}" s="${style.date}"><v>${daysBetween(date('1899-12-30'), cell.date)}</v></c>`
  writing.links.push(linkXml(cell, at, writing))
  return textXml(cell.text, at, writing, style.link)
}

function textXml(text: string, at: string, { texts }: Writing, textStyle: number): string {
  return `<c r="${at}" t="s" s="${textStyle}"><v>${texts.placeOf(text)}</v></c>`
}

function linkXml(cell: Extract<Cell, { readonly text: string }>, at: string, { addresses }: Writing): string {
  if ('sheet' in cell) return `<hyperlink ref="${at}" location="'${escaped(sheetName(cell.sheet))}'!A1" display="${escaped(cell.text)}"/>`
  addresses.push(cell.address)
  return `<hyperlink ref="${at}" r:id="rId${addresses.length}"/>`
}
