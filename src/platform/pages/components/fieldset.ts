import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface FieldsetOptions extends Common {
  readonly legend?: (Pick<Common, 'classes'> & { readonly text: Piece; readonly isPageHeading?: boolean | undefined }) | undefined
  readonly content?: Piece
  readonly describedBy?: string | undefined
  readonly role?: string | undefined
}

/** Fields that answer one question together. */
export function fieldset(options: FieldsetOptions): Html {
  return html`<fieldset${attributes({
    class: classNames('govuk-fieldset', options.classes),
    role: options.role,
    'aria-describedby': options.describedBy,
    ...options.attributes,
  })}>${legend(options.legend)}${options.content}</fieldset>`
}

function legend(given: FieldsetOptions['legend']): Html | undefined {
  if (given === undefined) return undefined
  const content = given.isPageHeading === true ? html`<h1 class="govuk-fieldset__heading">${given.text}</h1>` : given.text
  return html`<legend class="${classNames('govuk-fieldset__legend', given.classes)}">${content}</legend>`
}
