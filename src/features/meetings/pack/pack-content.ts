import type { LocalDate, LocalTime } from '#core/dates.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { ReportFrame } from '../record/report-file.ts'

/** Everything that the pack of one meeting says, as plain data. */
export interface PackContent {
  /** What is withheld is left out and named. */
  readonly audience: 'public'
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
  /** In the order in which they are to be named. */
  readonly members: readonly PackMember[]
  readonly alsoInvited: readonly string[]
  readonly contact?: { readonly office: string; readonly phone?: string; readonly email?: string }
  /** How to ask for large print, Braille, another language. */
  readonly alternativeFormats: string
  /** Until when and how the public may ask to speak. */
  readonly publicParticipation?: string
  readonly items: readonly PackItem[]
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

export interface PackItem {
  readonly number: number
  readonly title: string
  /** In words: "For decision". */
  readonly kind?: string
  readonly presenter?: string
  readonly timing?: { readonly from: LocalTime; readonly to: LocalTime }
  readonly note?: string
  readonly papers: PackPapers
}

/** What the pack holds of an item: papers that are withheld cannot be given to it. */
type PackPapers =
  | { readonly state: 'open'; readonly papers: readonly PackPaper[]; readonly moreToFollow: boolean }
  /** Local Government Act 1972 Schedule 12A Part 1, by its paragraph. */
  | { readonly state: 'exempt'; readonly paragraph: number; readonly reason: string }
  /** Local Government Act 1972 s100A(2). */
  | { readonly state: 'confidential' }

export type PackPaper =
  | { readonly kind: 'report'; readonly id: string; readonly title: string; readonly frame: ReportFrame; readonly body: readonly Block[] }
  | { readonly kind: 'appendix'; readonly id: string; readonly title: string; readonly blocks: readonly Block[] }

/** The pages of a paper as they are printed. */
export interface PackPages {
  readonly from: number
  readonly to: number
}
