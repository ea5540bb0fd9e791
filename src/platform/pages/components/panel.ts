import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface PanelOptions extends Common {
  readonly title: Piece
  readonly text?: Piece
  /** 2 unless said: the page's h1 stands above. */
  readonly headingLevel?: number | undefined
  /** Asks for a second thought before something with consequences, instead of confirming that something is done. */
  readonly isInterruption?: boolean | undefined
  /** The ways on from an interruption: inverse buttons and links. */
  readonly actions?: (Common & { readonly content?: Piece }) | undefined
}

/** What was just finished, or a pause before what cannot be undone. */
export function panel(options: PanelOptions): Html {
  const isInterruption = options.isInterruption === true
  const kind = isInterruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation'
  const heading = `h${options.headingLevel ?? 2}`
  return html`<div${attributes({ class: classNames('govuk-panel', kind, options.classes), ...options.attributes })}>
<${heading} class="govuk-panel__title">${options.title}</${heading}>
${options.text !== undefined && html`<div class="govuk-panel__body">${options.text}</div>`}
${isInterruption && actions(options.actions)}</div>`
}

function actions(given: PanelOptions['actions']): Html | undefined {
  if (given === undefined) return undefined
  const own = { class: classNames('govuk-panel__actions', given.classes), ...given.attributes }
  return html`<div${attributes(own)}>${given.content !== undefined && html`<div class="govuk-button-group">${given.content}</div>`}</div>`
}
