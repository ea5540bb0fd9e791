/** The styles of cells, by their place in the part of styles. */
export const style = { text: 0, heading: 1, title: 2, link: 3, date: 4, number: 5, line: 6 } as const

/** The style of a number shown to so many places: 0 to 4. */
export function numberStyle(decimals: number): number {
  return 7 + Math.min(Math.max(decimals, 0), mostDecimals)
}

const mostDecimals = 4
const dateFormat = 164
const firstNumberFormat = 165

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const wrapped = '<alignment vertical="top" wrapText="1"/>'
const places = Array.from({ length: mostDecimals + 1 }, (_none, decimals) => decimals)

function format(xf: { readonly font?: number; readonly number?: number; readonly isWrapped?: boolean }): string {
  const { font = 0, number = 0, isWrapped = true } = xf
  return `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1">${isWrapped ? wrapped : '<alignment vertical="top"/>'}</xf>`
}

/** Links are underlined and not only blue; headings are bold. */
const fonts = [
  '<font><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="11"/><name val="Calibri"/></font>',
  '<font><b/><sz val="16"/><name val="Calibri"/></font>',
  '<font><u/><sz val="11"/><color rgb="FF0B5394"/><name val="Calibri"/></font>',
]

const formats = [
  format({}),
  format({ font: 1 }),
  format({ font: 2, isWrapped: false }),
  format({ font: 3, isWrapped: false }),
  format({ number: dateFormat, isWrapped: false }),
  format({ isWrapped: false }),
  format({ isWrapped: false }),
  ...places.map((decimals) => format({ number: firstNumberFormat + decimals, isWrapped: false })),
]

const numberFormats = places.map((decimals) => `<numFmt numFmtId="${firstNumberFormat + decimals}" formatCode="#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}"/>`)

export const stylesXml = `<styleSheet xmlns="${main}"><numFmts count="${numberFormats.length + 1}"><numFmt numFmtId="${dateFormat}" formatCode="yyyy\\-mm\\-dd"/>${numberFormats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleLight1"/></styleSheet>`
