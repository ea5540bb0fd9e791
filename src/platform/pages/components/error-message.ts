import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface ErrorMessageOptions extends Common {
  readonly text: Piece
  readonly id?: string | undefined
  /** Read out before the message by screen readers; empty where the text says it itself. */
  readonly hiddenPrefix?: string | undefined
}

/** What is wrong with a field and how to put it right, beside the field. */
export function errorMessage(options: ErrorMessageOptions): Html {
  const prefix = options.hiddenPrefix ?? 'Error'
  const start = prefix === '' ? undefined : html`<span class="govuk-visually-hidden">${prefix}:</span> `
  const own = { id: options.id, class: classNames('govuk-error-message', options.classes) }
  return html`<p${attributes(own)}${attributes(options.attributes)}>${start}${options.text}</p>`
}
