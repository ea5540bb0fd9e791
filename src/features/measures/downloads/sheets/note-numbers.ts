import type { FigureRow } from '../figure-row.ts'

/** The notes of a workbook in the order in which its rows come to them, each once: `[note 1]`. */
export class NoteNumbers {
  readonly #numbers = new Map<string, number>()

  /** How a cell points to its note; undefined where there is none. */
  refer(text: string | undefined): string | undefined {
    if (text === undefined || text === '') return undefined
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1
    this.#numbers.set(text, number)
    return `[note ${number}]`
  }

  /** Every note with the words by which cells point to it. */
  all(): readonly (readonly [reference: string, text: string])[] {
    return [...this.#numbers].map(([text, number]) => [`[note ${number}]`, text])
  }
}

/** The row with its texts beside the figure as references to notes. */
export function withReferences(row: FigureRow, notes: NoteNumbers): FigureRow {
  return { ...row, note: notes.refer(row.note), breakReason: notes.refer(row.breakReason), revisedBecause: notes.refer(row.revisedBecause) }
}
