import type { FieldOptions } from '#platform/pages/components/form-group.ts'
import { input } from '#platform/pages/components/input.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import type { Html } from '#platform/pages/html.ts'
import type { Definition } from '../../../definitions/definition.ts'
import type { DefinitionTyped } from '../definition-typed.ts'

/** What is chosen among in the form. */
export interface DefinitionChoices {
  /** Name by address word. */
  readonly bodies: ReadonlyMap<string, string>
  /** Those that measures are reported to. */
  readonly bodiesInUse: ReadonlySet<string>
  /** In use with other measures. */
  readonly themes: readonly string[]
  readonly strategies: readonly string[]
  /** Of the measure that is changed: figures stand, so some of it cannot be changed. */
  readonly isCounted: boolean
}

/** What each part of the form is made from. */
export interface PartOfForm {
  readonly typed: DefinitionTyped
  readonly choices: DefinitionChoices
  /** The version that is changed; undefined of a measure that is new. */
  readonly last: Definition | undefined
  readonly field: (name: string) => Pick<FieldOptions, 'name' | 'error'> & { readonly value: string }
}

type Field = ReturnType<PartOfForm['field']>

/** One line of words. */
export function line(field: Field, label: string, hint?: string): Html {
  return input({ ...field, label: { text: label }, ...(hint === undefined ? {} : { hint: { text: hint } }) })
}

/** A short word or a period. */
export function word(field: Field, label: string, hint: string): Html {
  return input({ ...field, label: { text: label }, hint: { text: hint }, classes: 'govuk-input--width-20', spellcheck: false })
}

export function number(field: Field, label: string, hint: string): Html {
  return input({ ...field, label: { text: label }, hint: { text: hint }, classes: 'govuk-input--width-5', inputmode: 'decimal', spellcheck: false })
}

export function words(field: Field, label: string, hint: string, rows = 2): Html {
  return textarea({ ...field, label: { text: label }, hint: { text: hint }, rows })
}
