import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'
import { tag, type TagOptions } from './tag.ts'

export interface PhaseBannerOptions extends Common {
  readonly tag: TagOptions
  readonly text: Piece
}

/** What state the whole site is in, under the header of every page. */
export function phaseBanner(options: PhaseBannerOptions): Html {
  const marker = tag({ ...options.tag, classes: classNames('govuk-phase-banner__content__tag', options.tag.classes) })
  return html`<div${attributes({ class: classNames('govuk-phase-banner govuk-width-container', options.classes), ...options.attributes })}>
<p class="govuk-phase-banner__content">${marker} <span class="govuk-phase-banner__text">${options.text}</span></p></div>`
}
