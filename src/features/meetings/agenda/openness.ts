import type { ItemFacts } from '../work/meeting-in-work.ts'

/** Local Government Act 1972 Schedule 12A Part 1 (as substituted by SI 2006/88): the kinds of exempt information, shortly. */
export const paragraphs: readonly { readonly number: number; readonly words: string; readonly meaning: string }[] = [
  { number: 1, words: 'Information about an individual', meaning: 'A report on somebody in particular: an employee, a pupil, a carer.' },
  { number: 2, words: 'Information likely to reveal who an individual is', meaning: 'No name is given, but the facts would tell readers whom it concerns.' },
  { number: 3, words: 'Financial or business affairs of any person, the council included', meaning: 'Prices, tenders, a contractor’s accounts.' },
  { number: 4, words: 'Consultations or negotiations on a labour relations matter', meaning: 'Between the council, or a Minister, and its employees or office-holders.' },
  { number: 5, words: 'Legal professional privilege', meaning: 'Advice of lawyers that could be kept from a court.' },
  { number: 6, words: 'A notice, order or direction that the council proposes to give or make', meaning: 'Under any enactment; publication would let somebody avoid it.' },
  { number: 7, words: 'Action in connection with crime', meaning: 'To prevent, investigate or prosecute it.' },
]

export type Openness = 'open' | 'exempt' | 'confidential'

export function opennessOf({ exempt, confidential }: Pick<ItemFacts, 'exempt' | 'confidential'>): Openness {
  if (confidential) return 'confidential'
  return exempt === undefined ? 'open' : 'exempt'
}

/** What the tag beside an item says. */
export function opennessInWords(facts: Pick<ItemFacts, 'exempt' | 'confidential'>): string | undefined {
  if (facts.confidential) return 'Confidential'
  return facts.exempt === undefined ? undefined : `Exempt, paragraph ${facts.exempt.paragraph}`
}
