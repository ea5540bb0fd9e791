import { plainQuotes } from '#core/plain-quotes.ts'

/** Where a note was made: the paragraph's place and words then, and the words of it that the note is about. */
export interface NoteAnchor {
  /** The outer block of the paper, from 0. */
  readonly block: number
  readonly paragraph: string
  /** Empty where it is about the whole paragraph. */
  readonly quote: string
}

export type Place =
  /** The words stand here, if need be at another place of the paper. */
  | { readonly state: 'kept'; readonly block: number }
  /** What is most like the text of the note. */
  | { readonly state: 'changed'; readonly block: number }
  | { readonly state: 'gone' }

export interface PlacedNote<Note> {
  readonly note: Note
  readonly place: Place
}

/** Below this share of words in common a paragraph is another one. */
const likeEnough = 0.5
/** Fewer words and pairs of words than this may stand in any paragraph by chance. */
const telling = 4

/**
 * Finds for each note of a paper its place in another version of it: the same words, wherever they now stand; else the paragraph most like the one
 * it was made on; else none. No note is left out.
 */
export function placeNotes<Note extends NoteAnchor>(notes: readonly Note[], blocks: readonly string[]): PlacedNote<Note>[] {
  const texts = blocks.map(plain)
  return notes.map((note) => ({ note, place: placeOf(note, texts) }))
}

function placeOf(anchor: NoteAnchor, texts: readonly string[]): Place {
  const [paragraph, quote] = [plain(anchor.paragraph), plain(anchor.quote)]
  const isSame = (text: string) => text === paragraph
  const holds = quote === '' ? isSame : (text: string) => text.includes(quote)
  const same = nearest(texts, anchor.block, (text) => holds(text) && isSame(text)) ?? nearest(texts, anchor.block, holds)
  if (same !== undefined) return { state: 'kept', block: same }
  const like = mostLike(texts, { paragraph: pairsOf(paragraph), quote: pairsOf(quote) }, anchor.block)
  return like === undefined ? { state: 'gone' } : { state: 'changed', block: like }
}

/** The words as they are compared: case and white space do not count, nor which quotation marks were typed. */
function plain(text: string): string {
  return plainQuotes(text).toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

function nearest(texts: readonly string[], to: number, isMeant: (text: string) => boolean): number | undefined {
  const found = texts.flatMap((text, index) => (isMeant(text) ? [index] : []))
  return found.toSorted((one, other) => Math.abs(one - to) - Math.abs(other - to))[0]
}

function mostLike(texts: readonly string[], sought: { readonly paragraph: ReadonlySet<string>; readonly quote: ReadonlySet<string> }, to: number): number | undefined {
  const likenesses = texts.map((text, index) => {
    const pairs = pairsOf(text)
    const ofQuote = sought.quote.size < telling ? 0 : shared(sought.quote, pairs) / sought.quote.size
    const ofParagraph = sought.paragraph.size < telling ? 0 : (2 * shared(sought.paragraph, pairs)) / (sought.paragraph.size + pairs.size)
    return { index, likeness: Math.max(ofQuote, ofParagraph) }
  })
  const [best] = likenesses.toSorted((one, other) => other.likeness - one.likeness || Math.abs(one.index - to) - Math.abs(other.index - to))
  return best !== undefined && best.likeness >= likeEnough ? best.index : undefined
}

/** Each word with the one after it, so that order counts as well; a word alone stands for itself. */
function pairsOf(text: string): ReadonlySet<string> {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)])
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0
  for (const pair of one) if (other.has(pair)) count += 1
  return count
}
