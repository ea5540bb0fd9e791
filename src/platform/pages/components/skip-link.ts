import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface SkipLinkOptions extends Common {
  readonly text: Piece
  readonly href: string
}

/** The first link of every page: past the header, to what the page is about. */
export function skipLink(options: SkipLinkOptions): Html {
  return html`<a${attributes({
    href: options.href,
    class: classNames('govuk-skip-link', options.classes),
    ...options.attributes,
    'data-module': 'govuk-skip-link',
  })}>${options.text}</a>`
}
