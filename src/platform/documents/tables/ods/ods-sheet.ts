import { columnName, placeOf, sheetName, usualWidth, type Cell, type Sheet } from '../spreadsheet.ts'
import { escaped } from '../xml.ts'

/** The styles of cells, by their names in the content. */
const style = { text: 'text', heading: 'heading', title: 'title', link: 'link', date: 'date', number: 'number', line: 'line' } as const

/** A sheet as it stands in the content: its columns, lines and rows. */
export function sheetXml(sheet: Sheet): string {
  const { name, lines = [], table } = sheet
  const rows = lines.map((line, index) => rowXml([line], index === 0 ? style.title : table === undefined ? style.text : style.line))
  const heads = table === undefined ? '' : `<table:table-header-rows>${rowXml(table.columns.map(({ heading }) => heading), style.heading)}</table:table-header-rows>`
  const body = (table?.rows ?? []).map((row) => rowXml(row))
  return `<table:table table:name="${escaped(sheetName(name))}" table:style-name="sheet">${widthsOf(sheet).map((width) => `<table:table-column table:style-name="${columnStyle(width)}"/>`).join('')}${rows.join('')}${heads}${body.join('')}</table:table>`
}

/** A sheet of lines only is read like a page. */
const widthOfLines = 100

function widthsOf({ table }: Sheet): number[] {
  return table === undefined ? [widthOfLines] : table.columns.map(({ width = usualWidth }) => width)
}

/** Each width of a column is a style. A character takes some 2 mm. */
export function columnStyles(sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap(widthsOf))].toSorted((one, other) => one - other)
  return widths.map((width) => `<style:style style:name="${columnStyle(width)}" style:family="table-column"><style:table-column-properties style:column-width="${width * 2}mm"/></style:style>`).join('')
}

function columnStyle(width: number): string {
  return `column${width}`
}

/** The tables as ranges with a name, which the program sorts and filters by their headings. */
export function rangesXml(sheets: readonly Sheet[]): string {
  const ranges = sheets.flatMap((sheet) => {
    const place = placeOf(sheet)
    if (place === undefined || sheet.table === undefined) return []
    const address = `${cellAddress(sheet.name, `A${place.head}`)}:${cellAddress(sheet.name, `${columnName(place.columns - 1)}${place.last}`)}`
    return [`<table:database-range table:name="${escaped(sheet.table.name)}" table:target-range-address="${escaped(address)}" table:contains-header="true" table:display-filter-buttons="true"/>`]
  })
  return ranges.length === 0 ? '' : `<table:database-ranges>${ranges.join('')}</table:database-ranges>`
}

function cellAddress(sheet: string, cell: string): string {
  const name = sheetName(sheet)
  return `${/^\w+$/.test(name) ? name : `'${name}'`}.${cell}`
}

function rowXml(cells: readonly Cell[], textStyle: string = style.text): string {
  return `<table:table-row>${cells.map((cell) => cellXml(cell, textStyle)).join('')}</table:table-row>`
}

function cellXml(cell: Cell, textStyle: string): string {
  if (cell === '') return '<table:table-cell/>'
  if (typeof cell === 'number') return numberXml(cell, String(cell), style.number)
  if (typeof cell === 'string') return textCell(paragraphs(cell), textStyle)
  if ('number' in cell) return numberXml(cell.number, cell.number.toFixed(cell.decimals), `${style.number}${cell.decimals}`)
  if ('date' in cell) return `<table:table-cell table:style-name="${style.date}" office:value-type="date" office:date-value="${cell.date}"><text:p>${cell.date}</text:p></table:table-cell>`
  const to = 'sheet' in cell ? `#${cellAddress(cell.sheet, 'A1')}` : cell.address
  return textCell(`<text:p><text:a xlink:type="simple" xlink:href="${escaped(to)}">${spaced(cell.text)}</text:a></text:p>`, style.link)
}

function numberXml(value: number, shown: string, name: string): string {
  return `<table:table-cell table:style-name="${name}" office:value-type="float" office:value="${value}"><text:p>${shown}</text:p></table:table-cell>`
}

function textCell(paragraphsXml: string, name: string): string {
  return `<table:table-cell table:style-name="${name}" office:value-type="string">${paragraphsXml}</table:table-cell>`
}

function paragraphs(text: string): string {
  return text.split(/\r\n|\r|\n/).map((line) => `<text:p>${spaced(line)}</text:p>`).join('')
}

/** The format takes several spaces for one, unless it is told how many. */
function spaced(text: string): string {
  return escaped(text).replaceAll('\t', '<text:tab/>').replaceAll(/^ +| {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
}
