import type { FootnoteReference, PhrasingContent, Text } from 'mdast'
import type { Inline } from './blocks.ts'
import { safeAddress } from './link-address.ts'
import { checkNothingQuoted, readQuotedWords } from './markdown-quoted.ts'
import type { MarkdownReading } from './markdown-reading.ts'

const deepest = 8

/** The words of a paragraph, heading or cell with their marks; whatever has no place there is told to the reading as a fault. */
export function readInlines(nodes: readonly PhrasingContent[], reading: MarkdownReading, depth = 0): Inline[] {
  if (depth > deepest) {
    reading.fault(nodes[0], 'Strong, emphasis and links stand too deep in each other here. Use fewer.')
    return []
  }
  return nodes.flatMap((node) => readInline(node, reading, depth + 1))
}

/**
 * The words of a heading or of a column's heading, which hold no footnote: bookmarks and contents would repeat it, and a header row that is repeated
 * on each page may hold no link in PDF/UA.
 */
export function readHeadingInlines(nodes: readonly PhrasingContent[], reading: MarkdownReading): Inline[] {
  const content = readInlines(nodes, reading)
  if (holdsFootnote(content)) reading.fault(nodes[0], 'A footnote has no place in a heading. Put its mark into the text below, or into the caption of the table.')
  for (const node of nodes) checkNothingQuoted(node, 'in a heading', reading)
  return content
}

function holdsFootnote(content: readonly Inline[]): boolean {
  return content.some((inline) => inline.kind === 'footnote' || ('content' in inline && holdsFootnote(inline.content)))
}

function readInline(node: PhrasingContent, reading: MarkdownReading, depth: number): Inline[] {
  if (node.type === 'text') return readText(node, reading)
  if (node.type === 'footnoteReference') return readFootnote(node, reading, depth)
  if (node.type === 'inlineCode') return [{ kind: 'code', text: node.value }]
  if (node.type === 'break') return [{ kind: 'line-break' }]
  if (node.type === 'strong' || node.type === 'emphasis') return [{ kind: node.type, content: readInlines(node.children, reading, depth) }]
  if (node.type === 'link') return readLink(node.url, readInlines(node.children, reading, depth), node, reading)
  if (node.type === 'image') return reading.fault(node, 'Put an image on a line of its own, with an empty line before and after it.')
  return reading.refuse(node)
}

function readLink(address: string, content: Inline[], node: PhrasingContent, reading: MarkdownReading): Inline[] {
  const safe = safeAddress(address)
  if (safe === undefined) {
    return reading.fault(node, 'A link goes to an address with https:// or http://, to mailto:, or to a page of this site: /bodies.', address)
  }
  if (holdsFootnote(content)) return reading.fault(node, 'A footnote has no place inside a link. Put its mark after it.', address)
  checkNothingQuoted(node, 'inside a link', reading)
  if (content.length === 0) return reading.fault(node, 'Give the link words to be followed by.', address)
  return [{ kind: 'link', address: safe, content }]
}

/** The parser leaves a mark without a footnote as text; one that is meant as text has a backslash. */
function readText(node: Text, reading: MarkdownReading): Inline[] {
  const source = reading.text.slice(node.position?.start.offset, node.position?.end.offset)
  const mark = /(?<!\\)\[\^[^\s\]]+\]/.exec(source)?.[0]
  if (mark !== undefined) reading.fault(node, `There is no footnote for this mark. Write it on a line of its own: ${cutMark(mark)}: The note.`, mark)
  return readQuotedWords(onOneLine(node.value), node, reading)
}

/** Every run of blanks is gone through once: looked for from each of its signs, a long one would hold up the site. */
function onOneLine(text: string): string {
  return text.replaceAll(/(?<![ \t])[ \t]+\n/g, '\n').replaceAll(/\n[ \t]*/g, ' ')
}

function cutMark(mark: string): string {
  return mark.length > 20 ? '[^1]' : mark
}

const unusable = {
  nested: 'A footnote has no place inside a footnote.',
  used: 'This footnote is referred to already. Write another one for this place.',
  missing: 'Write the footnote at the outer level of the text, not inside a list or a quote.',
}

function readFootnote(node: FootnoteReference, reading: MarkdownReading, depth: number): Inline[] {
  const mark = `[^${node.identifier}]`
  const use = reading.footnotes.use(node.identifier)
  if (typeof use === 'string') return reading.fault(node, unusable[use], mark)
  const [paragraph, ...others] = use.definition.children
  const isOne = paragraph?.type === 'paragraph' && others.length === 0
  const content = isOne ? readInlines(paragraph.children, reading, depth) : reading.fault(use.definition, 'A footnote is one paragraph of words.', mark)
  reading.footnotes.leave()
  return [{ kind: 'footnote', number: use.number, content }]
}
