import type { Document, LineCounter } from 'yaml'
import type { z } from 'zod'
import type { Fault } from '#core/outcome.ts'
import { isCleanText } from '../documents/clean-text.ts'
import { hyphenated } from './yaml-keys.ts'

const longestFound = 60

type Path = readonly PropertyKey[]

/** The faults of one YAML document, by the lines and fields of its file. */
export class YamlFaults {
  readonly #file: string
  readonly #document: Document.Parsed
  readonly #lines: LineCounter

  constructor(file: string, document: Document.Parsed, lines: LineCounter) {
    this.#file = file
    this.#document = document
    this.#lines = lines
  }

  /** What keeps the document from being read at all; undefined where nothing does. */
  unreadable(): { readonly value?: undefined; readonly faults: readonly Fault[] } | undefined {
    if (this.#document.errors.length === 0) return undefined
    const found = this.#document.errors.map((error) => ({ reason: error.message.split('\n')[0] ?? '', row: error.linePos?.[0].line ?? 1 }))
    const tooDeep = found.find(({ reason }) => /call stack|stack overflow/i.test(reason))
    if (tooDeep !== undefined) return { faults: [{ file: this.#file, row: tooDeep.row, message: 'This is nested too deeply to be read. Write each record as docs/formats.md shows.' }] }
    // What follows on a line is mostly a consequence of what is wrong first.
    const firsts = new Map(found.toReversed().map((error) => [error.row, error]))
    const faults = [...firsts.values()].toReversed().map(({ reason, row }) => ({ file: this.#file, row, message: `This is not YAML that can be read: ${reason}` }))
    return { faults }
  }

  at(path: Path, message: string, found?: unknown): Fault {
    const shown = found === undefined ? {} : { found: cut(typeof found === 'string' ? found : JSON.stringify(found)) }
    return { file: this.#file, row: this.row(path), field: fieldName(path), ...shown, message }
  }

  /** The line of the deepest node on the path that is really in the file. */
  row(path: Path): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = this.#document.getIn(path.slice(0, length), true)
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return this.#lines.linePos(Number(node.range[0])).line
    }
    return 1
  }

  ofIssue(found: unknown, issue: z.core.$ZodIssue): Fault[] {
    const path = issue.path.map((step) => (typeof step === 'string' ? hyphenated(step) : step))
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(hyphenated).map((key) => this.at([...path, key], noSuchField(key)))
    }
    const value = valueAt(found, path)
    return [value === undefined ? this.at(path, `This is missing. ${issue.message}`) : this.at(path, issue.message, value)]
  }

  /** Texts that no page can show, and fields that would be taken for another by their capitals. */
  ofStrangeText(value: unknown, path: Path = []): Fault[] {
    if (typeof value === 'string') {
      return isCleanText(value) ? [] : [this.at(path, 'This holds a control character that no page can show. Type the text again without it.', value)]
    }
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, part]) => {
      const below = [...path, Array.isArray(value) ? Number(key) : key]
      return /[A-Z]/.test(key) ? [this.at(below, noSuchField(key))] : this.ofStrangeText(part, below)
    })
  }
}

function noSuchField(key: string): string {
  return `There is no field called ${key} here. Take it out or correct its name.`
}

/** What a schema expects, as an instruction, where the schema itself says nothing. */
export function inReadersWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_value') return `Give one of: ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_union' && issue.discriminator !== undefined) return `Give ${hyphenated(issue.discriminator)} as ${choicesInWords(Array.isArray(issue.options) ? issue.options : [])}`
  if (issue.code === 'invalid_type') return expectations[issue.expected] ?? 'Give this in another form'
  return undefined
}

/** "dated, possible or standing" */
function choicesInWords(choices: readonly unknown[]): string {
  const words = choices.map(String)
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}

const expectations: Readonly<Partial<Record<string, string>>> = {
  boolean: 'Give true or false',
  number: 'Give a number',
  int: 'Give a whole number',
  string: 'Give a text; put it in quotation marks where it looks like a number',
  array: 'Give a list',
  object: 'Give fields with their values',
}

function valueAt(found: unknown, path: Path): unknown {
  let value = found
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}

function fieldName(path: Path): string {
  let name = ''
  for (const step of path) name += typeof step === 'number' ? `[${step + 1}]` : `${name === '' ? '' : '.'}${String(step)}`
  return name === '' ? 'the document' : name
}

function cut(text: string): string {
  return text.length > longestFound ? `${text.slice(0, longestFound).toWellFormed()}…` : text
}
