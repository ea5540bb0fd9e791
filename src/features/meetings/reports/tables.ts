import type { ColumnType, Generated } from 'kysely'
import type { PersonId } from '#access/actor.ts'
import type { Brand } from '#core/brand.ts'
import type { KeptPicture } from '../record/meeting-draft.ts'
import type { ReportPartName } from '../record/report-parts.ts'
import type { ClearanceKind } from '../templates/body-template.ts'
import type { PaperId } from '../work/meeting-in-work.ts'
import type { AppendixFinding } from './appendices/finding-words.ts'

export type ClearanceId = Brand<string, 'ClearanceId'>
export type CommentId = Brand<string, 'CommentId'>
type ReplyId = Brand<string, 'ReplyId'>
export type WordImportId = Brand<string, 'WordImportId'>

/** A digest of the text of each part, for telling which parts were changed. */
export type TextDigest = { readonly [Name in ReportPartName]?: string }

/** A column of JSON: written as text, read as the value. */
type Json<Value> = ColumnType<Value, string, string>

/** A picture of a Word file that waits for what it shows to be said. */
export interface WaitingPicture extends KeptPicture {
  readonly alternative: string
}

/** What could not be carried from a Word file, as the reader of Word files says it. */
export interface LeftBehind {
  readonly what: string
  readonly where?: string
  readonly count: number
}

/** The tables of the work on reports beyond their text. */
export interface ReportsTables {
  /** Whom the author or an officer lets write. */
  'work.paper_writers': { paper: PaperId; person: PersonId; name: string; shared_by: string; shared_at: Date }
  /** The last time it was handed in or returned. */
  'work.paper_hand_ins': { paper: PaperId; state: 'handed-in' | 'returned'; by_name: string; at: Date; note: string | null }
  /** The latest of each kind counts; those before it are its history. */
  'work.clearances': {
    id: Generated<ClearanceId>
    paper: PaperId
    kind: ClearanceKind
    officer: PersonId
    officer_name: string
    asked_by: PersonId
    asked_at: Date
    state: 'asked' | 'cleared' | 'returned'
    answered_at: Date | null
    note: string | null
    /** The text that was cleared. */
    text_cleared: Json<TextDigest> | null
  }
  'work.paper_comments': {
    id: Generated<CommentId>
    paper: PaperId
    part: ReportPartName
    /** The words of the text that it speaks of. */
    quote: string | null
    words: string
    by_person: PersonId
    by_name: string
    at: Date
    resolved_by: string | null
    resolved_at: Date | null
  }
  'work.comment_replies': { id: Generated<ReplyId>; comment: CommentId; words: string; by_person: PersonId; by_name: string; at: Date }
  /** When somebody was last told by mail of comments on a paper, or is going to be. */
  'work.paper_tellings': { paper: PaperId; person: PersonId; told_at: Date }
  /** What stands hidden in a file beside a paper, by the file's content. */
  'work.file_findings': { checksum: string; finding: AppendixFinding }
  /** What each picture of a paper shows. */
  'work.picture_words': { paper: PaperId; name: string; alternative: string }
  /** What was read from a Word file and is not yet put into the report. */
  'work.word_imports': {
    id: Generated<WordImportId>
    paper: PaperId
    file_name: string
    /** The document's own. */
    title: string | null
    markdown: string
    pictures: Json<readonly WaitingPicture[]>
    not_carried: Json<readonly LeftBehind[]>
    made_by: PersonId
    made_at: Date
  }
}
