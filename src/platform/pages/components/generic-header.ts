import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface GenericHeaderOptions extends Common {
  readonly logo: Piece
  readonly href?: string | undefined
  readonly containerClasses?: string | undefined
}

/** The top of every page, in the council's own brand. */
export function genericHeader(options: GenericHeaderOptions): Html {
  return html`<div${attributes({ class: classNames('govuk-generic-header', options.classes), ...options.attributes })}>
<div class="govuk-generic-header__container ${options.containerClasses ?? 'govuk-width-container'}">
<div class="govuk-generic-header__logo"><a href="${options.href ?? '/'}" class="govuk-generic-header__homepage-link">${options.logo}</a></div>
</div></div>`
}
