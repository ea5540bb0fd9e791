import { cleanText } from '#platform/documents/clean-text.ts'

/** A file that came with a form, not yet looked into: its name and what kind it claims to be are the sender's word. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What was posted with a form. */
export interface PostedForm {
  /** The value of this field, without spaces around it; an empty text where it was not sent. Of a field sent twice the last counts. */
  text(name: string): string
  /** Every value of this field as typed: the ticked boxes of one name. */
  all(name: string): readonly string[]
  /** A whole number from 0 up that the database can keep; 0 for anything else, which is no record's revision. */
  whole(name: string): number
  has(name: string): boolean
  /** The names of all fields, in the order of the form. */
  names(): readonly string[]
  /** The file chosen in this field; undefined where none was. */
  file(name: string): UploadedFile | undefined
}

/** A form from its fields in order; their values are cleaned of what neither a page nor a file can hold, so that no field is left to think of it. */
export function postedForm(given: readonly (readonly [name: string, value: string])[], files: ReadonlyMap<string, UploadedFile> = new Map()): PostedForm {
  const fields = given.map(([name, value]) => [name, cleanText(value)] as const)
  const all = (name: string) => fields.filter(([given]) => given === name).map(([, value]) => value)
  return {
    text: (name) => (all(name).at(-1) ?? '').trim(),
    all,
    whole: (name) => wholeNumber((all(name).at(-1) ?? '').trim()),
    has: (name) => fields.some(([given]) => given === name),
    names: () => [...new Set(fields.map(([name]) => name))],
    file: (name) => files.get(name),
  }
}

/** PostgreSQL's integer ends here. */
const largestWhole = 2_147_483_647

function wholeNumber(typed: string): number {
  const value = /^\d{1,10}$/.test(typed) ? Number(typed) : 0
  return value <= largestWhole ? value : 0
}
