import type { z } from 'zod'
import { refuse, ok, type Fault, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { placed, type FieldFault } from '#platform/files/placed.ts'
import { wouldUndo, type LoadedAgain } from '#platform/files/since-loaded.ts'
import type { YamlEntry } from '#platform/files/yaml-file.ts'
import { readYamlFiles } from '#platform/files/yaml-files.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'

interface Records<Schema extends z.ZodType> {
  readonly schema: Schema
  /** "task groups", for what is said of faults. */
  readonly what: string
  /** By what a record is known, so that none is given twice. */
  readonly keyOf: (record: z.output<Schema>) => string
  /** What is wrong with a record beside others that are kept: the field, what was found, what to do. Left out where that is asked once all are read. */
  readonly faultsOf?: (record: z.output<Schema>) => readonly FieldFault[]
}

/** Reads records from YAML files; every fault is named by file, line and field, and none is read where one is wrong. */
export function readRecords<Schema extends z.ZodType>(files: readonly ImportFile[], { schema, what, keyOf, faultsOf }: Records<Schema>): Outcome<YamlEntry<z.output<Schema>>[]> {
  const { entries, faults } = readYamlFiles(files, schema)
  const met = new Set<string>()
  for (const entry of entries) {
    const key = keyOf(entry.value)
    if (met.has(key)) faults.push(placed(entry, { found: key, message: 'This is given already. Give it once.' }))
    met.add(key)
    faults.push(...(faultsOf?.(entry.value) ?? []).map((fault) => placed(entry, fault)))
  }
  if (entries.length === 0 && faults.length === 0) return refuse('invalid', `There is no record in what was given. Give a file with at least one.`)
  return faults.length > 0 ? notLoaded(what, faults) : ok(entries)
}

/** Refuses files of which something is wrong; the faults say what. */
export function notLoaded(what: string, faults: readonly Fault[]): Outcome<never> {
  return refuse('invalid', `The ${what} were not loaded, because of what is listed here. Nothing was changed.`, faults)
}

/** A body that is named and not loaded. */
export function unknownBody(field: string, body: string | undefined, bodies: ReadonlySet<string> | ReadonlyMap<string, unknown>): FieldFault[] {
  return body === undefined || bodies.has(body) ? [] : [{ field, found: body, message: 'No body has this address word. Load that body first, or correct the word.' }]
}

/** What a file would undo of a record that was worked on here since it was loaded, by field; nothing of one that is new. */
export function undoing(entry: YamlEntry<unknown>, key: string, again: LoadedAgain | undefined, what: string): Fault[] {
  const message = wouldUndo('record', what, again?.loaded)
  return (again?.undone ?? []).map((field) => placed(entry, { field: hyphenated(field), found: key, message }))
}

/** Refuses files that would undo what was done here; the faults say what. */
export function undoes(what: string, faults: readonly Fault[]): Outcome<never> {
  return refuse('conflict', `The ${what} were not loaded, because they were worked on here and the file would undo that. Nothing was changed.`, faults)
}
