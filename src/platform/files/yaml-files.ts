import type { z } from 'zod'
import type { Fault } from '#core/outcome.ts'
import type { ImportFile } from '../command/transfer.ts'
import { readYaml, type YamlEntry } from './yaml-file.ts'

/** What YAML files hold, in their order, and what is wrong in them; both lists may be added to. */
export interface YamlRead<T> {
  readonly entries: YamlEntry<T>[]
  readonly faults: Fault[]
}

/** Reads YAML files of the same schema; of a file with a fault nothing is read, and every file is looked at. */
export function readYamlFiles<Schema extends z.ZodType>(files: readonly Pick<ImportFile, 'name' | 'text'>[], schema: Schema): YamlRead<z.output<Schema>> {
  const read: YamlRead<z.output<Schema>> = { entries: [], faults: [] }
  for (const file of files) {
    const text = file.text()
    const found = text.ok ? readYaml(file.name, text.value, schema) : text
    if (found.ok) read.entries.push(...found.value)
    else read.faults.push(...(found.refusal.faults.length > 0 ? found.refusal.faults : [{ file: file.name, message: found.refusal.message }]))
  }
  return read
}
