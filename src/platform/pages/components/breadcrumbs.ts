import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Attributes, type Common } from './markup.ts'

export interface BreadcrumbsOptions extends Common {
  /** From the home page down; one without an address is the current page. */
  readonly items: readonly { readonly text: Piece; readonly href?: string | undefined; readonly attributes?: Attributes | undefined }[]
  readonly collapseOnMobile?: boolean | undefined
  readonly label?: string | undefined
}

/** The path to this page. */
export function breadcrumbs(options: BreadcrumbsOptions): Html {
  const items = options.items.map((item) =>
    item.href === undefined
      ? html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${item.text}</li>`
      : html`<li class="govuk-breadcrumbs__list-item"><a${attributes({
          class: 'govuk-breadcrumbs__link',
          href: item.href,
          ...item.attributes,
        })}>${item.text}</a></li>`,
  )
  return html`<nav${attributes({
    class: classNames('govuk-breadcrumbs', options.classes, options.collapseOnMobile === true && 'govuk-breadcrumbs--collapse-on-mobile'),
    ...options.attributes,
    'aria-label': options.label ?? 'Breadcrumb',
  })}><ol class="govuk-breadcrumbs__list">${items}</ol></nav>`
}
