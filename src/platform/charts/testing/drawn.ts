import type { Html } from '#platform/pages/html.ts'
import { doOverlap, type Box } from '../boxes.ts'
import { widthOf } from '../text-width.ts'

interface DrawnText extends Box {
  readonly text: string
}

/** What a reader finds in a drawing: its words with the room that they take, its marks, and what it says of itself. */
interface Drawn {
  readonly texts: readonly DrawnText[]
  readonly words: readonly string[]
  readonly title: string
  readonly description: string
  readonly width: number
  readonly height: number
  /** Classes of the shapes of points, in their order. */
  readonly marks: readonly string[]
  /** How many elements have this class. */
  count(className: string): number
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

export function drawnOf(svg: Html): Drawn {
  const source = svg.toString()
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(source) ?? []
  const texts = [...source.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => drawnText(attributes, decoded(text)))
  return {
    texts,
    words: texts.map(({ text }) => text),
    title: decoded(/<title[^>]*>([^<]*)</.exec(source)?.[1] ?? ''),
    description: decoded(/<desc[^>]*>([^<]*)</.exec(source)?.[1] ?? ''),
    width: Number(width),
    height: Number(height),
    marks: [...source.matchAll(/class="(gt-chart__mark [^"]*)"/g)].map(([, classes = '']) => classes),
    count: (className) => [...source.matchAll(/class="([^"]*)"/g)].filter(([, classes = '']) => classes.split(' ').includes(className)).length,
  }
}

function drawnText(attributes: string, text: string): DrawnText {
  const value = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  const size = Number(value('font-size'))
  const width = widthOf(text, { size, isBold: value('font-weight') === '700' }) / 1.04
  const x = Number(value('x'))
  const left = { start: x, middle: x - width / 2, end: x - width }[value('text-anchor')] ?? Number.NaN
  return { text, left, right: left + width, top: Number(value('y')) - size * 0.72, bottom: Number(value('y')) + size * 0.22 }
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
}

/** Words that lie upon each other, or beyond the edge of the drawing. */
export function misplacedWords({ texts, width, height }: Drawn): string[] {
  const isWithin = ({ left, right, top, bottom }: Box) => left >= 0 && right <= width && top >= 0 && bottom <= height
  const beyond = texts.filter((text) => !isWithin(text)).map(({ text }) => `"${text}" leaves the drawing`)
  const upon = texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => (doOverlap(one, other) ? [`"${one.text}" lies upon "${other.text}"`] : [])),
  )
  return [...beyond, ...upon]
}
