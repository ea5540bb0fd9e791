import type { PhrasingContent } from 'mdast'
import type { Inline } from './blocks.ts'
import { safeAddress } from './link-address.ts'
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

function readInline(node: PhrasingContent, reading: MarkdownReading, depth: number): Inline[] {
  if (node.type === 'text') return [{ kind: 'text', text: node.value.replaceAll(/[ \t]*\n[ \t]*/g, ' ') }]
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
  if (content.length === 0) return reading.fault(node, 'Give the link words to be followed by.', address)
  return [{ kind: 'link', address: safe, content }]
}
