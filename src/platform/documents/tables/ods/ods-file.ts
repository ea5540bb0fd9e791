import { packedZip } from '../../incoming/archive/stored-zip.ts'
import { placeOf, sheetName, type Sheet, type Spreadsheet } from '../spreadsheet.ts'
import { escaped, xmlParts } from '../xml.ts'
import { columnStyles, rangesXml, sheetXml } from './ods-sheet.ts'
import { cellStyles, namespaces, stylesXml } from './ods-styles.ts'

/** The media type of a spreadsheet in OpenDocument. */
export const odsType = 'application/vnd.oasis.opendocument.spreadsheet'

/** The sheets as OpenDocument (ISO/IEC 26300): each table a range with headings, which stay in sight. The same sheets are the same file, byte for byte. */
export function odsFile(spreadsheet: Spreadsheet): Uint8Array {
  const parts = {
    'content.xml': content(spreadsheet),
    'styles.xml': stylesXml,
    'meta.xml': properties(spreadsheet),
    'settings.xml': settings(spreadsheet.sheets),
    'META-INF/manifest.xml': manifest,
  }
  // OpenDocument 1.3, part 2, 3.3: the type is the first entry and stands there as it is.
  return packedZip(new Map([['mimetype', Buffer.from(odsType)], ...xmlParts(parts)]), (name) => name === 'mimetype')
}

function content({ sheets }: Spreadsheet): string {
  return `<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${columnStyles(sheets)}${cellStyles}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(sheetXml).join('')}${rangesXml(sheets)}</office:spreadsheet></office:body></office:document-content>`
}

function properties({ title, creator, description, createdAt }: Spreadsheet): string {
  const said = (name: string, text: string | undefined) => (text === undefined ? '' : `<${name}>${escaped(text)}</${name}>`)
  const moment = createdAt?.toISOString().replace(/\.\d+Z$/, 'Z')
  return `<office:document-meta ${namespaces} office:version="1.3"><office:meta>${said('dc:title', title)}${said('dc:description', description)}${said('meta:initial-creator', creator)}${said('dc:creator', creator)}${said('meta:creation-date', moment)}${said('dc:date', moment)}<dc:language>en-GB</dc:language></office:meta></office:document-meta>`
}

/** Which rows of each sheet stay in sight: a setting of the program, not of the format, which others leave be. */
function settings(sheets: readonly Sheet[]): string {
  const item = (name: string, type: string, value: string | number) => `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`
  const frozen = (head: number) => [
    item('VerticalSplitMode', 'short', 2),
    item('VerticalSplitPosition', 'int', head),
    item('ActiveSplitRange', 'short', 2),
    item('PositionTop', 'int', 0),
    item('PositionBottom', 'int', head),
  ]
  const entries = sheets.map((sheet) => {
    const place = placeOf(sheet)
    return `<config:config-item-map-entry config:name="${escaped(sheetName(sheet.name))}">${place === undefined ? '' : frozen(place.head).join('')}</config:config-item-map-entry>`
  })
  const views = `<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${entries.join('')}</config:config-item-map-named>${item('ActiveTable', 'string', escaped(sheetName(sheets[0]?.name ?? '')))}</config:config-item-map-entry></config:config-item-map-indexed>`
  return `<office:document-settings ${namespaces} office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings">${views}</config:config-item-set></office:settings></office:document-settings>`
}

const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${odsType}"/>${['content', 'styles', 'meta', 'settings'].map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`
