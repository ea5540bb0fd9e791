import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Attributes, type Common } from './markup.ts'

interface Tab {
  readonly label: Piece
  /** Stands in the address when the tab is chosen; made from the list's `idPrefix` unless said. */
  readonly id?: string | undefined
  readonly panel: Piece
  readonly attributes?: Attributes | undefined
  readonly panelAttributes?: Attributes | undefined
}

export interface TabsOptions extends Common {
  readonly items: readonly Tab[]
  readonly id?: string | undefined
  readonly idPrefix?: string | undefined
  /** Heads the list of links that the tabs are without JavaScript. */
  readonly title?: Piece
}

/** Views of one thing, of which one is seen at a time; without JavaScript, sections with links to each above them. */
export function tabs(options: TabsOptions): Html {
  const { id, items } = options
  const own = { id, class: classNames('govuk-tabs', options.classes), ...options.attributes, 'data-module': 'govuk-tabs' }
  const ids = items.map((item, index) => item.id ?? `${options.idPrefix ?? 'tab'}-${index + 1}`)
  const list = html`<ul class="govuk-tabs__list">${items.map((item, index) => tab(item, ids[index] ?? '', index === 0))}</ul>`
  return html`<div${attributes(own)}><h2 class="govuk-tabs__title">${options.title ?? 'Contents'}</h2>
${items.length > 0 && list}${items.map((item, index) => panel(item, ids[index] ?? '', index === 0))}</div>`
}

function tab(item: Tab, id: string, isFirst: boolean): Html {
  const link = html`<a${attributes({ class: 'govuk-tabs__tab', href: `#${id}`, ...item.attributes })}>${item.label}</a>`
  return html`<li class="${classNames('govuk-tabs__list-item', isFirst && 'govuk-tabs__list-item--selected')}">${link}</li>`
}

/** The other panels are hidden only once a script can show them. */
function panel(item: Tab, id: string, isFirst: boolean): Html {
  const own = { class: classNames('govuk-tabs__panel', !isFirst && 'govuk-tabs__panel--hidden'), id, ...item.panelAttributes }
  return html`<div${attributes(own)}>${item.panel}</div>`
}
