import type { RootContent } from 'mdast'
import { wordsOf } from './phrasing-of.ts'
import type { WordTable } from './word-tables.ts'
import type { StyledParagraph } from './word-to-blocks.ts'

const longestCaption = 300

/** Whether a paragraph is the caption of a table or a figure, by Word's style or by how it begins: "Table 1: Budget by service". */
function isCaptionOf(kind: 'table' | 'figure', block: RootContent | undefined): block is StyledParagraph {
  if (block?.type !== 'paragraph') return false
  const words = wordsOf([block]).trim()
  if (words === '' || words.length > longestCaption || block.children.some((child) => child.type === 'image')) return false
  const isTable = /^table\s*[\d.]*\b/i.test(words)
  if ((block as StyledParagraph).isCaption === true) return kind === 'table' ? !/^(?:figure|fig\.|chart|picture|photo)/i.test(words) : !isTable
  return kind === 'table' ? /^table\s+\d+(?:\.\d+)*\s*[:.–—-]\s*\S/i.test(words) : /^(?:figure|fig\.|chart)\s+\d+(?:\.\d+)*\s*[:.–—-]\s*\S/i.test(words)
}

/** Each table with the caption that stands above it or, if there is none, below it. */
export function withTableCaptions(blocks: readonly RootContent[]): RootContent[] {
  const taken = new Set<RootContent>()
  const titled = blocks.map((block, index): RootContent => {
    if (block.type !== 'table' || (block as WordTable).title !== undefined) return block
    const caption = [blocks[index - 1], blocks[index + 1]].find((near) => near !== undefined && !taken.has(near) && isCaptionOf('table', near))
    if (caption?.type !== 'paragraph') return block
    taken.add(caption)
    const table: WordTable = { ...block, title: caption.children }
    return table
  })
  return titled.filter((block) => !taken.has(block))
}

/** The words of the caption that this paragraph is, for the picture before it. */
export function figureCaption(block: RootContent | undefined): string | undefined {
  return isCaptionOf('figure', block) ? wordsOf([block]).replaceAll(/\s+/g, ' ').trim() : undefined
}
