import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface HintOptions extends Common {
  readonly text: Piece
  readonly id?: string | undefined
}

/** Help that most people need before they fill in a field. */
export function hint(options: HintOptions): Html {
  const own = { id: options.id, class: classNames('govuk-hint', options.classes) }
  return html`<div${attributes(own)}${attributes(options.attributes)}>${options.text}</div>`
}
