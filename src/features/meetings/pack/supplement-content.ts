import type { LocalDate } from '#core/dates.ts'
import type { MembersPackItem, PackFront, PackItem, PackReader } from './pack-content.ts'

/** What arrives after the pack was published: papers to follow, late items. */
export type SupplementContent = PublicSupplement | MembersSupplement

interface PublicSupplement extends SupplementFront {
  readonly audience: 'public'
  readonly items: readonly Supplemented<PackItem>[]
}

interface MembersSupplement extends SupplementFront {
  readonly audience: 'members'
  readonly reader: PackReader
  readonly items: readonly Supplemented<MembersPackItem>[]
}

interface SupplementFront extends PackFront {
  readonly supplement: {
    /** From 1, in the order of publication. */
    readonly number: number
    /** After the last page of the pack and of the supplements before. */
    readonly firstPage: number
    /** The same in the exempt part; from E1 where it is left out. */
    readonly firstExemptPage?: number
    readonly issued?: LocalDate
    /** What the reader should know of it. */
    readonly note?: string
  }
}

type Supplemented<AnItem> = AnItem & {
  /** Local Government Act 1972 s100B(4): the chair's reason of special circumstances, where the item is late. */
  readonly lateReason?: string
}
