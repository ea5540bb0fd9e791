import { html, type Html } from '#platform/pages/html.ts'
import type { Block, FileReference, Figure, Heading, List, Paragraph } from './blocks.ts'
import { headingIds } from './contents.ts'
import { footnotesOf } from './footnotes.ts'
import { footnotesToHtml } from './footnotes-to-html.ts'
import { inlinesToHtml } from './inlines-to-html.ts'
import { tableToHtml } from './table-to-html.ts'

/** How a document is to stand on its page. */
export interface HtmlOptions {
  /** The level that the document's own first level (`##` in Markdown) becomes: 2 under the page's `h1`. */
  readonly headingLevel: number
  /** The address at which a figure's file is served. */
  readonly fileAddress: (file: FileReference) => string
  /** Keeps ids apart where a page shows several documents; left out for the one whose paragraphs are `para-12`. */
  readonly idPrefix?: string
  /** What stands around each outer block, by its place from 0: the mark of a page, a reader's note. */
  readonly around?: (written: Html, place: number) => Html
}

/**
 * A document as HTML with GOV.UK classes: each numbered paragraph has the id `para-12`, each heading the id that `contentsOf` names,
 * each table scrolls in a box of its own, and footnotes stand at the end as a list.
 * It is to stand inside an element with the class `gt-document`.
 */
export function blocksToHtml(blocks: readonly Block[], options: HtmlOptions): Html {
  return new HtmlWriter(options, headingIds(blocks, options)).whole(blocks)
}

/** One writing of one document: it counts the tables, whose captions need ids. */
class HtmlWriter {
  readonly #options: HtmlOptions
  readonly #headingIds: ReadonlyMap<Heading, string>
  #tables = 0

  constructor(options: HtmlOptions, headingIds: ReadonlyMap<Heading, string>) {
    this.#options = options
    this.#headingIds = headingIds
  }

  whole(blocks: readonly Block[]): Html {
    const notes = footnotesToHtml(footnotesOf(blocks), { headingLevel: this.#options.headingLevel, idPrefix: this.#prefix })
    return html`${this.#document(blocks)}${notes}`
  }

  /** What follows a numbered paragraph up to the next heading belongs to it and is indented with it; wide things are not. */
  #document(blocks: readonly Block[]): Html {
    let isUnderNumber = false
    const { around = (written: Html) => written } = this.#options
    return html`${blocks.map((block, place) => {
      const written = this.#block(block)
      if (block.kind === 'heading') isUnderNumber = false
      if (block.kind === 'paragraph' && block.number !== undefined) isUnderNumber = true
      const isContinued = isUnderNumber && (block.kind === 'list' || block.kind === 'quote' || block.kind === 'note')
      return around(isContinued ? html`<div class="gt-continued">${written}</div>\n` : written, place)
    })}`
  }

  #inner(blocks: readonly Block[]): Html {
    return html`${blocks.map((block) => this.#block(block))}`
  }

  #block(block: Block): Html {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block)
      case 'paragraph':
        return this.#paragraph(block)
      case 'list':
        return this.#list(block)
      case 'table':
        this.#tables += 1
        return tableToHtml(block, this.#tables, this.#prefix)
      case 'figure':
        return this.#figure(block)
      case 'quote':
        return html`<blockquote class="govuk-inset-text gt-quote">${this.#inner(block.blocks)}</blockquote>\n`
      case 'note':
        return html`<div class="govuk-inset-text gt-note" role="note">${this.#inner(block.blocks)}</div>\n`
    }
  }

  #heading(heading: Heading): Html {
    const tag = html.raw(`h${Math.min(heading.level - 2 + this.#options.headingLevel, 6)}`)
    const id = this.#headingIds.get(heading)
    const place = id === undefined ? undefined : html` id="${id}"`
    return html`<${tag} class="govuk-heading-${heading.level === 2 ? 'm' : 's'}"${place}>${inlinesToHtml(heading.content, this.#prefix)}</${tag}>\n`
  }

  #paragraph(paragraph: Paragraph): Html {
    const words = inlinesToHtml(paragraph.content, this.#prefix)
    if (paragraph.number === undefined) return html`<p class="govuk-body">${words}</p>\n`
    const id = `${this.#prefix}para-${paragraph.number}`
    return html`<p class="govuk-body gt-numbered" id="${id}"><span class="gt-numbered__number">${paragraph.number}.</span> ${words}</p>\n`
  }

  #list(list: List): Html {
    const items = list.items.map((blocks) => html`<li>${this.#item(blocks)}</li>\n`)
    if (list.marker === 'bullet') return html`<ul class="govuk-list govuk-list--bullet">${items}</ul>\n`
    if (list.marker === 'letters') return html`<ol class="govuk-list gt-list--letters" type="a">${items}</ol>\n`
    return html`<ol class="govuk-list govuk-list--number" start="${list.start}">${items}</ol>\n`
  }

  /** The first paragraph of an item stands in it without a `p`, as GOV.UK lists do. */
  #item(blocks: readonly Block[]): Html {
    const [first, ...rest] = blocks
    return first?.kind === 'paragraph' ? html`${inlinesToHtml(first.content, this.#prefix)}${this.#inner(rest)}` : this.#inner(blocks)
  }

  #figure(figure: Figure): Html {
    const words = inlinesToHtml(figure.caption, this.#prefix)
    const caption = figure.caption.length > 0 && html`<figcaption class="govuk-body-s gt-figure__caption">${words}</figcaption>`
    return html`<figure class="gt-figure"><img src="${this.#options.fileAddress(figure.file)}" alt="${figure.alternative}">${caption}</figure>\n`
  }

  get #prefix(): string {
    return this.#options.idPrefix ?? ''
  }
}
