import type { Block, FileReference } from '#platform/documents/blocks.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { paperBlocks } from '../paper-words.ts'
import type { IssuedPaper } from '../../publication/issued-meetings.ts'

/** The bytes of every picture that these papers show, by checksum; one that the store has lost is left out. */
export async function picturesOf(papers: readonly IssuedPaper[], files: Pick<ContentStore, 'get'>): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  for (const { checksum } of figuresOf(papers)) {
    const bytes = pictures.has(checksum) ? undefined : await files.get(checksum)
    if (bytes !== undefined) pictures.set(checksum, bytes)
  }
  return pictures
}

/** The files of the figures in these papers. */
export function figuresOf(papers: readonly IssuedPaper[]): FileReference[] {
  return papers.flatMap((paper) => figuresIn(paperBlocks(paper)))
}

function figuresIn(blocks: readonly Block[]): FileReference[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'figure') return [block.file]
    if (block.kind === 'list') return figuresIn(block.items.flat())
    return block.kind === 'quote' || block.kind === 'note' ? figuresIn(block.blocks) : []
  })
}
