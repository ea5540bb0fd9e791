import { isAsLoaded, loadedFields, type LoadedFields } from './since-loaded.ts'

/** A record from a file joined with the one that stands. */
export interface Merged<Value> {
  readonly record: Value
  /** The fields that only the file changed since it was loaded last. */
  readonly taken: readonly string[]
  /** The fields that were changed here and in the file, each to something else: they stand here as they did. */
  readonly both: readonly string[]
  /** What to keep as loaded. A field that was changed here stays marked as such, also where the file now says the same. */
  readonly loaded: LoadedFields
}

/** Joins field by field what a file gives with what stands, by what was loaded before; nothing was loaded (`null`) of a record that was entered here. */
export function mergeLoaded<Value extends object>(given: Value, standing: Value, before: LoadedFields | null): Merged<Value> {
  const [now, kept] = [loadedFields(given), loadedFields(standing)]
  const fields = [...new Set([...Object.keys(now), ...Object.keys(kept), ...Object.keys(before ?? {})])]
  const changedInFile = fields.filter((field) => now[field] !== kept[field] && (before === null || !isAsLoaded(given, field, before)))
  const taken = changedInFile.filter((field) => before !== null && kept[field] === before[field])
  const from = (field: string): unknown => (taken.includes(field) ? given : standing)[field as keyof Value]
  const loaded = fields.flatMap((field) => {
    const print = taken.includes(field) ? now[field] : before?.[field]
    return print === undefined ? [] : [[field, print] as const]
  })
  const record = Object.fromEntries(fields.flatMap((field) => (from(field) === undefined ? [] : [[field, from(field)]]))) as Value
  return { record, taken, both: changedInFile.filter((field) => !taken.includes(field)), loaded: Object.fromEntries(loaded) }
}
