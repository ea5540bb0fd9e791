import { closesWords } from '../forward-plan/entry/words.ts'
import type { Decision } from '../forward-plan/entry/decision.ts'

type Window = NonNullable<Decision['window']>

/** "You have signed; 1 more is needed until 5.00 pm on Friday 7 July 2023." */
export function signedWords({ members, closes }: Window, signatures: number): string {
  const more = members - signatures
  return `You have signed; ${more} more ${more === 1 ? 'is' : 'are'} needed until ${closesWords(closes)}.`
}

/** "2 of the 3 members who are needed have signed." */
export function countWords({ members }: Window, signatures: number): string {
  return `${signatures} of the ${members} members who are needed ${signatures === 1 ? 'has' : 'have'} signed.`
}

/** "The time for calling this in ended at 5.00 pm on Friday 7 July 2023. 2 of the 3 members who were needed had signed, so it is not called in." */
export function lapsedWords({ members, closes }: Window, signatures: number): string {
  return `The time for calling this in ended at ${closesWords(closes)}. ${signatures} of the ${members} members who were needed had signed, so it is not called in.`
}
