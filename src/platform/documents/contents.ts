import { plainText, type Block, type Heading } from './blocks.ts'

/** A heading of a document, as a list "On this page" links to it. */
interface ContentsEntry {
  /** The heading's id on its page, and so the address `#…` that leads to it. */
  readonly id: string
  readonly text: string
  /** 2 for the first level inside a document, down to 6. */
  readonly level: number
}

/** Ids are for addresses that people send to each other: long enough to tell headings apart, short enough to read. */
const longestSlug = 60

/**
 * The headings of a document in their order, each with the id that `blocksToHtml` gives it under the same `idPrefix`:
 * `section-the-budget`, and for a second heading of the same words `section-the-budget-2`. They never meet the ids of
 * paragraphs (`para-12`), tables and the page's own frame.
 */
export function contentsOf(blocks: readonly Block[], options: { readonly idPrefix?: string } = {}): ContentsEntry[] {
  const taken = new Set<string>()
  return blocks
    .filter((block) => block.kind === 'heading')
    .map((heading) => {
      const text = plainText(heading.content)
      return { id: untakenId(`${options.idPrefix ?? ''}section-${slugOf(text)}`, taken), text, level: heading.level }
    })
}

/** The id of each heading, for whoever writes the document. */
export function headingIds(blocks: readonly Block[], options: { readonly idPrefix?: string }): ReadonlyMap<Heading, string> {
  const ids = contentsOf(blocks, options).map((entry) => entry.id)
  const headings = blocks.filter((block) => block.kind === 'heading')
  return new Map(headings.map((heading, index) => [heading, ids[index] ?? '']))
}

/** Letters and figures of any script, in lower case, with a hyphen for whatever stands between them, cut between two words. */
function slugOf(text: string): string {
  const [first = 'untitled', ...words] = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  let slug = Array.from(first).slice(0, longestSlug).join('')
  for (const word of words) {
    if (slug.length + word.length >= longestSlug) return slug
    slug += `-${word}`
  }
  return slug
}

function untakenId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`
  taken.add(id)
  return id
}
