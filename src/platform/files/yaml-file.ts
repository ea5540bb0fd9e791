import { LineCounter, parseAllDocuments, stringify, type Document } from 'yaml'
import { z } from 'zod'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'

/** One document of a YAML file, checked, with the line it begins on (for faults found later, against other records). */
export interface YamlEntry<T> {
  readonly file: string
  readonly row: number
  readonly value: T
}

const longestFound = 60

/**
 * Reads a YAML file of one or more documents and checks each against the schema. Unknown fields are refused by name.
 * A field of two words is written with a hyphen in the file (`short-name`) and as one word in the schema (`shortName`).
 * It loads whole or not at all: the refusal lists every fault with file, line, field, what was found and what was expected.
 */
export function readYaml<Schema extends z.ZodType>(file: string, text: string, schema: Schema): Outcome<YamlEntry<z.output<Schema>>[]> {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { lineCounter: lines, version: '1.2', uniqueKeys: true })
  const faults: Fault[] = []
  const entries: YamlEntry<z.output<Schema>>[] = []
  if (!Array.isArray(documents)) return ok([])
  for (const document of documents as Document.Parsed[]) {
    for (const error of document.errors) {
      faults.push({ file, row: error.linePos?.[0].line ?? 1, message: `This is not YAML that can be read: ${error.message.split('\n')[0] ?? ''}` })
    }
    if (document.errors.length > 0 || document.contents === null) continue
    const found: unknown = document.toJS({ maxAliasCount: 100 })
    const checked = schema.safeParse(camelKeys(found))
    if (checked.success) {
      entries.push({ file, row: lineOf(document, [], lines), value: checked.data })
      continue
    }
    for (const issue of checked.error.issues) faults.push(...faultsOf(file, document, lines, found, issue))
  }
  if (faults.length > 0) {
    const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`
    return refuse('invalid', `${file} has ${count}; nothing was loaded. Correct the file and load it again.`, faults)
  }
  return ok(entries)
}

function faultsOf(file: string, document: Document.Parsed, lines: LineCounter, found: unknown, issue: z.core.$ZodIssue): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'string' ? hyphenated(step) : step))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(hyphenated).map((key) => ({
      file,
      row: lineOf(document, [...path, key], lines),
      field: fieldName([...path, key]),
      message: `There is no field called ${key} here. Take it out or correct its name.`,
    }))
  }
  const value = valueAt(found, path)
  return [
    {
      file,
      row: lineOf(document, path, lines),
      field: fieldName(path),
      ...(value === undefined ? {} : { found: cut(typeof value === 'string' ? value : JSON.stringify(value)) }),
      message: value === undefined && issue.code === 'invalid_type' ? `This is missing. ${issue.message}` : issue.message,
    },
  ]
}

function camelKeys(found: unknown): unknown {
  if (Array.isArray(found)) return found.map(camelKeys)
  if (typeof found !== 'object' || found === null) return found
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), camelKeys(value)]))
}

function hyphenated(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function valueAt(found: unknown, path: readonly PropertyKey[]): unknown {
  let value = found
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}

/** The line of the deepest node on the path that is really in the file. */
function lineOf(document: Document.Parsed, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return lines.linePos(Number(node.range[0])).line
  }
  return 1
}

function fieldName(path: readonly PropertyKey[]): string {
  let name = ''
  for (const step of path) name += typeof step === 'number' ? `[${step + 1}]` : `${name === '' ? '' : '.'}${String(step)}`
  return name === '' ? 'the document' : name
}

function cut(text: string): string {
  return text.length > longestFound ? `${text.slice(0, longestFound)}…` : text
}

/** Writes records as the documents of one YAML file, in the form that `readYaml` reads. */
export function writeYaml(records: readonly unknown[]): string {
  return records.map((record) => stringify(hyphenKeys(record), { lineWidth: 120 })).join('---\n')
}

function hyphenKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hyphenKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [hyphenated(key), hyphenKeys(part)]))
}
