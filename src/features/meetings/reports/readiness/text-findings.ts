import { plainText, type Block, type Inline } from '#platform/documents/blocks.ts'

/** Words that say nothing of where a link leads, when they are heard alone. */
const emptyLinkWords = /^(click here|here|read more|more|more information|link|this link|this|details|see here|website)\.?$/i

/** What a text that can be read should still be made better in, each as a sentence. */
export function textFindings(blocks: readonly Block[]): string[] {
  return [...new Set([...emptyHeadings(blocks), ...blocks.flatMap((block) => findingsIn(block))])]
}

/** A heading with no text before the next heading of its level or above. */
function emptyHeadings(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return []
    const next = blocks[index + 1]
    const isEmpty = next === undefined || (next.kind === 'heading' && next.level <= block.level)
    return isEmpty ? [`Nothing stands under the heading “${plainText(block.content)}”. Write something, or take it out.`] : []
  })
}

function findingsIn(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return linkFindings(block.content)
    case 'list':
      return block.items.flatMap((item) => item.flatMap(findingsIn))
    case 'quote':
    case 'note':
      return block.blocks.flatMap(findingsIn)
    case 'table':
      return [...(block.rows.length === 0 ? [`The table “${plainText(block.caption)}” has no rows.`] : []), ...block.rows.flat().flatMap(linkFindings)]
    case 'figure':
      return /\.(png|jpe?g|svg)$/i.test(block.alternative) ? [`Say what the picture “${block.alternative}” shows; the name of a file says nothing.`] : []
  }
}

function linkFindings(content: readonly Inline[]): string[] {
  return content.flatMap((inline) => {
    if (inline.kind === 'strong' || inline.kind === 'emphasis' || inline.kind === 'footnote') return linkFindings(inline.content)
    if (inline.kind !== 'link') return []
    const words = plainText(inline.content).trim()
    if (emptyLinkWords.test(words)) return [`The link “${words}” says nothing when it is heard alone. Name the page it leads to.`]
    return /^https?:\/\//i.test(words) ? [`The link ${words.slice(0, 60)} is an address. Name the page it leads to instead.`] : []
  })
}
