import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import type { NoteId } from '../tables.ts'
import type { NoteAnchor } from './place-notes.ts'

/** A note of one person on a paper. */
export interface Note extends NoteAnchor {
  readonly id: NoteId
  readonly body: string
  readonly date: LocalDate
  readonly version: number
  readonly item: number
  readonly paper: string
  readonly paperTitle: string
  readonly words: string
  readonly revision: number
  readonly changedAt: Date
}

/** What is typed in the form of a note. Words alone are a remark on the paragraph, a quotation alone is a highlight. */
export const noteForm = z
  .object({
    words: z.string().trim().max(4000, 'Shorten the note to 4,000 characters or fewer'),
    quote: z.string().trim().max(2000, 'Highlight 2,000 characters or fewer'),
  })
  .refine(({ words, quote }) => words !== '' || quote !== '', { path: ['words'], message: 'Write a note, or give the words to highlight' })
