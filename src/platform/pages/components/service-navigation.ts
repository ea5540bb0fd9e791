import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Attributes, type Common } from './markup.ts'

interface ServiceNavigationItem {
  readonly text: Piece
  readonly href?: string | undefined
  /** `page`: this very page; `section`: this page stands somewhere under it. */
  readonly current?: 'page' | 'section' | undefined
  readonly attributes?: Attributes | undefined
}

export interface ServiceNavigationOptions extends Common {
  readonly navigation?: readonly ServiceNavigationItem[] | undefined
  readonly serviceName?: Piece
  readonly serviceHref?: string | undefined
  /** Names the landmark where there is a service name or something beside the navigation. */
  readonly label?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  /** With JavaScript, a narrow screen shows a menu button instead of the list; so it is unless there is only one item. */
  readonly collapseOnMobile?: boolean | undefined
  readonly start?: Html | undefined
  readonly end?: Html | undefined
  readonly isEndInline?: boolean | undefined
  readonly navigationStart?: Html | undefined
  readonly navigationEnd?: Html | undefined
}

/** The parts of the site, under the header of every page. */
export function serviceNavigation(options: ServiceNavigationOptions): Html {
  const isLandmark = (options.serviceName ?? options.start ?? options.end) !== undefined
  const element = isLandmark ? 'section' : 'div'
  return html`<${element}${attributes({
    'aria-label': isLandmark ? (options.label ?? 'Service information') : undefined,
    class: classNames('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
    ...options.attributes,
  })}><div class="${classNames('govuk-width-container', options.isEndInline === true && 'govuk-service-navigation__inlining-container')}">
${options.start}<div class="govuk-service-navigation__container">${serviceName(options)}${navigation(options)}</div>${options.end}</div></${element}>`
}

function serviceName(options: ServiceNavigationOptions): Html | undefined {
  if (options.serviceName === undefined) return undefined
  const name =
    options.serviceHref === undefined
      ? html`<span class="govuk-service-navigation__text">${options.serviceName}</span>`
      : html`<a href="${options.serviceHref}" class="govuk-service-navigation__link">${options.serviceName}</a>`
  return html`<span class="govuk-service-navigation__service-name">${name}</span>`
}

function navigation(options: ServiceNavigationOptions): Html | undefined {
  const items = options.navigation ?? []
  if (items.length === 0 && (options.navigationStart ?? options.navigationEnd) === undefined) return undefined
  const menu = options.menuButtonText ?? 'Menu'
  const id = options.navigationId ?? 'navigation'
  const classes = classNames('govuk-service-navigation__wrapper', options.navigationClasses)
  return html`<nav aria-label="${options.navigationLabel ?? menu}" class="${classes}">
${(options.collapseOnMobile ?? items.length > 1) && menuButton(menu, id, options.menuButtonLabel)}
<ul class="govuk-service-navigation__list" id="${id}">${options.navigationStart}${items.map(navigationItem)}${options.navigationEnd}</ul></nav>`
}

function menuButton(menu: string, controls: string, label: string | undefined): Html {
  return html`<button${attributes({
    type: 'button',
    class: 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle',
    'aria-controls': controls,
    'aria-label': label === menu ? undefined : label,
    hidden: true,
    'aria-hidden': 'true',
  })}>${menu}</button>`
}

function navigationItem(item: ServiceNavigationItem): Html {
  const current = item.current === undefined ? undefined : item.current === 'page' ? 'page' : 'true'
  // Strong, so that the current item still stands out for readers who override colours.
  const text = current === undefined ? item.text : html`<strong class="govuk-service-navigation__active-fallback">${item.text}</strong>`
  const inside =
    item.href === undefined
      ? html`<span${attributes({ class: 'govuk-service-navigation__text', 'aria-current': current })}>${text}</span>`
      : html`<a${attributes({ class: 'govuk-service-navigation__link', href: item.href, 'aria-current': current, ...item.attributes })}>${text}</a>`
  const classes = classNames('govuk-service-navigation__item', current !== undefined && 'govuk-service-navigation__item--active')
  return html`<li class="${classes}">${inside}</li>`
}
