import { plainText, type Block } from '#platform/documents/blocks.ts'
import { reportBlocks } from '../pack/report-blocks.ts'
import type { ReportFrame } from '../record/report-file.ts'

/** The outer blocks of a paper as page and pack show them: a report in its frame, an appendix as it is. */
export function paperBlocks(paper: { readonly frame?: ReportFrame; readonly blocks: readonly Block[] }): readonly Block[] {
  return paper.frame === undefined ? paper.blocks : reportBlocks(paper.frame, paper.blocks)
}

/** Everything that a block says, as plain words on one line. */
export function blockWords(block: Block): string {
  return wordsOf(block).join(' ').replaceAll(/\s+/g, ' ').trim()
}

function wordsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [plainText(block.content)]
    case 'list':
      return block.items.flat().flatMap(wordsOf)
    case 'table':
      return [block.caption, ...block.columns.map((column) => column.heading), ...block.rows.flat()].map(plainText)
    case 'figure':
      return [block.alternative, plainText(block.caption)]
    case 'quote':
    case 'note':
      return block.blocks.flatMap(wordsOf)
  }
}

/** How a reader tells a block from its neighbours: "paragraph 12", "the table “Spending”". */
export function blockName(block: Block): string {
  if (block.kind === 'paragraph' && block.number !== undefined) return `paragraph ${block.number}`
  if (block.kind === 'heading') return `the heading “${cut(blockWords(block))}”`
  if (block.kind === 'table') return `the table “${cut(plainText(block.caption))}”`
  if (block.kind === 'figure') return `the picture “${cut(block.alternative)}”`
  return `${block.kind === 'list' ? 'the list' : 'the paragraph'} “${cut(blockWords(block))}”`
}

function cut(words: string): string {
  return words.length <= 40 ? words : `${words.slice(0, 40).replace(/\s+\S*$/, '')} …`
}
