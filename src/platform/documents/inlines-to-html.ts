import { html, type Html } from '#platform/pages/html.ts'
import type { Inline } from './blocks.ts'

/** The words of a paragraph, heading or cell as HTML. */
export function inlinesToHtml(content: readonly Inline[]): Html {
  return html`${content.map((inline) => inlineToHtml(inline))}`
}

function inlineToHtml(inline: Inline): Html {
  switch (inline.kind) {
    case 'text':
      return html`${inline.text}`
    case 'strong':
      return html`<strong>${inlinesToHtml(inline.content)}</strong>`
    case 'emphasis':
      return html`<em>${inlinesToHtml(inline.content)}</em>`
    case 'code':
      return html`<code>${inline.text}</code>`
    case 'link':
      return html`<a class="govuk-link" href="${inline.address}">${inlinesToHtml(inline.content)}</a>`
    case 'line-break':
      return html`<br>`
  }
}
