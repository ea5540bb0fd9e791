import type { Block, Figure } from './blocks.ts'

/** The figures of a text in its order, those within lists, quotes and notes too. */
export function figuresIn(blocks: readonly Block[]): Figure[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'figure') return [block]
    if (block.kind === 'list') return figuresIn(block.items.flat())
    return block.kind === 'quote' || block.kind === 'note' ? figuresIn(block.blocks) : []
  })
}
