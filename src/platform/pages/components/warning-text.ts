import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface WarningTextOptions extends Common {
  readonly text?: Piece
  /** What a screen reader says instead of the exclamation mark. */
  readonly iconFallbackText?: string | undefined
}

/** Something with consequences. */
export function warningText(options: WarningTextOptions): Html {
  return html`<div${attributes({ class: classNames('govuk-warning-text', options.classes), ...options.attributes })}>
<span class="govuk-warning-text__icon" aria-hidden="true">!</span>
<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${options.iconFallbackText ?? 'Warning'}</span> ${options.text}</strong>
</div>`
}
