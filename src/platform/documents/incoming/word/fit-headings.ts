import type { Heading, RootContent } from 'mdast'
import type { Losses } from './losses.ts'
import { wordsOf } from './phrasing-of.ts'
import type { StyledParagraph } from './word-to-blocks.ts'

/**
 * The title of the document, taken out of its text: a paragraph of Word's style "Title", or a heading at the very beginning that stands above all others.
 */
export function takeTitle(blocks: readonly RootContent[]): { readonly title?: string; readonly rest: RootContent[] } {
  const styled = blocks.find((block) => block.type === 'paragraph' && (block as StyledParagraph).isTitle === true)
  const found = styled ?? headingAboveAll(blocks)
  const title = found === undefined ? '' : wordsOf([found]).replaceAll(/\s+/g, ' ').trim()
  return title === '' ? { rest: [...blocks] } : { title, rest: blocks.filter((block) => block !== found) }
}

function headingAboveAll(blocks: readonly RootContent[]): Heading | undefined {
  const [first] = blocks
  if (first?.type !== 'heading') return undefined
  const others = blocks.slice(1).filter((block) => block.type === 'heading')
  return others.length > 0 && others.every((heading) => heading.depth > first.depth) ? first : undefined
}

/** Headings from the second level, none skipped. Where the document skips one, its headings move up, and that is told. */
export function fitHeadingLevels(blocks: readonly RootContent[], losses: Losses): void {
  const above: number[] = []
  let shift: number | undefined
  for (const heading of blocks) {
    if (heading.type !== 'heading') continue
    const level = heading.depth
    while (above.length > 0 && (above.at(-1) ?? 0) >= level) above.pop()
    above.push(level)
    const depth = Math.min(above.length + 1, 6)
    shift ??= depth - level
    if (depth - level !== shift) losses.add('Headings that skipped a level, moved up.', { where: wordsOf([heading]).slice(0, 60) })
    heading.depth = depth as Heading['depth']
  }
}
