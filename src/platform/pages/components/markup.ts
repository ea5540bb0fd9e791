import { escapeHtml, html, type Html } from '../html.ts'

/** Attributes beyond those a component writes itself; `true` prints the bare name, `false` and undefined print nothing. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** What every component accepts besides its own options. */
export interface Common {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The attributes as they stand in a tag, each with a space before it. Names come from our own code, values are escaped. */
export function attributes(given: Attributes | undefined): Html {
  let text = ''
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value === true) text += ` ${escapeHtml(name)}`
    else if (value !== false && value !== undefined) text += ` ${escapeHtml(name)}="${escapeHtml(String(value))}"`
  }
  return html.raw(text)
}

/** The class names that are given, separated by spaces. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== false && name !== '').join(' ')
}
