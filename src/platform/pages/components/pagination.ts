import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Attributes, type Common } from './markup.ts'

interface Step {
  readonly href: string
  readonly text?: Piece
  /** Says what the page is about; shown only where there are no page numbers. */
  readonly label?: string | undefined
  readonly attributes?: Attributes | undefined
}

type PageNumber =
  | { readonly ellipsis: true }
  | {
      readonly number: string | number
      readonly href: string
      readonly current?: boolean | undefined
      readonly hiddenText?: string | undefined
      readonly attributes?: Attributes | undefined
    }

export interface PaginationOptions extends Common {
  readonly previous?: Step | undefined
  readonly next?: Step | undefined
  readonly items?: readonly PageNumber[] | undefined
  readonly landmarkLabel?: string | undefined
}

const arrow = (side: 'prev' | 'next', path: string) =>
  html.raw(
    `<svg class="govuk-pagination__icon govuk-pagination__icon--${side}" xmlns="http://www.w3.org/2000/svg" height="13" width="15"` +
      ` aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${path}"></path></svg>`,
  )
const arrows = {
  prev: arrow('prev', 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z'),
  next: arrow('next', 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z'),
}
const words = {
  prev: html`Previous<span class="govuk-visually-hidden"> page</span>`,
  next: html`Next<span class="govuk-visually-hidden"> page</span>`,
}

/** Ways to the rest of a long list. */
export function pagination(options: PaginationOptions): Html {
  const isBlock = options.items === undefined && (options.previous ?? options.next) !== undefined
  const items = options.items && html`<ul class="govuk-pagination__list">${options.items.map(pageNumber)}</ul>`
  return html`<nav${attributes({
    class: classNames('govuk-pagination', isBlock && 'govuk-pagination--block', options.classes),
    'aria-label': options.landmarkLabel ?? 'Pagination',
    ...options.attributes,
  })}>${options.previous && step('prev', options.previous, isBlock)}${items}${options.next && step('next', options.next, isBlock)}</nav>`
}

function step(side: 'prev' | 'next', given: Step, isBlock: boolean): Html {
  const titleClasses = classNames('govuk-pagination__link-title', isBlock && given.label === undefined && 'govuk-pagination__link-title--decorated')
  const label =
    isBlock &&
    given.label !== undefined &&
    html`<span class="govuk-visually-hidden">:</span>
<span class="govuk-pagination__link-label">${given.label}</span>`
  const isArrowFirst = isBlock || side === 'prev'
  return html`<div class="govuk-pagination__${side}"><a${attributes({
    class: 'govuk-link govuk-pagination__link',
    href: given.href,
    rel: side,
    ...given.attributes,
  })}>${isArrowFirst && arrows[side]}
<span class="${titleClasses}">${given.text ?? words[side]}</span>
${label}${!isArrowFirst && arrows[side]}</a></div>`
}

function pageNumber(item: PageNumber): Html {
  if ('ellipsis' in item) return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>`
  const isCurrent = item.current === true
  return html`<li class="${classNames('govuk-pagination__item', isCurrent && 'govuk-pagination__item--current')}"><a${attributes({
    class: 'govuk-link govuk-pagination__link',
    href: item.href,
    'aria-label': item.hiddenText ?? `Page ${item.number}`,
    'aria-current': isCurrent ? 'page' : undefined,
    ...item.attributes,
  })}>${item.number}</a></li>`
}
