import type { OpenPack } from '../rights/open-reading.ts'
import { blockWords, paperBlocks } from '../paper-words.ts'
import type { Note } from './note.ts'
import { placeNotes, type PlacedNote } from './place-notes.ts'

/** The notes on one item, at their places in this version. */
export interface NotesOfItem {
  readonly number: number
  readonly title: string
  readonly notes: readonly PlacedNote<Note>[]
}

/** All notes of a meeting by item, in the order of the papers; those whose text is gone are among them. */
export function notesByItem(pack: OpenPack, notes: readonly Note[]): NotesOfItem[] {
  const placed = [...new Set(notes.map((note) => note.paper))].flatMap((id) => {
    const paper = pack.papers.find((one) => one.id === id)
    const own = notes.filter((note) => note.paper === id)
    return placeNotes(own, paper === undefined ? [] : paperBlocks(paper).map(blockWords))
  })
  const numbers = [...new Set(placed.map(({ note }) => note.item))].toSorted((one, other) => one - other)
  return numbers.map((number) => ({
    number,
    title: pack.meeting.items.find((item) => item.number === number)?.title ?? 'No longer on the agenda',
    notes: placed.filter(({ note }) => note.item === number),
  }))
}

/** The notes as a text file. */
export function notesAsText(heading: string, items: readonly NotesOfItem[]): string {
  const lines = items.flatMap(({ number, title, notes }) => [`${number}. ${title}`, '', ...notes.flatMap((one) => [...noteLines(one), ''])])
  return [heading, '='.repeat(heading.length), '', ...lines].join('\r\n')
}

function noteLines({ note, place }: PlacedNote<Note>): string[] {
  const state = { kept: '', changed: ' (the text has changed since)', gone: ' (the text of this note is gone)' }[place.state]
  const about = note.quote === '' ? note.paragraph : note.quote
  return [`${note.paperTitle}${state}`, `“${about}”`, ...(note.words === '' ? [] : note.words.split('\n'))]
}
