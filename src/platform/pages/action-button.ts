import { button } from './components/button.ts'
import { csrfInput, type CsrfToken } from './form.ts'
import { html, type Html, type Piece } from './html.ts'

interface ActionButtonOptions {
  readonly action: string
  readonly token: CsrfToken
  readonly text: Piece
  /** Sent with the press, unseen: which record, which revision. */
  readonly fields?: Readonly<Record<string, string>> | undefined
  /** A warning has consequences that are hard to undo; without a kind it is the page's main deed. */
  readonly kind?: 'secondary' | 'warning' | undefined
  /** Completes the words for those who hear the button alone: "Move up" + "item 3, Budget". */
  readonly about?: string | undefined
  readonly id?: string | undefined
}

/** One deed at one press: a form of its own, which stands among others in a `govuk-button-group` or in a cell of a table. */
export function actionButton(options: ActionButtonOptions): Html {
  const about = options.about !== undefined && html`<span class="govuk-visually-hidden"> ${options.about}</span>`
  const press = button({
    text: html`${options.text}${about}`,
    classes: options.kind && `govuk-button--${options.kind}`,
    id: options.id,
    preventDoubleClick: true,
  })
  const fields = Object.entries(options.fields ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`<form class="gt-action" method="post" action="${options.action}">${csrfInput(options.token)}${fields}${press}</form>`
}
