import type { Block, FileReference, Inline } from './blocks.ts'
import { figuresIn } from './figures.ts'

/** What a mark such as `[[plans-on-time 2019-20-q4]]` in a text stands for: words within a line, or a part that takes the place of a paragraph of its own. */
export type Quoted =
  | { readonly kind: 'words'; readonly content: readonly Inline[]; /** To what it refers, for whoever writes it. */ readonly about: string }
  | { readonly kind: 'part'; readonly blocks: readonly Block[]; /** Those that its blocks show. */ readonly pictures?: readonly QuotedPicture[]; readonly about: string }
  /** Nothing is called this; the message says what to do. */
  | { readonly kind: 'unknown'; readonly message: string }

/** A drawing that a part shows, by its content. */
export interface QuotedPicture {
  readonly file: FileReference
  /** SVG. */
  readonly text: string
}

/** The drawings that came into these blocks with what their marks stand for. */
export function quotedPicturesIn(blocks: readonly Block[], quoted: QuotedMarks | undefined): readonly QuotedPicture[] {
  const brought = new Map([...(quoted?.values() ?? [])].flatMap((one) => (one.kind === 'part' ? (one.pictures ?? []).map((picture) => [picture.file.checksum, picture] as const) : [])))
  if (brought.size === 0) return []
  return [...new Set(figuresIn(blocks).map(({ file }) => file.checksum))].flatMap((checksum) => brought.get(checksum) ?? [])
}

/** What marks stand for, by what stands between their brackets. A mark that is not among them is words like others. */
export type QuotedMarks = ReadonlyMap<string, Quoted>

/** One with a backslash before it is meant as it stands. */
const mark = /(?<!\\)\[\[([^[\]\\]{1,200})\]\]/g

/** What stands between the brackets of the marks of a text, each once, with single blanks. */
export function marksIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(mark)].map(([, inside = '']) => nameOf(inside)))]
}

/** A text cut at those of its marks that stand for something, in its order. */
export function cutAtMarks(text: string, quoted: QuotedMarks): readonly (string | { readonly mark: string; readonly quoted: Quoted })[] {
  const pieces: (string | { mark: string; quoted: Quoted })[] = []
  let from = 0
  for (const found of text.matchAll(mark)) {
    const name = nameOf(found[1] ?? '')
    const stands = quoted.get(name)
    if (stands === undefined) continue
    pieces.push(text.slice(from, found.index), { mark: name, quoted: stands })
    from = found.index + found[0].length
  }
  return [...pieces, text.slice(from)].filter((piece) => piece !== '')
}

function nameOf(inside: string): string {
  return inside.trim().replaceAll(/\s+/g, ' ')
}
