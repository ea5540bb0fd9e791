import type { Losses } from './losses.ts'

/** Elements of the text itself that cannot be carried, by their names in the format (ECMA-376), and what the author is told. */
const elements: readonly (readonly [RegExp, string])[] = [
  [/<(?:\w+:)?(?:ins|moveTo)[\s/>]/g, 'Tracked insertions, kept as text. Check that they were agreed.'],
  [/<(?:\w+:)?(?:del|moveFrom)[\s/>]/g, 'Tracked deletions, left out.'],
  [/<(?:\w+:)?vanish(?:\s*\/|\s+(?:\w+:)?val="(?:1|true|on)")/g, 'Hidden text, which is shown now. Take it out if it is not meant to be read.'],
  [/<v:textbox[\s>]/g, 'Text boxes. Their words stand after the paragraph in which they were.'],
  [/<(?:\w+:)?instrText[^>]*>\s*TOC\b/g, 'Tables of contents, left out: the page makes its own.'],
  [/<(?:\w+:)?oMath[\s/>]/g, 'Equations, left out. Say them in words, or put them in as a picture.'],
  [/<c:chart[\s/>]/g, 'Charts, left out. Save each as a picture (in Word: "Save as picture") and put it in.'],
  [/<dgm:relIds[\s/>]/g, 'SmartArt diagrams, left out. Save each as a picture and put it in, or write it as a list.'],
  [/<o:OLEObject[\s/>]/g, 'Embedded objects, such as an Excel table, left out. Paste them as tables, or send them as appendices.'],
  [/<(?:\w+:)?(?:altChunk|subDoc)[\s/>]/g, 'Other documents inside this one, left out. Send them as appendices.'],
]

const shapes = /<wps:wsp[\s>]/g
const boxesOfWord = /<wps:txbx[\s>]/g
const boxesForAll = /<v:textbox[\s>]/g

/** Counts what a Word document holds that the Markdown cannot: tracked changes, comments, equations, charts, headers and the like. */
export function tellWhatWordHolds(xml: ReadonlyMap<string, string>, losses: Losses): void {
  const text = partsNamed(xml, /^word\/(?:document\d*|footnotes\d*|endnotes\d*)\.xml$/).join('\n')
  for (const [pattern, what] of elements) losses.add(what, { count: count(text, pattern) })
  losses.add('Styles that hide their text, which is shown now. Take it out if it is not meant to be read.', { count: hidingStylesIn(text, xml.get('word/styles.xml') ?? '') })
  losses.add('Text boxes that could not be read, left out. Paste their words into the text.', { count: Math.max(0, count(text, boxesOfWord) - count(text, boxesForAll)) })
  losses.add('Drawn shapes, left out. Put them in as a picture.', { count: Math.max(0, count(text, shapes) - count(text, boxesOfWord)) })
  const comments = partsNamed(xml, /^word\/comments\d*\.xml$/).join('\n')
  losses.add('Comments, left out.', { count: count(comments, /<(?:\w+:)?comment[\s>]/g) })
  const frames = partsNamed(xml, /^word\/(?:header|footer)\d*\.xml$/).filter((part) => /<(?:\w+:)?t(?:\s[^>]*)?>[^<]*\S/.test(part))
  losses.add('Headers and footers of pages, left out: the pack writes its own.', { count: frames.length })
  tellWhatIsElsewhere(partsNamed(xml, /\.rels$/).join('\n'), losses)
}

/** How many of the styles that the text uses hide what is set in them. */
function hidingStylesIn(text: string, styles: string): number {
  const hiding = styles.split(/<(?=(?:\w+:)?style\s)/).slice(1).flatMap((style) => {
    const isHiding = /<(?:\w+:)?vanish(?:\s*\/|\s+(?:\w+:)?val="(?:1|true|on)")/.test(style)
    return isHiding ? (/^[^>]*?styleId="([^"]*)"/.exec(style)?.[1] ?? []) : []
  })
  return hiding.filter((id) => text.includes(`Style w:val="${id}"`)).length
}

/** Nothing outside the file is ever fetched. */
function tellWhatIsElsewhere(relationships: string, losses: Losses): void {
  for (const [relationship] of relationships.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    if (!/TargetMode\s*=\s*["']External/i.test(relationship) || /\/hyperlink["']/.test(relationship)) continue
    if (!/\/image["']/.test(relationship)) losses.add('Links to a template or another file, not followed.')
  }
}

function partsNamed(xml: ReadonlyMap<string, string>, name: RegExp): string[] {
  return Array.from(xml).flatMap(([part, text]) => (name.test(part) ? [text] : []))
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
