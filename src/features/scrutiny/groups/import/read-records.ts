import type { z } from 'zod'
import { refuse, ok, type Fault, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { readYaml, type YamlEntry } from '#platform/files/yaml-file.ts'

interface Records<Schema extends z.ZodType> {
  readonly schema: Schema
  /** "task groups", for what is said of faults. */
  readonly what: string
  /** By what a record is known, so that none is given twice. */
  readonly keyOf: (record: z.output<Schema>) => string
  /** What is wrong with a record beside others that are kept: the field, what was found, what to do. */
  readonly faultsOf: (record: z.output<Schema>) => readonly { readonly field: string; readonly found: string; readonly message: string }[]
}

/** Reads records from YAML files; every fault is named by file, line and field, and none is read where one is wrong. */
export function readRecords<Schema extends z.ZodType>(files: readonly ImportFile[], { schema, what, keyOf, faultsOf }: Records<Schema>): Outcome<z.output<Schema>[]> {
  const entries: YamlEntry<z.output<Schema>>[] = []
  const faults: Fault[] = []
  for (const file of files) {
    const text = file.text()
    const read = text.ok ? readYaml(file.name, text.value, schema) : text
    if (read.ok) entries.push(...read.value)
    else faults.push(...read.refusal.faults)
  }
  const met = new Set<string>()
  for (const { file, row, value } of entries) {
    const key = keyOf(value)
    if (met.has(key)) faults.push({ file, row, found: key, message: 'This is given already. Give it once.' })
    met.add(key)
    faults.push(...faultsOf(value).map((fault) => ({ file, row, ...fault })))
  }
  if (entries.length === 0 && faults.length === 0) return refuse('invalid', `There is no record in what was given. Give a file with at least one.`)
  if (faults.length > 0) return refuse('invalid', `The ${what} were not loaded, because of what is listed here. Nothing was changed.`, faults)
  return ok(entries.map(({ value }) => value))
}

/** A body that is named and not loaded. */
export function unknownBody(field: string, body: string | undefined, bodies: ReadonlyMap<string, string>): { readonly field: string; readonly found: string; readonly message: string }[] {
  return body === undefined || bodies.has(body) ? [] : [{ field, found: body, message: 'No body has this address word. Load that body first, or correct the word.' }]
}
