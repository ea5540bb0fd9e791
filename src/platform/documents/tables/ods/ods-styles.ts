/** Of every part of a document: the prefixes that are used in it. */
export const namespaces = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['number', 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
  ['config', 'urn:oasis:names:tc:opendocument:xmlns:config:1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['ooo', 'http://openoffice.org/2004/office'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

const wrapped = '<style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/>'
const unwrapped = '<style:table-cell-properties style:vertical-align="top"/>'

function cellStyle(name: string, inside: string, data?: string): string {
  return `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${data === undefined ? '' : ` style:data-style-name="${data}"`}>${inside}</style:style>`
}

const places = [0, 1, 2, 3, 4]

/** Styles of sheets and cells: headings are bold, links are underlined and not only blue, numbers are shown to so many places. */
export const cellStyles = [
  '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>',
  '<number:date-style style:name="day"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>',
  ...places.map((decimals) => `<number:number-style style:name="places${decimals}"><number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1" number:grouping="true"/></number:number-style>`),
  cellStyle('text', wrapped),
  cellStyle('line', unwrapped),
  cellStyle('number', unwrapped),
  cellStyle('heading', `${wrapped}<style:text-properties fo:font-weight="bold"/>`),
  cellStyle('title', `${unwrapped}<style:text-properties fo:font-weight="bold" fo:font-size="16pt"/>`),
  cellStyle('link', `${unwrapped}<style:text-properties fo:color="#0b5394" style:text-underline-style="solid" style:text-underline-width="auto"/>`),
  cellStyle('date', unwrapped, 'day'),
  ...places.map((decimals) => cellStyle(`number${decimals}`, unwrapped, `places${decimals}`)),
].join('')

/** The language and font of all cells; pages lie on their side and are as wide as the sheet. */
export const stylesXml = `<office:document-styles ${namespaces} office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:font-family="Calibri" fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles></office:document-styles>`
