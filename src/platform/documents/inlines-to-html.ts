import { html, type Html } from '#platform/pages/html.ts'
import type { Footnote, Inline } from './blocks.ts'

/** The words of a paragraph, heading or cell as HTML; the prefix keeps the ids of footnotes apart where a page shows several documents. */
export function inlinesToHtml(content: readonly Inline[], idPrefix: string): Html {
  return html`${content.map((inline) => inlineToHtml(inline, idPrefix))}`
}

function inlineToHtml(inline: Inline, idPrefix: string): Html {
  switch (inline.kind) {
    case 'text':
      return html`${inline.text}`
    case 'strong':
      return html`<strong>${inlinesToHtml(inline.content, idPrefix)}</strong>`
    case 'emphasis':
      return html`<em>${inlinesToHtml(inline.content, idPrefix)}</em>`
    case 'code':
      return html`<code>${inline.text}</code>`
    case 'link':
      return html`<a class="govuk-link" href="${inline.address}">${inlinesToHtml(inline.content, idPrefix)}</a>`
    case 'line-break':
      return html`<br>`
    case 'footnote':
      return reference(inline, idPrefix)
  }
}

function reference({ number }: Footnote, idPrefix: string): Html {
  const words = html`<span class="govuk-visually-hidden">Note </span>${number}`
  const link = html`<a class="govuk-link" id="${idPrefix}note-ref-${number}" href="#${idPrefix}note-${number}" role="doc-noteref">${words}</a>`
  return html`<sup class="gt-footnote-reference">${link}</sup>`
}
