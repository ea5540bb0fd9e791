import { formatDate } from '#core/date-words.ts'
import type { PublishedMinutes } from './published-minutes.ts'

/** Where published minutes stand, in a sentence or two. */
export function standingSentence({ state, confirmed, signed }: Pick<PublishedMinutes, 'state' | 'confirmed' | 'signed'>): string {
  if (confirmed === undefined) return state === 'draft' ? 'Not circulated.' : 'Draft, to be confirmed: the body confirms these minutes as a correct record at a later meeting, and they may be corrected until then.'
  const amended = confirmed.amended === undefined ? '' : ` with this amendment: ${confirmed.amended}`
  const by = signed === undefined ? '' : ` Signed by ${signed.by}, in the chair, on ${formatDate(signed.on)}.`
  return `Confirmed as a correct record at the meeting of ${formatDate(confirmed.on)}, item ${confirmed.item}${amended === '' ? '.' : `,${amended}`}${by}`
}
