import { readFileSync } from 'node:fs'
import type { LocalDate } from '#core/dates.ts'
import type { Outcome } from '#core/outcome.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import type { MembersPackItem, PackFront, PackItem, PackReader } from './pack-content.ts'
import { printedFront } from './printed-front.ts'
import { printedItem, withheldStates } from './printed-papers.ts'
import { setPapers, type Pack, type PackProgress } from './set-papers.ts'
import { confidentialOnCover } from './withheld-words.ts'

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

const source = readFileSync(new URL('supplement.typ', import.meta.url), 'utf8')

/**
 * A supplement as a PDF/UA-1 file of its own: a cover with what it holds and why it is late, then the papers, whose pages go on from the pack's.
 * Its cover has the numbers i, ii …; refused as `buildPack` refuses.
 */
export function buildSupplement(
  content: SupplementContent,
  pictures: ReadonlyMap<string, Uint8Array>,
  typesetter: Typesetter,
  progress?: PackProgress,
): Promise<Outcome<Pack>> {
  const { number, firstPage, firstExemptPage = 1, issued, note } = content.supplement
  const items = content.items.map((item) => printedItem(item, content.audience))
  const { issued: _packIssued, ...meeting } = content.meeting
  const printed = printedFront(
    { ...content, meeting: issued === undefined ? meeting : { ...meeting, issued } },
    {
      what: `Supplement ${number} to the agenda`,
      called: `supplement ${number} to the agenda`,
      description: `Supplement ${number} to the agenda of the meeting of`,
      reader: content.audience === 'members' ? content.reader : undefined,
      confidential: confidentialOnCover(withheldStates(items)),
    },
  )
  return setPapers({ source, front: { ...printed, note: note ?? null }, items, first: { open: firstPage, exempt: firstExemptPage } }, { pictures, typesetter, progress })
}
