import { html, type Html } from '../html.ts'
import { button } from './button.ts'
import type { FieldOptions } from './form-group.ts'
import { input } from './input.ts'
import { classNames, type Common } from './markup.ts'

export interface PasswordInputOptions extends FieldOptions {
  readonly value?: string | undefined
  readonly autocomplete?: 'current-password' | 'new-password' | undefined
  readonly before?: Html | undefined
  readonly after?: Html | undefined
  readonly button?: Pick<Common, 'classes'> | undefined
}

/** A password, with a button to show it (which appears only with JavaScript). */
export function passwordInput(options: PasswordInputOptions): Html {
  const { button: toggle, after, ...field } = options
  return input({
    ...field,
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: options.autocomplete ?? 'current-password',
    classes: classNames('govuk-password-input__input govuk-js-password-input-input', options.classes),
    group: {
      classes: classNames('govuk-password-input', options.group?.classes),
      attributes: { 'data-module': 'govuk-password-input', ...options.group?.attributes },
    },
    wrapper: { classes: 'govuk-password-input__wrapper' },
    after: html`${showButton(options.id ?? options.name, toggle?.classes)}${after}`,
  })
}

function showButton(field: string, classes: string | undefined): Html {
  return button({
    text: 'Show',
    type: 'button',
    classes: classNames('govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle', classes),
    attributes: { 'aria-controls': field, 'aria-label': 'Show password', hidden: true },
  })
}
