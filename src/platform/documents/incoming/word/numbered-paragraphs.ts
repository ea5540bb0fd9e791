import type { RootContent } from 'mdast'
import { typedNumber } from '../../typed-number.ts'
import type { Losses } from './losses.ts'
import { wordsOf } from './phrasing-of.ts'
import { withoutBeginning } from './without-beginning.ts'

/**
 * Whether most of a report's paragraphs are numbered in Word, so that they are lists by their format and paragraphs by their meaning. A list that is a
 * list has text round it.
 */
export function hasNumberedParagraphs(blocks: readonly RootContent[]): boolean {
  const lists = blocks.filter((block) => block.type === 'list' && block.ordered === true)
  const paragraphs = blocks.filter((block) => block.type === 'paragraph').length
  return lists.length > 1 && itemsOf(blocks) > Math.max(3, paragraphs)
}

/** Numbered paragraphs as paragraphs, to which the report gives its own running numbers. */
export function withoutParagraphNumbers(blocks: readonly RootContent[], losses: Losses): RootContent[] {
  losses.add('Numbers of paragraphs, left out: the report numbers its paragraphs itself. Check where the text refers to a number.', { count: itemsOf(blocks) })
  return blocks.flatMap((block) => (block.type === 'list' && block.ordered === true ? block.children.flatMap((item): RootContent[] => item.children) : [block]))
}

/** Paragraphs without the numbers that were typed before their words: each outer paragraph of a report gets its own, and would be numbered twice. */
export function withoutTypedNumbers(blocks: readonly RootContent[], losses: Losses): RootContent[] {
  return blocks.map((block) => {
    const number = block.type === 'paragraph' ? typedNumber(wordsOf([block])) : undefined
    if (block.type !== 'paragraph' || number === undefined) return block
    losses.add('Numbers typed before paragraphs, taken off: the report numbers its paragraphs itself. Check where the text refers to a number.')
    return { ...block, children: withoutBeginning(block.children, number.length) }
  })
}

function itemsOf(blocks: readonly RootContent[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'list' && block.ordered === true ? block.children.length : 0), 0)
}
