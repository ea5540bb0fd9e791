import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { Deed } from '../act.ts'

type LoadedFile = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly text: string })

/**
 * The deed of loading files of one kind, by the word of its import. The audit says what kind of record it was, how many files of which form, and a fingerprint of what stood in them, by which
 * somebody who has the files can show that it was these. Never a name or a path: it is as somebody typed it, with names of people and of machines in it, and the audit
 * can never be changed.
 */
export function loadingDeed(verb: string, what: string, files: readonly LoadedFile[]): Deed {
  const forms = [...new Set(files.map(({ name }) => /^\.([a-z\d]{1,5})$/.exec(extname(name).toLowerCase())?.[1] ?? 'other'))].toSorted()
  return { verb, subject: { kind: what, id: fingerprintOf(files) }, detail: { files: files.length, forms: forms.join(' ') } }
}

/** The SHA-256 of the files' own, in their order by that: the same files are the same, however they are called and ordered. */
export function fingerprintOf(files: readonly LoadedFile[]): string {
  const each = files.map((file) => sha256('bytes' in file ? file.bytes : file.text)).toSorted()
  return `sha256:${each.length === 1 ? each[0] : sha256(each.join('\n'))}`
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
