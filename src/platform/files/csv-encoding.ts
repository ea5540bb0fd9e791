const saveAsCsv = 'Save the file as UTF-8 (in Excel: "CSV UTF-8") and load it again.'

/** What a file is that begins so and is no text. */
const beginnings: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 3, 4], 'a workbook or another packed file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a workbook of an old form'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
]

/** What a file is instead of text, with what to do; undefined where it may be text. */
export function notText(bytes: Uint8Array): string | undefined {
  const what = beginnings.find(([beginning]) => beginning.every((byte, place) => bytes[place] === byte))?.[1]
  return what === undefined ? undefined : `This is ${what}, not a CSV file. Open it, and save the sheet with the figures as CSV in UTF-8 (in Excel: "CSV UTF-8").`
}

/** Why a line is not UTF-8 text, with what it seems to be. */
export function notUtf8(line: Uint8Array): string {
  const zeros = line.filter((byte) => byte === 0).length
  if (zeros > line.length / 4 || isMarkOfUtf16(line)) return `This is not UTF-8 text; it seems to be UTF-16, which Excel calls "Unicode Text". ${saveAsCsv}`
  if (zeros > 0) return `This is not UTF-8 text: it holds bytes of zero. ${saveAsCsv}`
  const sign = new TextDecoder('windows-1252').decode(line).match(/[^\0-\u007F]/)?.[0] ?? ''
  return `This is not UTF-8 text; it seems to be Windows-1252, with the sign “${sign}”. ${saveAsCsv}`
}

function isMarkOfUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}
