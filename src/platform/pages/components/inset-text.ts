import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface InsetTextOptions extends Common {
  readonly text: Piece
  readonly id?: string | undefined
}

/** Text set apart from what surrounds it. */
export function insetText(options: InsetTextOptions): Html {
  const own = { id: options.id, class: classNames('govuk-inset-text', options.classes) }
  return html`<div${attributes(own)}${attributes(options.attributes)}>${options.text}</div>`
}
