import { zip } from './zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageTypes = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export interface TestSheet {
  readonly name: string
  readonly isHidden?: boolean
  /** The rows in SpreadsheetML; `sheetRows` makes them. */
  readonly rows: string
}

/** A real Excel workbook. */
export function sheetFile(sheets: readonly TestSheet[]): Buffer {
  const named = sheets.map(({ name, isHidden }, index) => `<sheet name="${name}" sheetId="${index + 1}"${isHidden === true ? ' state="hidden"' : ''} r:id="r${index + 1}"/>`)
  const links = sheets.map((_, index) => `<Relationship Id="r${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
  const types = sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`)
  const workbookType = `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>`
  return zip([
    { name: '[Content_Types].xml', content: `<Types xmlns="${packageTypes}/content-types">${workbookType}${types.join('')}</Types>` },
    { name: '_rels/.rels', content: `<Relationships xmlns="${packageTypes}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${named.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships xmlns="${packageTypes}/relationships">${links.join('')}<Relationship Id="r99" Type="${office}/styles" Target="styles.xml"/></Relationships>` },
    { name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>` },
    ...sheets.map(({ rows }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`, isDeflated: true })),
  ])
}

/** Rows of texts and numbers; a number in brackets is a day, counted as Excel does. */
export function sheetRows(rows: readonly (readonly (string | number | readonly [number])[])[]): string {
  return rows.map((row, index) => `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${index + 1}`)).join('')}</row>`).join('')
}

function cellXml(cell: string | number | readonly [number], place: string): string {
  if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
  return typeof cell === 'number' ? `<c r="${place}"><v>${cell}</v></c>` : `<c r="${place}" s="1"><v>${cell[0]}</v></c>`
}
