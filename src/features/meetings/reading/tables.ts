import type { Generated } from 'kysely'
import type { PersonId } from '#access/actor.ts'
import type { Brand } from '#core/brand.ts'
import type { LocalDate } from '#core/dates.ts'

export type NoteId = Brand<string, 'NoteId'>

interface OfReader {
  person: PersonId
  body: string
  meeting_date: LocalDate
  version: number
}

/** What members keep for themselves. The database shows notes and readings to their person alone. */
export interface ReadingTables {
  /** A remark on a paragraph of a paper, or words that are highlighted there. */
  'work.notes': OfReader & {
    id: Generated<NoteId>
    /** Number of the item, and the paper's id and title, in the version in which the note was made. */
    item: number
    paper: string
    paper_title: string
    /** The outer block of the paper, from 0, and its words, when the note was made. */
    block: number
    paragraph: string
    /** The words of the paragraph that it is about; empty where it is about all of it. */
    quote: string
    /** Empty where words are only highlighted. */
    words: string
    revision: Generated<number>
    made_at: Date
    changed_at: Date
  }
  /** Which version of a meeting somebody opened last, whether they said that they have read it, and which they had opened before that. */
  'work.readings': OfReader & { read_at: Date; is_marked: Generated<boolean>; earlier_version: number | null }
  /** Somebody's own copy of a pack, or of a supplement to it (0 for the pack), with the name that is printed on it. */
  'work.member_packs': OfReader & { supplement: number; reader: string; checksum: string; bytes: number; pages: number; built_at: Date }
  /** The private address of somebody's calendar, of which only the hash is kept. */
  'work.calendar_addresses': { person: PersonId; token_hash: string; made_at: Date }
}
