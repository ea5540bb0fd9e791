import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface NotificationBannerOptions extends Common {
  /** One sentence, or else `content`. */
  readonly text?: string | undefined
  readonly content?: Html | undefined
  readonly title?: Piece
  readonly titleId?: string | undefined
  readonly titleHeadingLevel?: number | undefined
  /** `success` reports what the reader has just done, and takes the focus. */
  readonly type?: 'success' | undefined
  readonly role?: string | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** News about the page or about what was just done. */
export function notificationBanner(options: NotificationBannerOptions): Html {
  const isSuccess = options.type === 'success'
  const titleId = options.titleId ?? 'govuk-notification-banner-title'
  const heading = `h${options.titleHeadingLevel ?? 2}`
  return html`<div${attributes({
    class: classNames('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', options.classes),
    role: options.role ?? (isSuccess ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
    ...options.attributes,
  })}><div class="govuk-notification-banner__header">
<${heading} class="govuk-notification-banner__title" id="${titleId}">${options.title ?? (isSuccess ? 'Success' : 'Important')}</${heading}></div>
<div class="govuk-notification-banner__content">${
    options.content ?? (options.text !== undefined && html`<p class="govuk-notification-banner__heading">${options.text}</p>`)
  }</div></div>`
}
