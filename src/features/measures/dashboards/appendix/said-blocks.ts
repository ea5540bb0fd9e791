import type { Block, Figure, Inline } from '#platform/documents/blocks.ts'
import { inventionWords } from '#features/minutes'
import { inventedWords } from '../../glance/invented-words.ts'
import { dayInWords } from '../../glance/commentary-part.ts'
import { ragWord } from '../../glance/rag-tag.ts'
import { withoutArticle } from '../../commentary/model/post.ts'
import type { ReleaseEntry } from '../../releases/release.ts'
import { bullets, heading, paragraph, strong, words } from './block-words.ts'

const states = { new: 'New since the last release', continuing: 'Continuing from the last release', closed: 'Closed since the last release', none: '' } as const

/** An exception with its chart, where it has one, and all that its owner says of it. */
export function exceptionBlocks({ sheet, exception, isConfirmed, commentary, confirmedBefore }: ReleaseEntry, chart: Figure | undefined): readonly Block[] {
  const { judgement, definition } = sheet
  const said: Block[] = [
    heading(3, definition.name),
    paragraph(strong(`${ragWord(judgement.rag)}. ${states[exception]}.`), ...words(` ${judgement.sentence} ${judgement.derivation}`).map(spaced)),
    ...(chart === undefined ? [] : [chart]),
  ]
  if (commentary === undefined && confirmedBefore !== undefined) return [...said, paragraph(...words(`Not confirmed as it stands: its owner (${definition.owner}) confirmed the figure as it was published in version ${confirmedBefore.version}, and has not confirmed it since.`))]
  if (commentary === undefined) return [...said, paragraph(...words(isConfirmed ? `Confirmed by its owner (${definition.owner}) without a comment.` : `Not confirmed: its owner (${definition.owner}) has not confirmed this figure.`))]
  const { happened, why, doing, backOnTrack, claims, signedBy, signedOn, invented } = commentary
  const line = (key: string, text: string): readonly (readonly Inline[])[] => (text.trim() === '' ? [] : [[strong(`${key}:`), ...words(text).map(spaced)]])
  const lines = [
    ...line('What happened', happened),
    ...line('Why', why),
    ...doing.flatMap(({ what, byWhom, byWhen }) => line('Being done', `${what}: ${byWhom}, ${dayInWords(byWhen)}`)),
    ...line('Back on track', backOnTrack),
    ...claims.filter(({ verdict }) => verdict !== 'supported').flatMap((claim) => line(`“${claim.words}”`, `${claim.because} ${claim.reason}`)),
  ]
  return [...said, ...(lines.length === 0 ? [] : [bullets(lines)]), paragraph(...words(`${isConfirmed ? 'Signed' : 'Written, and not confirmed,'} by the ${withoutArticle(signedBy)}, ${dayInWords(signedOn)}.${invented === undefined ? '' : ` ${inventionWords[invented]}. ${inventedWords.commentary[invented]}`}`))]
}

/** Set apart from the strong words before it. */
function spaced(inline: Inline): Inline {
  return inline.kind === 'text' ? { ...inline, text: ` ${inline.text}` } : inline
}
