import { html, type Html, type Piece } from '../html.ts'
import { errorMessage, type ErrorMessageOptions } from './error-message.ts'
import { hint, type HintOptions } from './hint.ts'
import { label, type LabelOptions } from './label.ts'
import { attributes, classNames, type Common } from './markup.ts'

/** What every field of a form has. */
export interface FieldOptions extends Common {
  readonly name: string
  /** The name unless said; hint and error take their own ids from it, and an error summary links to it. */
  readonly id?: string | undefined
  readonly label: Omit<LabelOptions, 'for'>
  readonly hint?: Omit<HintOptions, 'id'> | undefined
  readonly error?: Omit<ErrorMessageOptions, 'id'> | undefined
  /** Id of something else on the page that describes the field. */
  readonly describedBy?: string | undefined
  readonly disabled?: boolean | undefined
  readonly group?: Common | undefined
}

/** Hint and error of a field, and the ids by which the field points to them. */
export function guidance(
  id: string,
  options: Pick<FieldOptions, 'hint' | 'error' | 'describedBy'>,
): { readonly shown: Html; readonly describedBy: string | undefined } {
  const describedBy = classNames(options.describedBy, options.hint && `${id}-hint`, options.error && `${id}-error`)
  const help = options.hint && hint({ ...options.hint, id: `${id}-hint` })
  const error = options.error && errorMessage({ ...options.error, id: `${id}-error` })
  return { shown: html`${help}${error}`, describedBy: describedBy === '' ? undefined : describedBy }
}

/** The box that keeps label, hint, error and field together, marked where there is an error. */
export function formGroup(content: Piece, hasError: boolean, group: Common | undefined): Html {
  return html`<div${attributes({
    class: classNames('govuk-form-group', hasError && 'govuk-form-group--error', group?.classes),
    ...group?.attributes,
  })}>${content}</div>`
}

/** A labelled field in its group; `write` is given the id and what describes the field. */
export function labelledField(options: FieldOptions, write: (id: string, describedBy: string | undefined) => Html): Html {
  const id = options.id ?? options.name
  const { shown, describedBy } = guidance(id, options)
  return formGroup([label({ ...options.label, for: id }), shown, write(id, describedBy)], options.error !== undefined, options.group)
}
