import { isAsLoaded, loadAgain, loadedFields, type LoadedFields } from '#platform/files/since-loaded.ts'

/** A record of a file put together with the one that stands. */
export interface Merged<Entry> {
  /** What the file says anew, and beside it what was done here since. */
  readonly entry: Entry
  /** There is nothing to save. */
  readonly isSame: boolean
  /** The fields that were changed here and in the file, each otherwise. */
  readonly conflicts: readonly string[]
  readonly loaded: LoadedFields
}

/**
 * Puts a record of a file together with the one that stands, field by field: where only the file changed since it was loaded, the file counts; where only the record here changed, that
 * stays; where both did, neither is taken. Of a record that was entered here nothing was loaded (`null`), so that whatever the file says otherwise is such a conflict.
 */
export function mergeLoaded<Entry extends object>(given: Entry, standing: Entry, before: LoadedFields | null): Merged<Entry> {
  const { undone, loaded } = loadAgain(given, standing, before)
  const stays = new Set(before === null ? [] : undone.filter((field) => isAsLoaded(given, field, before)))
  const kept = Object.entries(standing).filter(([field]) => stays.has(field))
  const entry = Object.fromEntries([...Object.entries(given).filter(([field]) => !stays.has(field)), ...kept]) as Entry
  const [now, was] = [loadedFields(entry), loadedFields(standing)]
  const isSame = Object.keys({ ...now, ...was }).every((field) => now[field] === was[field])
  return { entry, isSame, conflicts: undone.filter((field) => !stays.has(field)), loaded }
}
