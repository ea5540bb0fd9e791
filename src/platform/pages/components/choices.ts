import { html, type Html, type Piece } from '../html.ts'
import type { ErrorMessageOptions } from './error-message.ts'
import { fieldset, type FieldsetOptions } from './fieldset.ts'
import { formGroup, guidance } from './form-group.ts'
import { hint, type HintOptions } from './hint.ts'
import { label } from './label.ts'
import { attributes, classNames, type Common } from './markup.ts'

/** One thing that can be chosen, or a word such as "or" between two. */
export type Choice =
  | { readonly divider: string }
  | {
      readonly value: string
      readonly text: Piece
      readonly id?: string | undefined
      readonly name?: string | undefined
      readonly hint?: Omit<HintOptions, 'id'> | undefined
      readonly label?: Common | undefined
      /** Overrides the comparison with what was chosen before. */
      readonly checked?: boolean | undefined
      readonly disabled?: boolean | undefined
      /** A field that matters only when this is chosen. */
      readonly conditional?: Html | undefined
      /** `exclusive`: with JavaScript, choosing it clears the others. */
      readonly behaviour?: 'exclusive' | undefined
      readonly attributes?: Common['attributes']
    }

export interface ChoicesOptions extends Common {
  readonly name: string
  readonly idPrefix?: string | undefined
  readonly items: readonly Choice[]
  readonly fieldset?: Omit<FieldsetOptions, 'content'> | undefined
  readonly hint?: Omit<HintOptions, 'id'> | undefined
  readonly error?: Omit<ErrorMessageOptions, 'id'> | undefined
  readonly describedBy?: string | undefined
  readonly group?: Common | undefined
  readonly before?: Html | undefined
  readonly after?: Html | undefined
}

type Kind = 'radios' | 'checkboxes'

/** Radios and checkboxes share their markup but for the kind; `isChosen` says what was chosen before. */
export function choices(kind: Kind, options: ChoicesOptions, isChosen: (value: string) => boolean): Html {
  const prefix = options.idPrefix ?? options.name
  const { shown, describedBy } = guidance(prefix, { ...options, describedBy: options.fieldset?.describedBy ?? options.describedBy })
  // Without a fieldset to carry it, what describes the group is said with every checkbox.
  const said = kind === 'checkboxes' && options.fieldset === undefined ? describedBy : undefined
  const items = options.items.map((item, index) => {
    if ('divider' in item) return html`<div class="govuk-${kind}__divider">${item.divider}</div>`
    const id = item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`)
    return choice(kind, item, { id, name: item.name ?? options.name, said, isChecked: item.checked ?? isChosen(item.value) })
  })
  const group = html`${shown}<div${attributes({
    class: classNames(`govuk-${kind}`, options.classes),
    ...options.attributes,
    'data-module': `govuk-${kind}`,
  })}>${options.before}${items}${options.after}</div>`
  const content = options.fieldset === undefined ? group : fieldset({ ...options.fieldset, describedBy, content: group })
  return formGroup(content, options.error !== undefined, options.group)
}

interface Box {
  readonly id: string
  readonly name: string
  readonly said: string | undefined
  readonly isChecked: boolean
}

function choice(kind: Kind, item: Exclude<Choice, { divider: string }>, { id, name, said, isChecked }: Box): Html {
  const describedBy = classNames(said, item.hint && `${id}-item-hint`)
  const box = html`<div class="govuk-${kind}__item"><input${attributes({
    class: `govuk-${kind}__input`,
    id,
    name,
    type: kind === 'radios' ? 'radio' : 'checkbox',
    value: item.value,
    checked: isChecked,
    disabled: item.disabled,
    'data-aria-controls': item.conditional && `conditional-${id}`,
    'data-behaviour': item.behaviour,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    ...item.attributes,
  })}>${label({ ...item.label, text: item.text, classes: classNames(`govuk-${kind}__label`, item.label?.classes), for: id })}${
    item.hint && hint({ ...item.hint, id: `${id}-item-hint`, classes: classNames(`govuk-${kind}__hint`, item.hint.classes) })
  }</div>`
  if (item.conditional === undefined) return box
  const classes = classNames(`govuk-${kind}__conditional`, !isChecked && `govuk-${kind}__conditional--hidden`)
  return html`${box}<div class="${classes}" id="conditional-${id}">${item.conditional}</div>`
}
