import type { Block, Footnote, Inline } from './blocks.ts'

/** The footnotes of a document in the order of their numbers. */
export function footnotesOf(blocks: readonly Block[]): Footnote[] {
  return blocks.flatMap((block) => inBlock(block)).toSorted((one, other) => one.number - other.number)
}

function inBlock(block: Block): Footnote[] {
  switch (block.kind) {
    case 'heading':
      return []
    case 'paragraph':
      return inInlines(block.content)
    case 'list':
      return block.items.flatMap((item) => footnotesOf(item))
    case 'table':
      return [block.caption, ...block.rows.flat()].flatMap((content) => inInlines(content))
    case 'figure':
      return inInlines(block.caption)
    case 'quote':
    case 'note':
      return footnotesOf(block.blocks)
  }
}

function inInlines(content: readonly Inline[]): Footnote[] {
  return content.flatMap((inline) => {
    if (inline.kind === 'footnote') return [inline]
    return 'content' in inline ? inInlines(inline.content) : []
  })
}
