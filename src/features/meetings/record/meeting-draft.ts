import { createHash } from 'node:crypto'
import type { Block, FileReference } from '#platform/documents/blocks.ts'
import { meetingEntry, type MeetingEntry } from './meetings-file.ts'
import type { ReportFrame } from './report-file.ts'

/** A picture that a paper shows, with its bytes. */
export interface Picture {
  readonly reference: FileReference
  readonly name: string
  readonly bytes: Uint8Array
}

/** A picture by the name its paper gives it and by its content in the file store. */
export interface KeptPicture {
  readonly name: string
  readonly checksum: string
}

/** What a paper holds, read and checked. */
export interface PaperText {
  readonly title: string
  /** Reports only. */
  readonly frame?: ReportFrame
  readonly blocks: readonly Block[]
  readonly markdown: string
  readonly pictures: readonly Picture[]
  /** What it shows besides, drawn anew with the figures that it quotes. */
  readonly drawings?: readonly Picture[]
}

/** A document as its author supplied it, kept beside the pack; the paper's text says the same accessibly. */
export interface AttachedFile extends FileReference {
  readonly name: string
  readonly bytes: number
}

/** A paper that belongs to an item; `text` is left out where the record names it and does not hold it. */
export interface PaperDraft {
  /** Its part of an address: `item-4-report`, `item-4-appendix-1`, `item-4-public-version`. */
  readonly id: string
  readonly item: number
  readonly kind: 'report' | 'appendix'
  readonly title: string
  readonly note?: string
  /** The name its meeting's file gives it. */
  readonly fileName?: string
  readonly text?: PaperText
  readonly attachment?: AttachedFile
  /** The redacted report that the public may read of an exempt or confidential item. */
  readonly isPublicVersion?: true
}

/** A meeting with all its papers, checked, from files or from what staff are working on. */
export interface MeetingDraft {
  readonly entry: MeetingEntry
  readonly papers: readonly PaperDraft[]
  /** SHA-256 of everything that it says, the status apart: two drafts with the same fingerprint say the same. */
  readonly fingerprint: string
}

/** Whether the agenda is still being made: it has items, and no day of issue. Nothing of it is for the public or for members yet. */
export function isDraftAgenda({ status, issued, items }: Pick<MeetingEntry, 'status' | 'issued' | 'items'>): boolean {
  return items.length > 0 && issued === undefined && (status === 'planned' || status === 'cancelled')
}

/** What a meeting says before its agenda is issued: when and where it is. */
export function withoutAgenda({ correction: _correction, ...facts }: Omit<MeetingEntry, 'items'>): MeetingDraft {
  // Parsing puts the fields in their order, whatever order the database kept them in.
  const entry = meetingEntry.parse({ ...facts, items: [] })
  return { entry, papers: [], fingerprint: fingerprintOf(entry, []) }
}

/** What is published of an agenda: a report that is to follow stays out, however much of it is written, until the item no longer says that it is to follow. */
export function withoutReportsToFollow(draft: MeetingDraft): MeetingDraft {
  const toFollow = new Set(draft.entry.items.filter((item) => item.toFollow).map((item) => item.number))
  const papers = draft.papers.filter((paper) => paper.kind === 'appendix' || paper.isPublicVersion === true || !toFollow.has(paper.item))
  return papers.length === draft.papers.length ? draft : { ...draft, papers }
}

/** The fingerprint of a meeting and its papers; see `MeetingDraft`. */
export function fingerprintOf(entry: MeetingEntry, papers: readonly PaperDraft[]): string {
  const { status: _status, ...rest } = entry
  // Where a document lies and which number an appendix has is said by the papers.
  const items = rest.items.map((item) => ({ ...item, appendices: item.appendices.map((one) => ({ ...one, attachment: undefined, number: undefined })) }))
  const said = [{ ...rest, items }, papers.map(({ text, ...paper }) => [paper, text?.frame, text?.markdown, text?.pictures.map((picture) => picture.reference.checksum)])]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
