import type { Losses } from './losses.ts'

interface ListPlace {
  readonly list: string
  readonly level: number
}

const lettered = /^(?:lower|upper)(?:Letter|Roman)$/

/**
 * Tells what happens to numbered lists: Markdown counts 1, 2, 3 and begins anew after other text, while Word letters them and goes on. Where the numbers
 * of paragraphs are left out anyway, only the letters are told.
 */
export function tellWhatListsLose(xml: ReadonlyMap<string, string>, hasNumberedParagraphs: boolean, losses: Losses): void {
  const formats = formatsOf(xml.get('word/numbering.xml') ?? '')
  const places = placesIn(xml.get('word/document.xml') ?? '')
  const formatOf = (place: ListPlace) => formats.get(place.list)?.[place.level] ?? 'none'
  const items = places.filter((place) => place !== undefined)
  losses.add('Items lettered (a), (b) or (i), (ii), which are numbered 1, 2. Check where the text refers to them.', { count: items.filter((place) => lettered.test(formatOf(place))).length })
  if (hasNumberedParagraphs) return
  const continued = continuations(places).filter((place) => !['bullet', 'none'].includes(formatOf(place)))
  losses.add('Numbered lists that went on counting after other text, which begin at 1 again. Check their numbers.', { count: continued.length })
}

/** The places where a list goes on after a paragraph that belongs to none. */
function continuations(places: readonly (ListPlace | undefined)[]): ListPlace[] {
  const begun = new Set<string>()
  let isInterrupted = false
  return places.filter((place): place is ListPlace => {
    if (place === undefined) isInterrupted = true
    if (place === undefined || place.level > 0) return false
    const isContinued = isInterrupted && begun.has(place.list)
    isInterrupted = false
    begun.add(place.list)
    return isContinued
  })
}

/** For each paragraph the list to which it belongs, undefined for none. */
export function placesIn(document: string): (ListPlace | undefined)[] {
  return document.split(/<\/(?:\w+:)?p>/).slice(0, -1).map((text) => {
    const properties = /<(?:\w+:)?numPr>(.*?)<\/(?:\w+:)?numPr>/s.exec(text)?.[1]
    const list = properties === undefined ? undefined : valueOf(properties, 'numId')
    return list === undefined || list === '0' ? undefined : { list, level: Number(valueOf(properties ?? '', 'ilvl') ?? 0) }
  })
}

/** The formats of each list's levels: `decimal`, `bullet`, `lowerLetter` … */
export function formatsOf(numbering: string): Map<string, string[]> {
  const abstract = new Map<string, string[]>()
  for (const part of numbering.split(/<(?=(?:\w+:)?abstractNum\s)/).slice(1)) {
    const levels = part.split(/<(?=(?:\w+:)?lvl\s)/).slice(1)
    abstract.set(attributeOf(part, 'abstractNumId') ?? '', levels.map((level) => valueOf(level, 'numFmt') ?? 'none'))
  }
  const lists = numbering.split(/<(?=(?:\w+:)?num\s)/).slice(1)
  return new Map(lists.map((list) => [attributeOf(list, 'numId') ?? '', abstract.get(valueOf(list, 'abstractNumId') ?? '') ?? []]))
}

function valueOf(xml: string, element: string): string | undefined {
  return new RegExp(`<(?:\\w+:)?${element}\\s[^>]*?val="([^"]*)"`).exec(xml)?.[1]
}

function attributeOf(xml: string, name: string): string | undefined {
  return new RegExp(`^[^>]*?${name}="([^"]*)"`).exec(xml)?.[1]
}
