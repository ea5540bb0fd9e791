import type { Declaration } from './declaration.ts'

/** Leave under section 33 of the Localism Act 2011 to take part all the same. */
export interface Dispensation {
  readonly may: 'speak' | 'speak-and-vote'
  /** The matter for which it was granted. */
  readonly matter?: string
}

/** What a declared interest means for the item that it was declared against. */
export interface Consequence {
  readonly maySpeak: boolean
  readonly mayVote: boolean
  /** Goes out of the room while the item is taken: because they must, by their own choice, or not at all. */
  readonly leaves: 'must' | 'chooses' | 'no'
  /** The rule in a sentence. */
  readonly why: string
}

const noPart = { maySpeak: false, mayVote: false, leaves: 'must' } as const
const act = 'Localism Act 2011, section 31'

/**
 * What follows from a declared interest. A disclosable pecuniary interest: no part in the discussion, no vote, and the member leaves (Localism Act 2011 s31),
 * save for what a dispensation of theirs allows (s33). Another interest means leaving only where it is pecuniary or regulatory and likely to prejudice.
 */
export function whatFollows(declared: Declaration, dispensations: readonly Dispensation[]): Consequence {
  if (declared.nature === 'other') return ofAnotherInterest(declared)
  if (declared.nature === 'disclosable-pecuniary') {
    return { ...noPart, why: `A disclosable pecuniary interest: no part in the discussion, no vote, and the member leaves for the item (${act}).` }
  }
  if (dispensations.length === 0) return { ...noPart, why: `No dispensation is registered in this name for the day of the meeting, so the member takes no part and leaves for the item (${act}).` }
  const widest = dispensations.find(({ may }) => may === 'speak-and-vote') ?? dispensations[0]
  const isWhole = widest?.may === 'speak-and-vote'
  const matter = widest?.matter === undefined ? '' : ` for “${widest.matter}”`
  const why = isWhole
    ? `A dispensation${matter} allows the member to speak and to vote (Localism Act 2011, section 33).`
    : `A dispensation${matter} allows the member to speak and not to vote; they leave for the vote (Localism Act 2011, section 33).`
  return chosen(declared, { maySpeak: true, mayVote: isWhole, leaves: 'no', why })
}

function ofAnotherInterest(declared: Declaration): Consequence {
  const { pecuniaryOrRegulatory, likelyToPrejudice } = declared
  if (pecuniaryOrRegulatory && likelyToPrejudice) {
    return { ...noPart, why: 'Another interest that is pecuniary or regulatory and likely to prejudice judgement: the member leaves for the item and does not vote (code of conduct).' }
  }
  const lacks = pecuniaryOrRegulatory ? 'not likely to prejudice judgement' : 'neither pecuniary nor regulatory'
  return chosen(declared, { maySpeak: true, mayVote: true, leaves: 'no', why: `Another interest that is ${lacks}: declared, and the member stays and may vote (code of conduct).` })
}

function chosen({ leaves }: Declaration, follows: Consequence): Consequence {
  return leaves ? { maySpeak: false, mayVote: false, leaves: 'chooses', why: `${follows.why} The member chooses to leave.` } : follows
}
