import { isDeepStrictEqual } from 'node:util'
import type { Definition } from '../definitions/definition.ts'

/** One field that a version has otherwise than the version before it, in words. */
interface FieldChange {
  readonly field: string
  readonly was: string
  readonly is: string
}

/** What every version has of its own. */
const ofEach: ReadonlySet<string> = new Set(['version', 'effectiveFrom', 'changed', 'invented', 'sourceOfExample'])

/** In which fields a version differs from the one before it. */
export function versionChanges(before: Definition, after: Definition): readonly FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !ofEach.has(field)) as (keyof Definition)[]
  return fields.filter((field) => !isDeepStrictEqual(before[field], after[field])).map((field) => ({ field: inWords(field), was: said(missingFrom(before[field], after[field])), is: said(missingFrom(after[field], before[field])) }))
}

/** Of a list only what the other list does not have. */
function missingFrom(one: unknown, other: unknown): unknown {
  return Array.isArray(one) && Array.isArray(other) ? one.filter((item) => !other.some((same) => isDeepStrictEqual(item, same))) : one
}

/** "set by" from `setBy`. */
function inWords(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

/** A value as a reader can read it: "from 2023-24, value 90, whose council". */
function said(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.map(said).join('; ')
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([field, inside]) => `${inWords(field)} ${said(inside)}`).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'nothing'
}
