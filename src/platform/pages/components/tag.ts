import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface TagOptions extends Common {
  readonly text: Piece
}

/** The state of a thing, in a word or two. */
export function tag(options: TagOptions): Html {
  return html`<strong${attributes({ class: classNames('govuk-tag', options.classes), ...options.attributes })}>${options.text}</strong>`
}
