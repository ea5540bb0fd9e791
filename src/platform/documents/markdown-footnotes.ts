import type { FootnoteDefinition } from 'mdast'

/** The footnotes of one text: those that are written, and which of them the text has referred to so far. */
export class MarkdownFootnotes {
  readonly #written = new Map<string, FootnoteDefinition>()
  readonly #used = new Set<string>()
  #isInside = false

  /** False where a footnote of this mark is there already. */
  add(definition: FootnoteDefinition): boolean {
    if (this.#written.has(definition.identifier)) return false
    this.#written.set(definition.identifier, definition)
    return true
  }

  /** The footnote of this mark with its number, to be left by `leave()`; or why it cannot stand here. */
  use(identifier: string): { readonly definition: FootnoteDefinition; readonly number: number } | 'nested' | 'used' | 'missing' {
    const definition = this.#written.get(identifier)
    if (this.#isInside) return 'nested'
    if (definition === undefined) return 'missing'
    if (this.#used.has(identifier)) return 'used'
    this.#used.add(identifier)
    this.#isInside = true
    return { definition, number: this.#used.size }
  }

  leave(): void {
    this.#isInside = false
  }

  unused(): FootnoteDefinition[] {
    return Array.from(this.#written.values()).filter((definition) => !this.#used.has(definition.identifier))
  }
}
