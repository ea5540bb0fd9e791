import { isAsLoaded, loadAgain, type LoadedFields } from '#platform/files/since-loaded.ts'

/** A record of a file held against the one that stands. */
export interface MergedRecord {
  /** What the file changes stands in it, and what was changed here; to be read by the record's schema. */
  readonly value: object
  readonly isSame: boolean
  /** The fields that were changed both here and in the file, or of which nobody knows what was loaded. */
  readonly undone: readonly string[]
  readonly loaded: LoadedFields
}

/**
 * Merges field by field: of what a file says as it always did, what stands here stays; what was changed only in the file is taken. Nothing was loaded
 * (`null`) of a record that was entered here: then every field of which the file says something else is named.
 */
export function mergeRecord(given: object, standing: object, before: LoadedFields | null): MergedRecord {
  const [now, kept] = [given, standing].map((record) => new Map(Object.entries(record)))
  const fields = [...new Set([...(now?.keys() ?? []), ...(kept?.keys() ?? [])])]
  const pairs = fields.map((field) => [field, before !== null && isAsLoaded(given, field, before) ? kept?.get(field) : now?.get(field)] as const)
  const value = Object.fromEntries(pairs.filter(([, said]) => said !== undefined))
  const { isSame, undone, loaded } = loadAgain(value, standing, before)
  return { value, isSame, undone, loaded }
}
