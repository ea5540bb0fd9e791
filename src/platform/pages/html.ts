/** Text that is already safe to send: made only by the `html` tag, by `html.raw` and by components built from them. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What may stand in an `html` template: everything but Html is escaped; arrays are joined; false and undefined print nothing. */
export type Piece = Html | string | number | boolean | undefined | null | readonly Piece[]

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Escapes the five characters that HTML gives a meaning, and drops NUL, which no HTML may hold. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'\0]/g, (character) => escapes[character] ?? '')
}

function write(piece: Piece): string {
  if (piece instanceof Html) return piece.toString()
  if (piece === undefined || piece === null || typeof piece === 'boolean') return ''
  if (typeof piece === 'string') return escapeHtml(piece)
  if (typeof piece === 'number') return String(piece)
  let text = ''
  for (const part of piece) text += write(part)
  return text
}

/**
 * A template that escapes by default. Attributes must be quoted: `html`<a href="${href}">${text}</a>``.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let text = strings[0] ?? ''
  for (let index = 0; index < pieces.length; index += 1) text += write(pieces[index]) + (strings[index + 1] ?? '')
  return new Html(text)
}

/** Marks text that the product itself made (an SVG, a component's markup) as safe; never give it what a person typed. */
html.raw = (text: string): Html => new Html(text)
