import type { LocalDate, LocalTime } from '#core/dates.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { ReportFrame } from '../record/report-file.ts'

/** Everything that the pack of one meeting says, as plain data. */
export type PackContent = PublicPack | MembersPack

/** The pack that anybody may read. What is withheld is left out and named; this type cannot hold it. */
export interface PublicPack extends PackFront, PackMembers {
  readonly audience: 'public'
  readonly items: readonly PackItem[]
}

/** One reader's copy of the pack with its exempt part; the public pages have the same numbers in both. */
export interface MembersPack extends PackFront, PackMembers {
  readonly audience: 'members'
  readonly reader: PackReader
  readonly items: readonly MembersPackItem[]
}

/** Whose copy it is, and of which day: both stand on each page. */
export interface PackReader {
  /** As it is to be printed: "Cllr Alex Hartley". */
  readonly name: string
  readonly on: LocalDate
}

/** What a pack and its supplements say of the meeting. */
export interface PackFront {
  readonly council: string
  readonly body: string
  readonly meeting: {
    readonly date: LocalDate
    readonly time?: LocalTime
    readonly title?: string
    /** In words: "Council Chamber, County Hall, Worcester". */
    readonly place?: string
    /** True, or the address at which it can be watched. */
    readonly webcast: boolean | string
    readonly issued?: LocalDate
  }
  readonly contact?: { readonly office: string; readonly phone?: string; readonly email?: string }
  /** Of a pack that was built again: which version it is and what it corrects. */
  readonly version?: string
  /** How to ask for large print, Braille, another language. */
  readonly alternativeFormats: string
}

/** Who sits at the meeting, and who may speak. */
export interface PackMembers {
  /** In the order in which they are to be named. */
  readonly members: readonly PackMember[]
  readonly alsoInvited: readonly string[]
  /** Until when and how the public may ask to speak. */
  readonly publicParticipation?: string
}

interface PackMember {
  /** Left out where the seat is vacant. */
  readonly name?: string
  readonly role: string
  readonly organisation: string
  /** The heading under which the member is named: "Chair", "Co-opted members". */
  readonly capacity: string
  /** What the seat's vote covers, where it does not go without saying. */
  readonly vote?: string
  readonly substitute?: string
}

interface Item {
  readonly number: number
  readonly title: string
  /** In words: "For decision". */
  readonly kind?: string
  readonly presenter?: string
  readonly timing?: { readonly from: LocalTime; readonly to: LocalTime }
  readonly note?: string
}

export interface PackItem extends Item {
  readonly papers: OpenPapers | (Restricted & { readonly withheld?: never })
}

export interface MembersPackItem extends Item {
  /** `withheld` are the papers that only members have, for the exempt part; their ids differ from those of the open ones. */
  readonly papers: OpenPapers | (Restricted & { readonly withheld: readonly PackPaper[] })
}

interface OpenPapers {
  readonly state: 'open'
  readonly papers: readonly PackPaper[]
  readonly moreToFollow: boolean
}

/** An item of which papers, or parts of them, are withheld from the public. */
export type Restricted = (
  | { readonly state: 'exempt'; readonly paragraph: ExemptParagraph; readonly reason: string }
  /** Local Government Act 1972 s100A(2). */
  | { readonly state: 'confidential' }
) & {
  /** What the public may read all the same: a redacted version, an open report beside an exempt appendix. */
  readonly open?: readonly PackPaper[]
}

/** Local Government Act 1972 Schedule 12A Part 1, by its paragraph. */
type ExemptParagraph = number

export type PackPaper = (
  | { readonly kind: 'report'; readonly frame: ReportFrame; readonly body: readonly Block[] }
  | { readonly kind: 'appendix'; readonly blocks: readonly Block[] }
  | { readonly kind: 'file'; readonly description: readonly Block[]; readonly file: SuppliedFile }
) & {
  readonly id: string
  readonly title: string
  /** Under which paragraph parts of it are taken out. */
  readonly redacted?: ExemptParagraph
}

/** A file that stands beside the pack, as it was supplied: a spreadsheet, slides. */
export interface SuppliedFile {
  readonly name: string
  /** In words: "Excel spreadsheet". */
  readonly kind: string
  readonly bytes: number
  /** Whole, with https: the pack is read elsewhere. */
  readonly address: string
}
