import { html, type Html, type Piece } from '../html.ts'
import { attributes, classNames, type Common } from './markup.ts'

export interface ButtonOptions extends Common {
  readonly text: Piece
  /** Makes it a link that looks like a button. */
  readonly href?: string | undefined
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly disabled?: boolean | undefined
  /** With JavaScript, a second press within a second is ignored. */
  readonly preventDoubleClick?: boolean | undefined
  /** The call to action on the first page of a task, with an arrow. */
  readonly isStart?: boolean | undefined
}

const startArrow = html.raw(
  '<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40"' +
    ' aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>',
)

/** A button that sends a form, or a link that begins something. */
export function button(options: ButtonOptions): Html {
  const isStart = options.isStart === true
  const shared = {
    class: classNames('govuk-button', options.classes, isStart && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...options.attributes,
    id: options.id,
  }
  const content = isStart ? html`${options.text}${startArrow}` : options.text
  if (options.href !== undefined) return html`<a${attributes({ href: options.href, role: 'button', draggable: 'false', ...shared })}>${content}</a>`
  return html`<button${attributes({ ...buttonAttributes(options), ...shared })}>${content}</button>`
}

function buttonAttributes(options: ButtonOptions) {
  return {
    type: options.type ?? 'submit',
    value: options.value,
    name: options.name,
    ...(options.disabled === true ? { disabled: true, 'aria-disabled': 'true' } : {}),
    'data-prevent-double-click': options.preventDoubleClick === undefined ? undefined : String(options.preventDoubleClick),
  }
}
