import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { FootnoteDefinition, FootnoteReference, Nodes, PhrasingContent } from 'mdast'
import type { Losses } from './losses.ts'
import { phrasingOf, wordsOf } from './phrasing-of.ts'
import { idPrefix } from './word-to-html.ts'

const noteReference = new RegExp(`^#(${idPrefix}(?:footnote|endnote)-[^"]+)$`)
const backReference = new RegExp(`^#${idPrefix}(?:footnote|endnote)-ref-`)

/** The footnotes and endnotes of one document, numbered in the order in which the text refers to them. */
export class WordNotes {
  readonly #numbers = new Map<string, string>()
  readonly #contents = new Map<string, PhrasingContent[]>()

  /** The mark that this link is, or undefined where it is no reference to a note. A second reference to the same note stays words. */
  reference(link: Element): FootnoteReference | undefined {
    const id = noteReference.exec(link.properties.href ?? '')?.[1]
    if (id === undefined || isBackReference(link) || this.#numbers.has(id)) return undefined
    const number = String(this.#numbers.size + 1)
    this.#numbers.set(id, number)
    return { type: 'footnoteReference', identifier: number, label: number }
  }

  /** Takes the list of notes with which the conversion ends a document; false where the list is one of the document's own. */
  take(list: Element, state: State): boolean {
    const items = list.children.filter((child) => child.type === 'element')
    if (items.length === 0 || !items.every((item) => this.#numbers.has(item.properties.id ?? ''))) return false
    for (const item of items) this.#contents.set(item.properties.id ?? '', phrasingOf(state.all(item)))
    return true
  }

  /** The content of a note, to stand somewhere else. */
  remove(reference: FootnoteReference): PhrasingContent[] {
    const [id = ''] = Array.from(this.#numbers).find(([, number]) => number === reference.identifier) ?? []
    const content = this.#contents.get(id) ?? []
    this.#contents.delete(id)
    return content
  }

  /** The notes to which these blocks refer; the others, such as one of the title, are told. */
  definitions(blocks: readonly Nodes[], losses: Losses): FootnoteDefinition[] {
    const referred = new Set(blocks.flatMap((block) => referencesIn(block)))
    return Array.from(this.#numbers).flatMap(([id, number]): FootnoteDefinition[] => {
      const content = this.#contents.get(id)
      if (content === undefined) return []
      if (referred.has(number)) return [{ type: 'footnoteDefinition', identifier: number, label: number, children: [{ type: 'paragraph', children: content }] }]
      losses.add('Footnotes of the title or of something left out, left out.', { where: wordsOf(content).slice(0, 60) })
      return []
    })
  }

  isWritten(reference: FootnoteReference): boolean {
    const found = Array.from(this.#numbers).find(([, number]) => number === reference.identifier)
    return found !== undefined && this.#contents.has(found[0])
  }
}

/** The way back from a note to the text. */
export function isBackReference(link: Element): boolean {
  return backReference.test(link.properties.href ?? '')
}

function referencesIn(node: Nodes): string[] {
  if (node.type === 'footnoteReference') return [node.identifier]
  return 'children' in node ? node.children.flatMap((child) => referencesIn(child)) : []
}
