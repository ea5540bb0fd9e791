import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast'
import type { Paragraph, RootContent } from 'mdast'
import { safeAddress } from '../../link-address.ts'
import type { Losses } from './losses.ts'
import { isBackReference, type WordNotes } from './word-notes.ts'
import type { WordPictures } from './word-pictures.ts'
import { WordTables } from './word-tables.ts'

/** A paragraph of the document whose style says what it is. */
export interface StyledParagraph extends Paragraph {
  readonly isCaption?: boolean
  readonly isTitle?: boolean
}

interface Kept {
  readonly losses: Losses
  readonly pictures: WordPictures
  readonly notes: WordNotes
}

/** The HTML of a Word document as blocks of Markdown, with its notes and pictures put aside. */
export function wordToBlocks(html: string, kept: Kept): RootContent[] {
  const tables = new WordTables(kept.losses)
  const handlers: Record<string, Handle> = {
    a: (state, link) => linkOf(state, link, kept),
    table: (state, table) => tables.convert(table, state),
    img: (_, image) => {
      const picture = kept.pictures.named(image.properties.src ?? '')
      return picture === undefined ? undefined : { type: 'image', url: picture.name, alt: picture.alternative, title: null }
    },
    ol: (state, list) => (kept.notes.take(list, state) ? undefined : defaultHandlers.ol(state, list)),
    p: (state, paragraph) => styled(paragraph, defaultHandlers.p(state, paragraph)),
    input: (_, box) => ({ type: 'text', value: box.properties.checked === true ? '☑ ' : '☐ ' }),
    s: (state, struck) => told(state, struck, kept.losses, 'Struck-out words, kept as plain words. Take them out if they are not meant.'),
    sup: (state, raised) => (hasNote(raised) ? state.all(raised) : told(state, raised, kept.losses, 'Raised or lowered letters (as in m² or CO₂), set on the line.')),
    sub: (state, lowered) => told(state, lowered, kept.losses, 'Raised or lowered letters (as in m² or CO₂), set on the line.'),
  }
  const tree = toMdast(fromHtml(html, { fragment: true }), { handlers, document: true })
  return tree.type === 'root' ? tree.children : []
}

function told(state: State, element: Element, losses: Losses, what: string): RootContent[] {
  losses.add(what)
  return state.all(element)
}

function hasNote(raised: Element): boolean {
  return raised.children.some((child) => child.type === 'element' && child.tagName === 'a')
}

function linkOf(state: State, link: Element, { losses, notes }: Kept): RootContent[] | RootContent | undefined {
  const href = link.properties.href
  if (isBackReference(link)) return undefined
  const reference = notes.reference(link)
  if (reference !== undefined) return reference
  const children = state.all(link)
  if (href === undefined || href === '') return children
  const address = safeAddress(href)
  const isWordsOnly = children.length > 0 && children.every((child) => child.type !== 'image' && child.type !== 'footnoteReference')
  if (address !== undefined && isWordsOnly) return { type: 'link', url: address, children: children as Paragraph['children'] }
  const isInside = href.startsWith('#')
  losses.add(isInside ? 'Links to a place in the document itself, kept as words.' : 'Links to something other than a page of the web or an e-mail address, kept as words.')
  return children
}

function styled(element: Element, made: ReturnType<Handle>): ReturnType<Handle> {
  const classes = element.properties.className
  const names: readonly unknown[] = Array.isArray(classes) ? classes : []
  if (made === undefined || made === null || Array.isArray(made) || made.type !== 'paragraph') return made
  return Object.assign(made, { isCaption: names.includes('caption'), isTitle: names.includes('document-title') })
}
