import type { PersonId } from '#access/actor.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { memberOf } from '#features/bodies'
import { isInForce } from '../interest.ts'
import { keptRegister, type KeptDispensation, type KeptInterest } from '../kept-registers.ts'
import { kindWords } from '../kinds.ts'
import { withheldWords } from '../shown-register.ts'
import { mentionsIn, type LookedThrough, type Mention } from './touch.ts'

/** An interest as its member and those who serve the meeting know it. The address of a home is not in it. */
export interface OwnInterest {
  readonly id: string
  readonly kind: KeptInterest['kind']
  readonly kindInWords: string
  readonly of: KeptInterest['of']
  /** For the member and the monitoring officer’s office only. */
  readonly words: string
  /** What may be said of it in public: of one whose details are withheld, only that there is one. */
  readonly publicWords: string
  readonly isRegistered: boolean
  /** Its details are withheld, or it is asked that they be: at a meeting the member says only that there is an interest (Localism Act 2011 s31(2)). */
  readonly isSensitive: boolean
  readonly from: LocalDate
  readonly to?: LocalDate
}

/** An item that is looked through, of a meeting on that day. */
export type ItemOn = LookedThrough & { readonly on: LocalDate }

/** An item of an agenda that mentions an interest, and by which words. */
export interface TouchedItem<Item extends ItemOn = ItemOn> {
  readonly item: Item
  readonly interest: OwnInterest
  readonly mentions: readonly Mention[]
}

/** A member by the name that bodies have, or by the account that they read with. */
type Whose = { readonly member: string } | { readonly person: PersonId }

/** The interests that a member has told and that have not ended by that day. For the member, and for staff who record what is declared. */
export async function interestsOf(reader: Reader, member: string, day?: LocalDate): Promise<readonly OwnInterest[]> {
  return (await keptRegister(reader, member)).interests.filter((one) => day === undefined || isInForce(one, day)).map(ownInterest)
}

/** The dispensations that a member has on that day. */
export async function dispensationsOn(reader: Reader, member: string, day: LocalDate): Promise<readonly KeptDispensation[]> {
  return (await keptRegister(reader, member)).dispensations.filter((one) => isInForce(one, day))
}

/**
 * Which of these items mention what the member has told and has on the day of the meeting: something to consider, never a verdict. Whoever asks hands in only
 * what this member may read, and shows the answer to nobody else.
 */
export async function touchedInterests<Item extends ItemOn>(reader: Reader, whose: Whose, items: readonly Item[]): Promise<readonly TouchedItem<Item>[]> {
  if (items.length === 0) return []
  const member = 'member' in whose ? whose.member : await memberOf(reader, whose.person)
  const interests = member === undefined ? [] : (await keptRegister(reader, member)).interests
  return items.flatMap((item) =>
    interests.flatMap((interest) => {
      const mentions = isInForce(interest, item.on) ? mentionsIn(item, interest.subjects) : []
      return mentions.length === 0 ? [] : [{ item, interest: ownInterest(interest), mentions }]
    }),
  )
}

function ownInterest({ id, kind, of, words, isHome, registeredOn, sensitive, from, to }: KeptInterest): OwnInterest {
  const isSensitive = sensitive?.state === 'withheld' || sensitive?.state === 'asked'
  const own = isHome ? 'A home' : words
  return {
    id,
    kind,
    kindInWords: kindWords[kind],
    of,
    words: own,
    publicWords: isSensitive ? withheldWords : own,
    isRegistered: registeredOn !== undefined,
    isSensitive,
    from,
    ...(to === undefined ? {} : { to }),
  }
}
