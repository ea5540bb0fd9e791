import type { Brand } from '#core/brand.ts'
import type { PersonId } from '#access/actor.ts'
import type { AttachedFile, KeptPicture } from '../record/meeting-draft.ts'
import type { EntryItem, MeetingEntry } from '../record/meetings-file.ts'
import type { ReportPartName, SomeParts } from '../record/report-parts.ts'
import type { ReportFrame } from '../record/report-file.ts'

export type MeetingId = Brand<string, 'MeetingId'>
export type ItemId = Brand<string, 'ItemId'>
export type PaperId = Brand<string, 'PaperId'>

/** What is said of a meeting apart from its agenda. */
export type MeetingFacts = Omit<MeetingEntry, 'items'>
/** What is said of an item apart from its number and its papers. */
export type ItemFacts = Omit<EntryItem, 'number' | 'report' | 'publicVersion' | 'appendices'>

/** A meeting as staff work on it. */
export interface MeetingInWork {
  readonly id: MeetingId
  /** Changes are refused where it has gone up since they were begun. */
  readonly revision: number
  readonly facts: MeetingFacts
  /** Of what was loaded or published last. */
  readonly fingerprint?: string
  /** When staff last changed it here, as an instant. */
  readonly editedAt?: string
  /** By number. */
  readonly items: readonly ItemInWork[]
}

export interface ItemInWork {
  readonly id: ItemId
  readonly number: number
  readonly facts: ItemFacts
  /** Who writes its report. */
  readonly author?: PersonId
  /** Report first, then the public version, then appendices. */
  readonly papers: readonly PaperInList[]
}

export interface PaperInList {
  readonly id: PaperId
  readonly kind: 'report' | 'appendix'
  readonly position: number
  readonly title: string
  readonly frame?: ReportFrame['frame']
  readonly note?: string
  readonly fileName?: string
  readonly isPublicVersion: boolean
  readonly attachment?: AttachedFile
  /** Somebody has written in it, or a file is attached. */
  readonly isHeld: boolean
  /** When its text was last saved, as an instant. */
  readonly savedAt?: string
}

/** A paper with its text. */
export interface PaperInWork extends PaperInList {
  readonly item: ItemId
  readonly meeting: MeetingId
  readonly revision: number
  readonly pictures: readonly KeptPicture[]
  readonly parts: SomeParts
  /** Who saved which part when; a part that nobody has saved is missing, and its revision is 0. */
  readonly saved: { readonly [Name in ReportPartName]?: { readonly revision: number; readonly by?: string; readonly at: string } }
}
