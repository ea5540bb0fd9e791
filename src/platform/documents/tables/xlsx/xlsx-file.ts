import { packedZip } from '../../incoming/archive/stored-zip.ts'
import { columnName, sheetName, type Place, type SheetTable, type Spreadsheet } from '../spreadsheet.ts'
import { escaped, xmlParts } from '../xml.ts'
import { SharedTexts, sheetXml, type SheetWritten } from './xlsx-sheet.ts'
import { stylesXml } from './xlsx-styles.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const core = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The sheets as Office Open XML: each table a table of the program, headings always in sight. The same sheets are the same file, byte for byte. */
export function xlsxFile(spreadsheet: Spreadsheet): Uint8Array {
  const { sheets } = spreadsheet
  const texts = new SharedTexts()
  const written = sheets.map((sheet, index) => sheetXml(sheet, texts, index === 0))
  const tables = sheets.flatMap(({ table }, index) => (table === undefined ? [] : [{ table, of: index }]))
  const numberOf = (index: number) => tables.findIndex(({ of }) => of === index) + 1
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length, tables.length),
    '_rels/.rels': relations([`${office}/officeDocument" Target="xl/workbook.xml`, `${relationships}/metadata/core-properties" Target="docProps/core.xml`]),
    'docProps/core.xml': properties(spreadsheet),
    'xl/workbook.xml': workbook(sheets.map(({ name }) => sheetName(name))),
    'xl/_rels/workbook.xml.rels': relations([...sheets.map((_sheet, index) => `${office}/worksheet" Target="worksheets/sheet${index + 1}.xml`), `${office}/styles" Target="styles.xml`, `${office}/sharedStrings" Target="sharedStrings.xml`]),
    'xl/styles.xml': stylesXml,
    'xl/sharedStrings.xml': texts.xml(),
    ...Object.fromEntries(written.flatMap((one, index) => sheetParts(one, index + 1, numberOf(index)))),
    ...Object.fromEntries(tables.map(({ table, of }, index) => [`xl/tables/table${index + 1}.xml`, tableXml(table, written[of]?.place, index + 1)])),
  }
  return packedZip(xmlParts(parts))
}

function sheetParts({ xml, addresses, place }: SheetWritten, number: number, table: number): (readonly [path: string, xml: string])[] {
  const related = [...addresses.map((address) => `${office}/hyperlink" TargetMode="External" Target="${escaped(address)}`), ...(place === undefined ? [] : [`${office}/table" Target="../tables/table${table}.xml`])]
  return [[`xl/worksheets/sheet${number}.xml`, xml], ...(related.length === 0 ? [] : [[`xl/worksheets/_rels/sheet${number}.xml.rels`, relations(related)] as const])]
}

function tableXml({ name, columns }: SheetTable, place: Place | undefined, number: number): string {
  if (place === undefined) throw new Error(`Table ${name} has no place`)
  // A table of the program has a row below its headings even where there is nothing to put there.
  const range = `A${place.head}:${columnName(place.columns - 1)}${Math.max(place.last, place.head + 1)}`
  const named = columns.map(({ heading }, index) => `<tableColumn id="${index + 1}" name="${escaped(heading).replaceAll('\n', '_x000a_')}"/>`)
  return `<table xmlns="${main}" id="${number}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0"><autoFilter ref="${range}"/><tableColumns count="${named.length}">${named.join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`
}

function workbook(names: readonly string[]): string {
  const sheets = names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
  return `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
}

function relations(targets: readonly string[]): string {
  return `<Relationships xmlns="${relationships}">${targets.map((target, index) => `<Relationship Id="rId${index + 1}" Type="${target}"/>`).join('')}</Relationships>`
}

function contentTypes(sheets: number, tables: number): string {
  const each = (count: number, folder: string, kind: string) => Array.from({ length: count }, (_none, index) => `<Override PartName="/xl/${folder}${index + 1}.xml" ContentType="${kinds}.${kind}+xml"/>`).join('')
  const one = (name: string, type: string) => `<Override PartName="/${name}.xml" ContentType="${type}+xml"/>`
  const fixed = [one('xl/workbook', `${kinds}.sheet.main`), one('xl/styles', `${kinds}.styles`), one('xl/sharedStrings', `${kinds}.sharedStrings`), one('docProps/core', 'application/vnd.openxmlformats-package.core-properties')]
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${fixed.join('')}${each(sheets, 'worksheets/sheet', 'worksheet')}${each(tables, 'tables/table', 'table')}</Types>`
}

/** What the program shows as properties; the language is how a screen reader speaks it. */
function properties({ title, creator, description, createdAt }: Spreadsheet): string {
  const said = (name: string, text: string | undefined) => (text === undefined ? '' : `<dc:${name}>${escaped(text)}</dc:${name}>`)
  const moment = createdAt?.toISOString().replace(/\.\d+/, '')
  const created = moment === undefined ? '' : `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`
  return `<cp:coreProperties xmlns:cp="${core}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${said('title', title)}${said('creator', creator)}${said('description', description)}${said('language', 'en-GB')}${created}</cp:coreProperties>`
}
