import type { Node, Paragraph, Text } from 'mdast'
import type { Block, Inline } from './blocks.ts'
import type { MarkdownReading } from './markdown-reading.ts'
import { cutAtMarks, marksIn, type QuotedMarks } from './quoted.ts'

/** Words with what their marks stand for; a mark of which nothing is known is told to the reading as a fault. */
export function readQuotedWords(text: string, node: Text, reading: MarkdownReading): Inline[] {
  return cutAtMarks(text, meantIn(node, reading)).flatMap((piece): Inline[] => {
    if (typeof piece === 'string') return [{ kind: 'text', text: piece }]
    const { mark, quoted } = piece
    if (quoted.kind === 'words') return [...quoted.content]
    if (quoted.kind === 'unknown') return reading.fault(node, quoted.message, `[[${mark}]]`)
    return reading.fault(node, 'These figures are a part of their own. Put their mark on a line of its own, with an empty line before and after it, outside lists and quotes.', `[[${mark}]]`)
  })
}

/** The part that a paragraph at the outer level stands for, where it is nothing but its mark. */
export function readQuotedPart({ children }: Paragraph, reading: MarkdownReading): Block[] | undefined {
  const [node, ...others] = children
  if (node?.type !== 'text' || others.length > 0) return undefined
  const [piece, ...more] = cutAtMarks(node.value.trim(), meantIn(node, reading))
  return typeof piece === 'object' && piece.quoted.kind === 'part' && more.length === 0 ? [...piece.quoted.blocks] : undefined
}

/** A figure is a link, and repeated in contents and header rows it would lead nowhere. */
export function checkNothingQuoted(node: Node | undefined, where: string, reading: MarkdownReading): void {
  const named = [...meantIn(node, reading).keys()][0]
  if (named !== undefined) reading.fault(node, `A figure that is referred to has no place ${where}. Put it into the text beside it.`, `[[${named}]]`)
}

/** The marks that stand in the source of the node without a backslash, with what they stand for. */
function meantIn(node: Node | undefined, { text, options: { quoted } }: MarkdownReading): QuotedMarks {
  if (quoted === undefined || quoted.size === 0) return new Map()
  const source = text.slice(node?.position?.start.offset, node?.position?.end.offset)
  return new Map(marksIn(source).flatMap((mark) => {
    const found = quoted.get(mark)
    return found === undefined ? [] : [[mark, found] as const]
  }))
}
