/** A cell holds at most so many characters. */
const longestText = 32_767

/** A text as it stands in XML, between tags or in an attribute. Control characters cannot stand there at all. */
export function escaped(text: string): string {
  const clean = text.slice(0, longestText).replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
  return clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Parts of a package by their paths, as bytes. */
export function xmlParts(parts: Readonly<Record<string, string>>): Map<string, Uint8Array> {
  return new Map(Object.entries(parts).map(([path, xml]) => [path, Buffer.from(declaration + xml)]))
}
