import { html, type Html } from '../../html.ts'
import type { Attributes, Common } from '../markup.ts'

/** The options of a fixture: what a caller of the Nunjucks macro would give. */
export type Given = Readonly<Record<string, unknown>>

export function part(given: Given, name: string): Given | undefined {
  const value = given[name]
  return typeof value === 'object' && value !== null ? (value as Given) : undefined
}

export function parts(given: Given, name: string): Given[] {
  const value = given[name]
  // Callers of the macros may leave empty values in a list; ours are typed not to.
  return Array.isArray(value) ? value.filter((item): item is Given => typeof item === 'object' && item !== null) : []
}

export function words(given: Given | undefined, name: string): string | undefined {
  const value = given?.[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

export function yes(given: Given, name: string): boolean | undefined {
  const value = given[name]
  return typeof value === 'boolean' ? value : undefined
}

/** The macros take `text` or `html`; ours take one Piece, which is escaped unless it is Html. */
export function piece(given: Given | undefined, text = 'text', markup = 'html'): string | Html | undefined {
  const raw = words(given, markup)
  return raw === undefined || raw === '' ? words(given, text) : html.raw(raw.trim())
}

export function shared(given: Given | undefined): Common {
  return { classes: words(given, 'classes'), attributes: given && (part(given, 'attributes') as Attributes | undefined) }
}

/** Label, hint, error and legend: content with classes and attributes. */
export function phrase(given: Given | undefined) {
  if (given === undefined) return undefined
  return { ...shared(given), text: piece(given) }
}

export function errorOf(given: Given) {
  const error = part(given, 'errorMessage')
  return error && { ...shared(error), text: piece(error), hiddenPrefix: words(error, 'visuallyHiddenText') }
}

export function rawAt(given: Given | undefined, name: string): Html | undefined {
  const inner = given && part(given, name)
  const content = inner && piece(inner)
  return content === undefined ? undefined : html`${content}`
}

/** What every labelled field takes. */
export function field(given: Given) {
  const label = part(given, 'label')
  const group = part(given, 'formGroup')
  return {
    ...shared(given),
    name: words(given, 'name') ?? '',
    id: words(given, 'id'),
    label: { ...phrase(label ?? {}), text: piece(label), isPageHeading: label && yes(label, 'isPageHeading') },
    hint: phrase(part(given, 'hint')),
    error: errorOf(given),
    describedBy: words(given, 'describedBy'),
    disabled: yes(given, 'disabled'),
    group: group && shared(group),
  }
}
