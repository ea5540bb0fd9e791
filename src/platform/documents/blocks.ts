/**
 * What a written document is made of. Page, PDF and API are all written from these blocks, and published snapshots store them as JSON.
 * Everything in them is plain data that `readMarkdown` has checked: no markup, no control characters, only safe addresses.
 */
export type Block = Heading | Paragraph | List | Table | Figure | Quote | Note

export interface Heading {
  readonly kind: 'heading'
  /** 2 for the first level inside a document, down to 6. */
  readonly level: number
  readonly content: readonly Inline[]
}

export interface Paragraph {
  readonly kind: 'paragraph'
  /** The running number by which a meeting refers to it; only paragraphs at the outer level of a report have one. */
  readonly number?: number
  readonly content: readonly Inline[]
}

export interface List {
  readonly kind: 'list'
  /** `letters` prints (a), (b), (c), for clauses that a decision refers to. */
  readonly marker: 'bullet' | 'number' | 'letters'
  /** The first number of an ordered list. */
  readonly start: number
  readonly items: readonly (readonly Block[])[]
}

/** A table whose first row names the columns and whose first column names the rows. */
export interface Table {
  readonly kind: 'table'
  readonly caption: readonly Inline[]
  readonly columns: readonly TableColumn[]
  /** Each row has as many cells as there are columns. */
  readonly rows: readonly (readonly (readonly Inline[])[])[]
}

export interface TableColumn {
  readonly heading: readonly Inline[]
  readonly align: 'start' | 'centre' | 'end'
}

export interface Figure {
  readonly kind: 'figure'
  readonly file: FileReference
  /** What a reader who cannot see the picture is told; never empty. */
  readonly alternative: string
  readonly caption: readonly Inline[]
}

/** A file by its content, so that what was published cannot change behind its name. */
export interface FileReference {
  readonly checksum: string
  readonly mediaType: string
}

interface Quote {
  readonly kind: 'quote'
  readonly blocks: readonly Block[]
}

/** A remark set apart from the text, such as how a figure was counted. */
interface Note {
  readonly kind: 'note'
  readonly blocks: readonly Block[]
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly content: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly address: string; readonly content: readonly Inline[] }
  | { readonly kind: 'line-break' }
  | Footnote

/** A note at the place where it is referred to; pages list them at the end, and the PDF sets them at the foot. */
export interface Footnote {
  readonly kind: 'footnote'
  /** From 1 in the order of the document. */
  readonly number: number
  /** Holds no footnote. */
  readonly content: readonly Inline[]
}

/** The words without their marks and without footnotes, for titles, bookmarks and search. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => textOf(inline)).join('')
}

function textOf(inline: Inline): string {
  if (inline.kind === 'line-break') return ' '
  if (inline.kind === 'footnote') return ''
  return inline.kind === 'text' || inline.kind === 'code' ? inline.text : plainText(inline.content)
}
