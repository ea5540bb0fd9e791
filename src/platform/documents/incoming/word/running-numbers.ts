import type { Losses } from './losses.ts'
import { formatsOf, placesIn } from './word-lists.ts'

const documentPart = 'word/document.xml'
const fewest = 3

/**
 * The parts of a Word document without a numbering that runs on under one heading after the other: such paragraphs are lists by their format and the
 * numbered paragraphs of a report by their meaning, which get their numbers from the report. A numbering of one level only; deeper ones are lists.
 */
export function withoutRunningNumbers(xml: ReadonlyMap<string, string>, losses: Losses): ReadonlyMap<string, string> {
  const document = xml.get(documentPart) ?? ''
  const running = runningLists(document, xml.get('word/numbering.xml') ?? '')
  if (running.size === 0) return xml
  let count = 0
  const without = document.replaceAll(/<(\w+:)?numPr>((?:(?!<\/(?:\w+:)?numPr>).)*)<\/(?:\w+:)?numPr>/gs, (whole, _prefix, properties: string) => {
    const list = /<(?:\w+:)?numId\s[^>]*?val="([^"]*)"/.exec(properties)?.[1]
    if (list === undefined || !running.has(list)) return whole
    count += 1
    return ''
  })
  losses.add('Numbers of paragraphs, left out: the report numbers its paragraphs itself. Check where the text refers to a number.', { count })
  return new Map([...xml, [documentPart, without]])
}

/** The lists of one level and of figures that go on after a heading. */
function runningLists(document: string, numbering: string): ReadonlySet<string> {
  const paragraphs = document.split(/<\/(?:\w+:)?p>/).slice(0, -1)
  const places = placesIn(document)
  const formats = formatsOf(numbering)
  const seen = new Map<string, { items: number; heading: number; goesOn: boolean; isPlain: boolean }>()
  let heading = 0
  for (const [index, place] of places.entries()) {
    if (place === undefined && isHeading(paragraphs[index] ?? '')) heading += 1
    if (place === undefined) continue
    const before = seen.get(place.list) ?? { items: 0, heading, goesOn: false, isPlain: true }
    seen.set(place.list, {
      items: before.items + 1,
      heading,
      goesOn: before.goesOn || before.heading !== heading,
      isPlain: before.isPlain && place.level === 0 && formats.get(place.list)?.[0] === 'decimal',
    })
  }
  return new Set([...seen].flatMap(([list, { items, goesOn, isPlain }]) => (goesOn && isPlain && items >= fewest ? [list] : [])))
}

function isHeading(paragraph: string): boolean {
  return /<(?:\w+:)?pStyle\s[^>]*?val="Heading\d"/i.test(paragraph)
}
