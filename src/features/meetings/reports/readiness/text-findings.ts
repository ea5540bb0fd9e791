import { plainText, type Block, type Inline } from '#platform/documents/blocks.ts'
import { typedNumber } from '#platform/documents/typed-number.ts'
import { contactFindings } from './contact-findings.ts'

/** Words that say nothing of where a link leads, when they are heard alone. */
const emptyLinkWords = /^(click here|here|read more|more|more information|link|this link|this|details|see here|website)\.?$/i

/** What a text that can be read should still be made better in, each as a sentence. */
export function textFindings(blocks: readonly Block[]): string[] {
  return [...new Set([...emptyHeadings(blocks), ...typedNumbers(blocks), ...blocks.flatMap((block) => findingsIn(block)), ...contactFindings(blocks)])]
}

/** What an import writes over a table that had no title in the file. */
const awaitedTitle = /\(give it a title\)$/

/** Tables that still wait for a title, each as a sentence: such a caption would be printed as it stands. */
export function awaitedTitles(blocks: readonly Block[]): string[] {
  const captions = blocks.flatMap((block) => (block.kind === 'table' ? [plainText(block.caption)] : []))
  return captions.filter((caption) => awaitedTitle.test(caption)).map((caption) => `Give the table a title in place of “${caption}”.`)
}

/** Numbered paragraphs that begin with a number of their own, and would be printed with two. */
function typedNumbers(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    const typed = block.kind === 'paragraph' && block.number !== undefined ? typedNumber(plainText(block.content))?.trim() : undefined
    return typed === undefined || block.kind !== 'paragraph' ? [] : [`Paragraph ${block.number} begins with “${typed}”: paragraphs are numbered by themselves. Take the typed number off.`]
  })
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
