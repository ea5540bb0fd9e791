import { formatDate } from '#core/date-words.ts'
import { plainText, type Block } from '#platform/documents/blocks.ts'
import type { PublishedMinutes } from './published-minutes.ts'
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
      ...resolutions.map((one) => `${one.letter}) ${one.words} (${[kindInWords(one), ...(one.due === undefined ? [] : [`by ${formatDate(one.due)}`]), ...(one.vote === undefined ? [] : [voteInWords(one.vote)])].join(', ')})`),
    ]),
  ]
  return parts.join('\n\n')
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
