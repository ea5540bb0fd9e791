import { plainText, type Block, type Inline } from './blocks.ts'

/** A link of a text: where it leads, and the words that it is followed by. */
export interface LinkInText {
  readonly address: string
  readonly words: string
}

/** The links of a text in its order, those within lists, tables, quotes, notes and footnotes too. */
export function linksIn(blocks: readonly Block[]): LinkInText[] {
  return blocks.flatMap(linksOf)
}

function linksOf(block: Block): LinkInText[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return linksAmong(block.content)
    case 'list':
      return linksIn(block.items.flat())
    case 'quote':
    case 'note':
      return linksIn(block.blocks)
    case 'table':
      return [...block.columns.map((column) => column.heading), ...block.rows.flat()].flatMap(linksAmong)
    case 'figure':
      return linksAmong(block.caption)
  }
}

function linksAmong(content: readonly Inline[]): LinkInText[] {
  return content.flatMap((inline) => {
    if (inline.kind === 'link') return [{ address: inline.address, words: plainText(inline.content) }]
    return inline.kind === 'strong' || inline.kind === 'emphasis' || inline.kind === 'footnote' ? linksAmong(inline.content) : []
  })
}
