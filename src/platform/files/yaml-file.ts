import { LineCounter, parseAllDocuments, stringify, type Document } from 'yaml'
import type { z } from 'zod'
import { faultLine, ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { cleanText } from '../documents/clean-text.ts'
import { inReadersWords, YamlFaults } from './yaml-faults.ts'
import { camelKeys, hyphenKeys } from './yaml-keys.ts'

/** One document of a YAML file, checked, with the line it begins on (for faults found later, against other records). */
export interface YamlEntry<T> {
  readonly file: string
  readonly row: number
  readonly value: T
  /** A fault at a place of the document, by the names of its fields in the file. */
  readonly faultAt: (path: readonly (string | number)[], message: string, found?: string) => Fault
}

/** A table, or a letter, is one long text to YAML. */
const noFields = 'There are no fields here. Write each as “name: value” on a line of its own, as docs/formats.md shows; a table (CSV) is not read'

/** A file that repeats itself by reference more often would grow without end. */
const mostAliases = 100

/**
 * Reads a YAML file of one or more documents and checks each against the schema. Unknown fields are refused by name, and so is a text
 * with control characters, which neither a page nor the database can hold.
 * A field of two words is written with a hyphen in the file (`short-name`) and as one word in the schema (`shortName`).
 * It loads whole or not at all: the refusal lists every fault with file, line, field, what was found and what was expected.
 */
export function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema): Outcome<YamlEntry<z.output<Schema>>[]> {
  if (text.includes('\0')) return whole(file, [{ file, row: 1, message: 'This is not UTF-8 text. Save the file as UTF-8 and load it again.' }])
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter: lines, version: '1.2', uniqueKeys: true })
  const faults: Fault[] = []
  const entries: YamlEntry<z.output<Schema>>[] = []
  for (const document of Array.isArray(documents) ? (documents as Document.Parsed[]) : []) {
    const places = new YamlFaults(file, document, lines)
    const found = places.unreadable() ?? plainValue(document, places)
    if (found.faults.length > 0) faults.push(...found.faults)
    if (found.faults.length > 0 || found.value === undefined) continue
    const checked = schema.safeParse(camelKeys(found.value), { error: inReadersWords })
    if (checked.success) entries.push({ file, row: places.row([]), value: checked.data, faultAt: (path, message, found) => places.at(path, message, found) })
    else faults.push(...checked.error.issues.flatMap((issue) => places.ofIssue(found.value, issue)))
  }
  return faults.length > 0 ? whole(file, faults) : ok(entries)
}

/** Nobody reads further before they correct what they have read. */
const mostListed = 200

/** The refusal of a file: each fault once, and so many at most. */
function whole(file: string, faults: readonly Fault[]): Outcome<never> {
  const each = [...new Map(faults.map((fault) => [faultLine(fault), fault])).values()]
  const rest = each.length - mostListed
  const listed = rest <= 0 ? each : [...each.slice(0, mostListed), { file, message: `There ${rest === 1 ? 'is one fault' : `are ${rest} faults`} more. Correct these first.` }]
  const count = each.length === 1 ? 'one fault' : `${each.length} faults`
  return refuse('invalid', `${file} has ${count}; nothing was loaded. Correct the file and load it again.`, listed)
}

function plainValue(document: Document.Parsed, places: YamlFaults): { readonly value?: unknown; readonly faults: readonly Fault[] } {
  if (document.contents === null) return { faults: [] }
  try {
    const value: unknown = document.toJS({ maxAliasCount: mostAliases })
    if (typeof value !== 'object') return { faults: [places.at([], noFields, value)] }
    return { value, faults: places.ofStrangeText(value) }
  } catch (error) {
    if (error instanceof ReferenceError) return { faults: [places.at([], 'This file repeats itself by reference too often. Write what it repeats out in full.')] }
    throw error
  }
}

/** Writes records as the documents of one YAML file, in the form that `readYaml` reads: what it would refuse in a text is cleaned. */
export function writeYaml(records: readonly unknown[]): string {
  return records.map((record) => stringify(hyphenKeys(record), (_key, inner: unknown) => (typeof inner === 'string' ? cleanText(inner) : inner), { lineWidth: 120 })).join('---\n')
}
