import { html, type Html, type Piece } from '../html.ts'
import { labelledField, type FieldOptions } from './form-group.ts'
import { attributes, classNames, type Common } from './markup.ts'

interface Affix extends Common {
  readonly text: Piece
}

export interface InputOptions extends FieldOptions {
  readonly type?: string | undefined
  readonly value?: string | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: string | undefined
  readonly inputmode?: string | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  /** A unit or sign shown before or after the field: £, per cent. */
  readonly prefix?: Affix | undefined
  readonly suffix?: Affix | undefined
  /** Markup directly before or after the field: a button that belongs to it. */
  readonly before?: Html | undefined
  readonly after?: Html | undefined
  readonly wrapper?: Common | undefined
}

/** One line of text. */
export function input(options: InputOptions): Html {
  return labelledField(options, (id, describedBy) => wrapped(options, element(options, id, describedBy)))
}

function element(options: InputOptions, id: string, describedBy: string | undefined): Html {
  return html`<input${attributes({
    class: classNames('govuk-input', options.classes, options.error && 'govuk-input--error'),
    id,
    name: options.name,
    type: options.type ?? 'text',
    spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': describedBy,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
    ...options.attributes,
  })}>`
}

function wrapped(options: InputOptions, field: Html): Html {
  const { before, prefix, suffix, after, wrapper } = options
  if (before === undefined && prefix === undefined && suffix === undefined && after === undefined) return field
  return html`<div${attributes({
    class: classNames('govuk-input__wrapper', wrapper?.classes),
    ...wrapper?.attributes,
  })}>${before}${prefix && affix('prefix', prefix)}${field}${suffix && affix('suffix', suffix)}${after}</div>`
}

function affix(side: 'prefix' | 'suffix', given: Affix): Html {
  return html`<div${attributes({
    class: classNames(`govuk-input__${side}`, given.classes),
    'aria-hidden': 'true',
    ...given.attributes,
  })}>${given.text}</div>`
}
