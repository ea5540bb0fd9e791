import type { Html } from '../html.ts'
import { choices, type ChoicesOptions } from './choices.ts'

/** One choice from a short list; `value` is the one chosen before. */
export function radios(options: ChoicesOptions & { readonly value?: string | undefined }): Html {
  return choices('radios', options, (value) => options.value !== undefined && options.value !== '' && options.value === value)
}
