import { html, type Html } from '../html.ts'
import { labelledField, type FieldOptions } from './form-group.ts'
import { attributes, classNames, type Attributes } from './markup.ts'

interface SelectItem {
  readonly text: string
  /** The text unless given. */
  readonly value?: string | undefined
  /** Overrides the comparison with the field's value. */
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

/** Options under a heading of their own. */
interface SelectGroup {
  readonly label: string
  readonly items: readonly SelectItem[]
}

export interface SelectOptions extends FieldOptions {
  readonly items: readonly SelectItem[]
  /** Below the items. */
  readonly groups?: readonly SelectGroup[]
  /** The value of the option that is chosen. */
  readonly value?: string | undefined
  readonly before?: Html | undefined
  readonly after?: Html | undefined
}

/** One choice from a list too long for radios. */
export function select(options: SelectOptions): Html {
  return labelledField(
    options,
    (id, describedBy) => html`${options.before}<select${attributes({
      class: classNames('govuk-select', options.classes, options.error && 'govuk-select--error'),
      id,
      name: options.name,
      disabled: options.disabled,
      'aria-describedby': describedBy,
      ...options.attributes,
    })}>${options.items.map((item) => option(item, options.value))}${options.groups?.map(({ label, items }) => html`<optgroup${attributes({ label })}>${items.map((item) => option(item, options.value))}</optgroup>`)}</select>${options.after}`,
  )
}

function option(item: SelectItem, chosen: string | undefined): Html {
  const matches = chosen !== undefined && chosen !== '' && (item.value ?? item.text) === chosen
  return html`<option${attributes({
    value: item.value,
    selected: item.selected ?? matches,
    disabled: item.disabled,
    ...item.attributes,
  })}>${item.text}</option>`
}
