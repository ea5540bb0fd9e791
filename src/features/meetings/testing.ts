import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'

export { bodyTemplate } from './templates/body-template.ts'
export { meetingEntry } from './record/meetings-file.ts'
export { appendixHead, readAppendix, readReport } from './import/paper-file.ts'
export type { PaperText } from './record/meeting-draft.ts'
export { buildPack } from './pack/build-pack.ts'
export type { PackPaper, PublicPack } from './pack/pack-content.ts'
export type { Pack } from './pack/set-papers.ts'
export { reportBlocks } from './pack/report-blocks.ts'
export { reportFrame } from './record/report-file.ts'
export { saveSection } from './reports/saving/save-section.ts'

/** Files that exist only in a test: the first is the one handed in, the others stand beside it. */
export function filesInMemory(files: Readonly<Record<string, string | Uint8Array>>): ImportFile {
  const [first] = Object.keys(files)
  const file = first === undefined ? undefined : open(files, first)
  if (file === undefined || !file.ok) throw new Error('give at least one file')
  return file.value
}

function open(files: Readonly<Record<string, string | Uint8Array>>, name: string): Outcome<ImportFile> {
  const content = files[name]
  if (content === undefined) return refuse('invalid', `There is no file ${name}.`, [{ file: name, message: 'Put the file beside this one, or correct its name.' }])
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return ok({ name, bytes, text: () => ok(Buffer.from(bytes).toString()), beside: (other) => Promise.resolve(open(files, other)) })
}
