import { formatDate } from '#core/date-words.ts'
import { plainText, type Block } from '#platform/documents/blocks.ts'
import type { PublishedMinute, PublishedMinutes, PublishedResolution } from './published-minutes.ts'
import { kindInWords } from './resolution.ts'
import { sittingGroups } from './sitting-groups.ts'
import { voteInWords } from './vote.ts'
import { withheldInWords } from './withheld-words.ts'

/** What minutes say, as plain paragraphs: by which two versions of them are compared. */
export function minutesText(record: PublishedMinutes): string {
  const parts = [
    ...sittingGroups(record.sitting).flatMap(({ heading, lines }) => [heading, ...lines]),
    ...record.said,
    ...record.minutes.flatMap(({ number, title, said, blocks, withheld, resolutions }) => [
      `${number} ${title}`,
      ...said,
      ...blocks.flatMap(textsOf),
      ...(withheld === undefined ? [] : [withheldInWords(withheld)]),
      ...resolutions.map(resolutionText),
    ]),
  ]
  return parts.join('\n\n')
}

function resolutionText({ letter, words, due, vote, ...kind }: PublishedResolution): string {
  const facts = [kindInWords(kind), ...(due === undefined ? [] : [`by ${formatDate(due)}`]), ...(vote === undefined ? [] : [voteInWords(vote)])]
  return `${letter}) ${words} (${facts.join(', ')})`
}

/** What was resolved in an item, in the words of its minute. */
export interface ResolvedInWords {
  /** The kinds of its resolutions, each once: `Noted`, `Recommended to Cabinet`. */
  readonly kinds: readonly string[]
  /** A line each, with whom it asks, by when, and its vote; at the end how many are in a part that is not published. None where nothing was resolved. */
  readonly lines: readonly string[]
}

/** The resolutions of a minute as text. */
export function resolvedInWords({ resolutions, withheld }: Pick<PublishedMinute, 'resolutions' | 'withheld'>): ResolvedInWords {
  const hidden = withheld === undefined || withheld.resolutions === 0 ? [] : [withheldInWords(withheld)]
  return { kinds: [...new Set(resolutions.map(kindInWords))], lines: [...resolutions.map(resolutionText), ...hidden] }
}

function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [plainText(block.content)]
    case 'list':
      return block.items.flatMap((item) => item.flatMap(textsOf))
    case 'table':
      return [plainText(block.caption), ...block.rows.map((row) => row.map(plainText).join(' | '))]
    case 'figure':
      return [block.alternative]
    case 'quote':
    case 'note':
      return block.blocks.flatMap(textsOf)
  }
}
