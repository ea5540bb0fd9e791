import { readFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { decoded, isText } from '#platform/documents/incoming/text-file.ts'

/** Reads the files that somebody names from a folder; refused with a line for each that cannot be read. Names in faults are as they were given. */
export async function readImportFiles(names: readonly string[], folder: string): Promise<Outcome<ImportFile[]>> {
  const files: ImportFile[] = []
  const faults: Fault[] = []
  for (const name of names) {
    const read = await readImportFile(resolve(folder, name), name)
    if (read.ok) files.push(read.value)
    else faults.push(...read.refusal.faults)
  }
  return faults.length === 0 ? ok(files) : refuse('invalid', 'Nothing was loaded: not every file could be read.', faults)
}

async function readImportFile(path: string, name: string): Promise<Outcome<ImportFile>> {
  try {
    return ok(importFile(path, name, await readFile(path)))
  } catch (problem) {
    const why = whyNot[(problem as NodeJS.ErrnoException).code ?? '']
    if (why === undefined) throw problem
    return refuse('invalid', `${name} could not be read.`, [{ file: name, message: why }])
  }
}

function importFile(path: string, name: string, bytes: Uint8Array): ImportFile {
  return importFileOf(name, bytes, async (other) => {
    const folder = dirname(path)
    const target = resolve(folder, other)
    if (!target.startsWith(`${folder}${sep}`))
      return refuse('invalid', `${other} lies outside the folder of ${name}.`, [
        { file: name, found: other, message: 'Name a file in the same folder' },
      ])
    return readImportFile(target, join(dirname(name), other))
  })
}

/** A file whose bytes are at hand, whichever way they came. */
export function importFileOf(name: string, bytes: Uint8Array, beside: ImportFile['beside']): ImportFile {
  return { name, bytes, text: () => decode(name, bytes), beside }
}

function decode(name: string, bytes: Uint8Array): Outcome<string> {
  const text = isText(bytes) ? decoded(bytes, 'Save it as UTF-8 (in Notepad: "Encoding: UTF-8") and load it again.') : noText
  return text.ok ? text : refuse('invalid', `${name} is not UTF-8 text.`, [{ file: name, message: text.refusal.message }])
}

const noText = refuse('invalid', 'It is not text: it may be a workbook, a PDF or a picture. Name a text file.')

const whyNot: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  ENOTDIR: 'There is no such file',
  EISDIR: 'This is a folder: name the files in it',
  EACCES: 'This account may not read it',
  EPERM: 'This account may not read it',
  ERR_INVALID_ARG_VALUE: 'This is not a name that a file can have',
}
