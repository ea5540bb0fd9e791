import { html, type Html } from '../html.ts'
import { fieldset, type FieldsetOptions } from './fieldset.ts'
import { formGroup, guidance, type FieldOptions } from './form-group.ts'
import { input } from './input.ts'
import { attributes, classNames, type Common } from './markup.ts'

interface DatePart extends Common {
  readonly name: string
  /** The name with a capital unless said. */
  readonly label?: string | undefined
  readonly id?: string | undefined
  readonly value?: string | undefined
  /** In figures; 2 unless said. */
  readonly width?: 2 | 4 | undefined
  /** Marks the part that the error is about; where none is marked, all are but those of which this is false. */
  readonly isWrong?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly inputmode?: string | undefined
  readonly pattern?: string | undefined
}

export interface DateInputOptions extends Common, Pick<FieldOptions, 'hint' | 'error' | 'group'> {
  readonly id: string
  /** Stands before the name of each part, with a hyphen. */
  readonly namePrefix?: string | undefined
  /** Day, month and year unless said. */
  readonly parts?: readonly DatePart[] | undefined
  /** What was typed, by the names under which the parts are sent. */
  readonly values?: Readonly<Record<string, string | undefined>> | undefined
  readonly fieldset?: Omit<FieldsetOptions, 'content' | 'role'> | undefined
}

const dayMonthYear: readonly DatePart[] = [{ name: 'day' }, { name: 'month' }, { name: 'year', width: 4 }]

/** A date that people know by heart, typed in figures. A day of the calendar is better asked for with `dayInput`. */
export function dateInput(options: DateInputOptions): Html {
  const { shown, describedBy } = guidance(options.id, { ...options, describedBy: options.fieldset?.describedBy })
  const parts = options.parts ?? dayMonthYear
  const isOneMarked = parts.some((part) => part.isWrong === true)
  const boxes = parts.map((part) => box(options, part, part.isWrong ?? (options.error !== undefined && !isOneMarked)))
  const own = { class: classNames('govuk-date-input', options.classes), ...options.attributes, id: options.id }
  const content = html`${shown}<div${attributes(own)}>${boxes}</div>`
  // Some screen readers say what describes the set only where it is a group.
  const set = options.fieldset === undefined ? content : fieldset({ ...options.fieldset, describedBy, role: 'group', content })
  return formGroup(set, options.error !== undefined, options.group)
}

function box(options: DateInputOptions, part: DatePart, isWrong: boolean): Html {
  const name = options.namePrefix === undefined ? part.name : `${options.namePrefix}-${part.name}`
  const field = input({
    label: { text: part.label ?? capitalised(part.name), classes: 'govuk-date-input__label' },
    id: part.id ?? `${options.id}-${part.name}`,
    name,
    value: part.value ?? options.values?.[name],
    classes: classNames('govuk-date-input__input', isWrong && 'govuk-input--error', `govuk-input--width-${part.width ?? 2}`, part.classes),
    inputmode: part.inputmode ?? 'numeric',
    autocomplete: part.autocomplete,
    pattern: part.pattern,
    attributes: part.attributes,
  })
  return html`<div class="govuk-date-input__item">${field}</div>`
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
