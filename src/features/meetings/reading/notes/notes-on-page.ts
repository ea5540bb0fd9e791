import type { NotesOfItem } from './placed-notes.ts'

/** As many as a page holds and somebody still looks through. */
const mostOnPage = 100

interface NotesPart {
  readonly items: readonly NotesOfItem[]
  /** The last note of this page, where more come after it. */
  readonly next?: string
  readonly isFirst: boolean
}

/** The notes that come after the one with this id, from the beginning where there is no such note, at most a hundred; an item that goes on has its title again. */
export function notesAfter(items: readonly NotesOfItem[], after: string, most = mostOnPage): NotesPart {
  const all = items.flatMap((item) => item.notes.map((one) => ({ item, one })))
  const begin = all.findIndex(({ one }) => one.note.id === after) + 1
  const shown = all.slice(begin, begin + most)
  const last = shown.at(-1)?.one.note.id
  const parts = items.flatMap((item) => {
    const notes = shown.filter((each) => each.item === item).map(({ one }) => one)
    return notes.length === 0 ? [] : [{ ...item, notes }]
  })
  return { items: parts, isFirst: begin === 0, ...(last === undefined || begin + most >= all.length ? {} : { next: last }) }
}
