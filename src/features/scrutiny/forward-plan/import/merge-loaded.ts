import { isAsLoaded, loadedFields, type LoadedFields } from '#platform/files/since-loaded.ts'

/** A record from a file joined with the one that stands. */
export interface Merged<Record> {
  readonly record: Record
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

/** Lists that are only ever added to, and were both here and in the file: what was loaded, then what the file adds, then what was added here. Undefined where something else was done to one of them. */
export function joinAdded<Line>(given: readonly Line[], standing: readonly Line[], before: string | undefined): Line[] | undefined {
  const [inFile, here] = [addedTo(given, before), addedTo(standing, before)]
  if (inFile === undefined || here === undefined) return undefined
  const known = new Set(here.map(printOf))
  return [...standing.slice(0, standing.length - here.length), ...inFile.filter((line) => !known.has(printOf(line))), ...here]
}

function addedTo<Line>(list: readonly Line[], before: string | undefined): readonly Line[] | undefined {
  for (let length = list.length; length >= 0; length -= 1) if (printOf(list.slice(0, length)) === before) return list.slice(length)
  return undefined
}

function printOf(value: unknown): string | undefined {
  return loadedFields({ value })['value']
}
