import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface LabelOptions extends Common {
  readonly text: Piece
  readonly for?: string | undefined
  /** The label is the only heading of the page: it is wrapped in the h1. */
  readonly isPageHeading?: boolean | undefined
}

/** What a form field is called. */
export function label(options: LabelOptions): Html {
  const element = html`<label${attributes({
    class: classNames('govuk-label', options.classes),
    ...options.attributes,
    for: options.for,
  })}>${options.text}</label>`
  return options.isPageHeading === true ? html`<h1 class="govuk-label-wrapper">${element}</h1>` : element
}
