import { html, type Html } from '../html.ts'
import { labelledField, type FieldOptions } from './form-group.ts'
import { attributes, classNames } from './markup.ts'

export interface TextareaOptions extends FieldOptions {
  readonly value?: string | undefined
  /** How many lines are shown at first; 5 unless said. */
  readonly rows?: number | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
  /** Markup directly before or after the field. */
  readonly before?: Html | undefined
  readonly after?: Html | undefined
}

/** Text of more than one line. */
export function textarea(options: TextareaOptions): Html {
  return labelledField(options, (id, describedBy) => html`${options.before}${element(options, id, describedBy)}${options.after}`)
}

function element(options: TextareaOptions, id: string, describedBy: string | undefined): Html {
  const given = attributes({
    class: classNames('govuk-textarea', options.error && 'govuk-textarea--error', options.classes),
    id,
    name: options.name,
    rows: options.rows ?? 5,
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    ...options.attributes,
  })
  return html`<textarea${given}>${firstLineKept(options.value)}</textarea>`
}

/** A browser drops a line break that stands first in the element, so a text that begins with one is given a second. */
function firstLineKept(value: string | undefined): string | undefined {
  return value !== undefined && /^\r?\n/.test(value) ? `\n${value}` : value
}
