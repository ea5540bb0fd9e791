import type { BlockContent, FootnoteDefinition, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { captionLine, nameColumns } from '../written-markdown.ts'
import { withTableCaptions } from './captions.ts'
import { withFigureCaptions } from './figure-captions.ts'
import { fitInlines, trimInlines } from './fit-inlines.ts'
import type { Losses } from './losses.ts'
import { phrasingOf, wordsOf } from './phrasing-of.ts'
import { withoutBeginning } from './without-beginning.ts'
import type { WordNotes } from './word-notes.ts'
import type { StyledParagraph } from './word-to-blocks.ts'
import type { WordTable } from './word-tables.ts'

/** Blocks as `readMarkdown` takes them; whatever has no place where it stands becomes something that has, and is told. */
export class FittedBlocks {
  readonly #losses: Losses
  readonly #notes: WordNotes
  #tables = 0

  constructor(losses: Losses, notes: WordNotes) {
    this.#losses = losses
    this.#notes = notes
  }

  fit(blocks: readonly RootContent[], isOuter: boolean): RootContent[] {
    const fitted = withTableCaptions(blocks).flatMap((block) => this.#fitBlock(block, isOuter))
    return joinLists(withFigureCaptions(fitted))
  }

  #fitBlock(block: RootContent, isOuter: boolean): RootContent[] {
    if (block.type === 'heading') return isOuter ? this.#heading(block.children, block.depth) : this.#boldParagraph(block.children)
    if (block.type === 'paragraph') {
      if (isOuter && isBoldLine(block)) this.#losses.add('Short paragraphs in bold, which may be meant as headings. Put "##" before them if they are.')
      return this.#styled(block)
    }
    if (block.type === 'list') return this.#list(block)
    if (block.type === 'table') return this.#table(block)
    if (block.type === 'thematicBreak') return []
    if (block.type !== 'blockquote') return this.paragraphs([{ type: 'text', value: wordsOf([block]) }])
    const children = this.fit(block.children, false) as BlockContent[]
    return children.length === 0 ? [] : [{ type: 'blockquote', children }]
  }

  /** The caption of a picture is still known as one. */
  #styled(paragraph: StyledParagraph): StyledParagraph[] {
    return this.paragraphs(paragraph.children).map((part) => ({ ...part, isCaption: paragraph.isCaption === true }))
  }

  /** A paragraph; each picture in it stands on its own between the words before and after. */
  paragraphs(children: readonly PhrasingContent[]): Paragraph[] {
    const parts: PhrasingContent[][] = [[]]
    for (const node of fitInlines(children)) {
      if (node.type === 'image') parts.push([node], [])
      else parts.at(-1)?.push(node)
    }
    return parts.map((part) => trimInlines(this.#writtenNotes(part))).filter((part) => part.length > 0).map((part) => ({ type: 'paragraph', children: withoutTableMark(part) }))
  }

  /** A note is one paragraph of words, without pictures and without notes of its own. */
  note(definition: FootnoteDefinition): FootnoteDefinition {
    const words = phrasingOf(definition.children).filter((node) => node.type !== 'image' && node.type !== 'footnoteReference')
    const children = trimInlines(withoutBreaks(fitInlines(words)))
    const content: PhrasingContent[] = children.length === 0 ? [{ type: 'text', value: '–' }] : children
    return { ...definition, children: [{ type: 'paragraph', children: content }] }
  }

  /** A heading holds words only: its pictures and notes stand below it. */
  #heading(children: readonly PhrasingContent[], depth: 1 | 2 | 3 | 4 | 5 | 6): RootContent[] {
    const words = wordsOf(children).replaceAll(/\s+/g, ' ').trim()
    const below = [...picturesIn(children), ...this.#notesBelow(children)]
    return words === '' ? below : [{ type: 'heading', depth, children: [{ type: 'text', value: words }] }, ...below]
  }

  #notesBelow(children: readonly PhrasingContent[]): Paragraph[] {
    return fitInlines(children).flatMap((node) => {
      if (node.type !== 'footnoteReference') return []
      this.#losses.add('Footnotes in headings, written as paragraphs below them.')
      return this.paragraphs(this.#notes.remove(node))
    })
  }

  #boldParagraph(children: readonly PhrasingContent[]): RootContent[] {
    this.#losses.add('Headings inside a list or a quotation, written in bold.')
    return this.paragraphs([{ type: 'strong', children: [...children] }])
  }

  #list(list: List): RootContent[] {
    const items = list.children.flatMap((item): ListItem[] => {
      const children = this.fit(item.children, false) as BlockContent[]
      return children.length === 0 ? [] : [{ type: 'listItem', spread: false, children }]
    })
    // A level that Word skips holds nothing but the next one.
    const [only] = items.length === 1 ? (items[0]?.children ?? []) : []
    if (only?.type === 'list' && items[0]?.children.length === 1) return [only]
    return items.length === 0 ? [] : [{ type: 'list', ordered: list.ordered === true, start: list.start ?? 1, spread: false, children: items }]
  }

  #table(table: WordTable): RootContent[] {
    this.#tables += 1
    const caption = this.#caption(table.title)
    for (const [index, row] of table.children.entries()) {
      for (const cell of row.children) cell.children = trimInlines(this.#cellWords(cell.children, index === 0))
    }
    this.#losses.add('Columns without a heading, numbered. Give them headings.', { where: `Table ${this.#tables}`, count: nameColumns(table) })
    const { title: _, ...plain } = table
    return [captionLine(caption), plain]
  }

  #caption(title: readonly PhrasingContent[] | undefined): PhrasingContent[] {
    const words = trimInlines(withoutBreaks(this.#writtenNotes(fitInlines(title ?? [])))).filter((node) => node.type !== 'image')
    if (wordsOf(words).trim() !== '') return this.#withoutTableNumber(words)
    this.#losses.add('Tables without a title. Give each one after "Table:".')
    return [{ type: 'text', value: `Table ${this.#tables} (give it a title)` }]
  }

  /** The line of a title says already that it is a table's: "Table: Table 1: Budget" would say it twice. */
  #withoutTableNumber(words: readonly PhrasingContent[]): PhrasingContent[] {
    const [number] = /^\s*table\s+\d+(?:\.\d+)*\s*[:.–—-]\s*(?=\S)/i.exec(wordsOf(words)) ?? []
    if (number === undefined) return [...words]
    this.#losses.add('Numbers of tables in their titles, taken off. Check where the text refers to a table by its number.')
    return trimInlines(withoutBeginning(words, number.length))
  }

  /** A column's heading holds no note: it is repeated on each page. */
  #cellWords(children: readonly PhrasingContent[], isHead: boolean): PhrasingContent[] {
    const words = withoutBreaks(this.#writtenNotes(fitInlines(children)))
    if (!isHead) return words
    return words.flatMap((node): PhrasingContent[] => {
      if (node.type === 'strong') return node.children
      if (node.type !== 'footnoteReference') return [node]
      this.#losses.add('Footnotes in the heading row of a table, written into it in brackets.', { where: `Table ${this.#tables}` })
      return [{ type: 'text', value: ` (${wordsOf(this.#notes.remove(node)).trim()})` }]
    })
  }

  /** A mark whose note is missing is left out. */
  #writtenNotes(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    return nodes.filter((node) => node.type !== 'footnoteReference' || this.#notes.isWritten(node))
  }
}

function withoutBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => (node.type === 'break' ? { type: 'text', value: ' ' } : node))
}

function picturesIn(children: readonly PhrasingContent[]): Paragraph[] {
  return fitInlines(children).flatMap((node) => (node.type === 'image' ? [{ type: 'paragraph', children: [node] }] : []))
}

/** Words that only look like the caption of a table are told apart by their weight. */
function withoutTableMark(children: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = children
  if (first?.type !== 'text' || !first.value.startsWith('Table:')) return [...children]
  return [{ type: 'strong', children: [{ type: 'text', value: 'Table:' }] }, { type: 'text', value: first.value.slice('Table:'.length) }, ...rest]
}

/** Two lists of the same kind one after the other would need different marks to stay apart; they are one. */
function joinLists(blocks: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.type === 'list' && last?.type === 'list' && last.ordered === block.ordered) last.children.push(...block.children)
    else joined.push(block)
  }
  return joined
}

function isBoldLine(paragraph: Paragraph): boolean {
  const words = wordsOf([paragraph]).trim()
  const marked = wordsOf(paragraph.children.filter((node) => node.type === 'strong')).trim()
  return words !== '' && words === marked && words.length < 80 && !/[.:;,]$/.test(words)
}
