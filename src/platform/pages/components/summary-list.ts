import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

interface Action extends Common {
  readonly text: Piece
  readonly href: string
  /** Completes the link for those who hear it alone: "Change" + "name". */
  readonly hiddenText?: string | undefined
}

interface Actions {
  readonly items: readonly Action[]
  readonly classes?: string | undefined
}

interface SummaryRow {
  readonly key: Piece
  readonly value: Piece
  readonly actions?: Actions | undefined
  readonly classes?: string | undefined
  readonly keyClasses?: string | undefined
  readonly valueClasses?: string | undefined
}

interface SummaryCard extends Common {
  readonly title?: { readonly text: Piece; readonly headingLevel?: number | undefined; readonly classes?: string | undefined } | undefined
  readonly actions?: Actions | undefined
}

export interface SummaryListOptions extends Common {
  readonly rows: readonly SummaryRow[]
  /** Puts the list in a box with a title. */
  readonly card?: SummaryCard | undefined
}

/** Facts about one thing: a name and a value in each row. */
export function summaryList(options: SummaryListOptions): Html {
  const haveActions = options.rows.some((row) => (row.actions?.items.length ?? 0) > 0)
  const list = html`<dl${attributes({ class: classNames('govuk-summary-list', options.classes), ...options.attributes })}>${options.rows.map((row) =>
    summaryRow(row, haveActions, options.card?.title?.text),
  )}</dl>`
  return options.card === undefined ? list : summaryCard(options.card, list)
}

function summaryRow(row: SummaryRow, haveActions: boolean, cardTitle: Piece): Html {
  const lacksActions = haveActions && row.actions === undefined
  const classes = classNames('govuk-summary-list__row', lacksActions && 'govuk-summary-list__row--no-actions', row.classes)
  return html`<div class="${classes}"><dt class="${classNames('govuk-summary-list__key', row.keyClasses)}">${row.key}</dt>
<dd class="${classNames('govuk-summary-list__value', row.valueClasses)}">${row.value}</dd>${rowActions(row.actions, cardTitle)}</div>`
}

function rowActions(actions: Actions | undefined, cardTitle: Piece): Html | undefined {
  const [first, ...others] = actions?.items ?? []
  if (actions === undefined || first === undefined) return undefined
  const links =
    others.length === 0
      ? actionLink(first, cardTitle)
      : html`<ul class="govuk-summary-list__actions-list">${actions.items.map(
          (action) => html`<li class="govuk-summary-list__actions-list-item">${actionLink(action, cardTitle)}</li>`,
        )}</ul>`
  return html`<dd class="${classNames('govuk-summary-list__actions', actions.classes)}">${links}</dd>`
}

function summaryCard(card: SummaryCard, list: Html): Html {
  const heading = `h${card.title?.headingLevel ?? 2}`
  const title =
    card.title && html`<${heading} class="${classNames('govuk-summary-card__title', card.title.classes)}">${card.title.text}</${heading}>`
  return html`<div${attributes({ class: classNames('govuk-summary-card', card.classes), ...card.attributes })}>
<div class="govuk-summary-card__title-wrapper">${title}${cardActions(card)}</div>
<div class="govuk-summary-card__content">${list}</div></div>`
}

function cardActions(card: SummaryCard): Html | undefined {
  const [first, ...others] = card.actions?.items ?? []
  if (card.actions === undefined || first === undefined) return undefined
  const classes = classNames('govuk-summary-card__actions', card.actions.classes)
  if (others.length === 0) return html`<div class="${classes}">${actionLink(first, card.title?.text)}</div>`
  return html`<ul class="${classes}">${card.actions.items.map(
    (action) => html`<li class="govuk-summary-card__action">${actionLink(action, card.title?.text)}</li>`,
  )}</ul>`
}

function actionLink(action: Action, cardTitle: Piece): Html {
  const about = action.hiddenText === undefined || action.hiddenText === '' ? undefined : ` ${action.hiddenText}`
  const within = cardTitle === undefined ? undefined : html` (${cardTitle})`
  const hidden = (about ?? within) === undefined ? undefined : html`<span class="govuk-visually-hidden">${about}${within}</span>`
  const given = { class: classNames('govuk-link', action.classes), href: action.href, ...action.attributes }
  return html`<a${attributes(given)}>${action.text}${hidden}</a>`
}
