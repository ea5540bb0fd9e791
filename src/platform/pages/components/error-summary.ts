import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Attributes, type Common } from './markup.ts'

export interface ErrorSummaryOptions extends Common {
  readonly title: Piece
  readonly description?: Piece
  /** Each links to the field it is about, where there is one. */
  readonly errors?: readonly { readonly text: Piece; readonly href?: string | undefined; readonly attributes?: Attributes | undefined }[] | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** Everything that is wrong with a form, at the top of the page. */
export function errorSummary(options: ErrorSummaryOptions): Html {
  const items = (options.errors ?? []).map(({ text, href, attributes: more }) =>
    href === undefined ? html`<li>${text}</li>` : html`<li><a${attributes({ href, ...more })}>${text}</a></li>`,
  )
  return html`<div${attributes({
    class: classNames('govuk-error-summary', options.classes),
    'data-disable-auto-focus': options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
    ...options.attributes,
    'data-module': 'govuk-error-summary',
  })}><div role="alert"><h2 class="govuk-error-summary__title">${options.title}</h2>
<div class="govuk-error-summary__body">${options.description !== undefined && html`<p>${options.description}</p>`}
${items.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${items}</ul>`}</div></div></div>`
}
