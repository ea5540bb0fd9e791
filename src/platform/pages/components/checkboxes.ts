import type { Html } from '../html.ts'
import { choices, type ChoicesOptions } from './choices.ts'

/** Any number of choices from a short list; `values` are those chosen before. */
export function checkboxes(options: ChoicesOptions & { readonly values?: readonly string[] | undefined }): Html {
  return choices('checkboxes', options, (value) => options.values?.includes(value) === true)
}
