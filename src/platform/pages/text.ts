import { html, type Html, type Piece } from './html.ts'

/** Words that a person typed: escaped, and set apart so that text written right to left does not turn its surroundings round. */
export function userText(text: string): Html {
  return html`<bdi>${text}</bdi>`
}

/** The sentence or two under a page's heading that say what the page is. */
export function lead(text: Piece): Html {
  return html`<p class="govuk-body-l gt-lead">${text}</p>`
}

export function link(href: string, text: Piece): Html {
  return html`<a class="govuk-link" href="${href}">${text}</a>`
}
