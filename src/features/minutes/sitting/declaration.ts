import { z } from 'zod'
import { text, words } from '#platform/files/fields.ts'

const natures = ['disclosable-pecuniary', 'dispensation', 'other'] as const

/** What a member declares against an item of the agenda, in a file, in a form and when published alike. */
export const declarationFields = z
  .strictObject({
    item: z.int('Give the number of the item').min(1, 'Items are numbered from 1').max(9999, 'Give the number of the item'),
    member: words('the name of whoever declares'),
    /** `dispensation`: a disclosable pecuniary interest for which the member relies on a dispensation. */
    nature: z.enum(natures, 'Say which kind of interest it is'),
    /** The interest in the member's words. */
    words: text.optional(),
    /** Its details are kept out of every public record (Localism Act 2011 section 32): that there is an interest is all that is said. */
    sensitive: z.boolean().default(false),
    /** Of an interest that is not a disclosable pecuniary one: it is about money, or about an approval, consent, licence or permission. */
    pecuniaryOrRegulatory: z.boolean().default(false),
    /** Of such an interest: so significant that it is likely to prejudice the member's judgement of the public interest. */
    likelyToPrejudice: z.boolean().default(false),
    /** The member leaves by their own choice, though nothing makes them. */
    leaves: z.boolean().default(false),
    /** It stands in the register of interests already. */
    registered: z.boolean().default(true),
  })
  .refine(({ sensitive, words: said }) => sensitive || (said !== undefined && said !== ''), { path: ['words'], error: 'Say what the interest is' })

/** One interest as declared at one meeting against one item. */
export type Declaration = z.output<typeof declarationFields>
export type Nature = Declaration['nature']

/** How a list names each nature. */
export const natureWords: Readonly<Record<Nature, string>> = {
  'disclosable-pecuniary': 'Disclosable pecuniary interest',
  dispensation: 'Disclosable pecuniary interest, with a dispensation',
  other: 'Other disclosable interest',
}

/** What a group of members was told how to vote on an item, or that it was told nothing. */
export const whipFields = z.strictObject({
  /** Left out where the whip is for the whole meeting. */
  item: z.int('Give the number of the item').min(1, 'Items are numbered from 1').max(9999, 'Give the number of the item').optional(),
  group: words('the name of the political group'),
  words: words('what the whip asks of its members'),
})

export type Whip = z.output<typeof whipFields>
