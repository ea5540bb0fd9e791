import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface DetailsOptions extends Common {
  readonly summary: Piece
  readonly content: Piece
  readonly id?: string | undefined
  readonly open?: boolean | undefined
}

/** Something that some readers need, one press away. */
export function details(options: DetailsOptions): Html {
  const { id, open } = options
  return html`<details${attributes({ id, class: classNames('govuk-details', options.classes), ...options.attributes, open })}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">${options.summary}</span></summary>
<div class="govuk-details__text">${options.content}</div>
</details>`
}
