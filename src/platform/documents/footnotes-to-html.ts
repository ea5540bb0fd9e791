import { html, type Html } from '#platform/pages/html.ts'
import type { Footnote } from './blocks.ts'
import { inlinesToHtml } from './inlines-to-html.ts'

/** The notes at the end of a document, each with the way back to where it is referred to; nothing where there are none. */
export function footnotesToHtml(footnotes: readonly Footnote[], options: { readonly headingLevel: number; readonly idPrefix: string }): Html {
  if (footnotes.length === 0) return html``
  const tag = html.raw(`h${options.headingLevel}`)
  return html`<section class="gt-footnotes">
<${tag} class="govuk-heading-m" id="${options.idPrefix}notes">Notes</${tag}>
<ol class="govuk-list govuk-list--number">
${footnotes.map((footnote) => noteToHtml(footnote, options.idPrefix))}</ol>
</section>
`
}

function noteToHtml({ number, content }: Footnote, idPrefix: string): Html {
  const back = html`Back<span class="govuk-visually-hidden"> to where note ${number} is referred to</span>`
  const link = html`<a class="govuk-link" href="#${idPrefix}note-ref-${number}" role="doc-backlink">${back}</a>`
  return html`<li id="${idPrefix}note-${number}">${inlinesToHtml(content, idPrefix)} ${link}</li>\n`
}
