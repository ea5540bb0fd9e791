import { basename } from 'node:path'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { ImportFile } from '#platform/command/transfer.ts'
import { kindOfFile } from '#platform/documents/incoming/kind-of-file.ts'
import { kindFacts, type IncomingKind } from '#platform/documents/incoming/kinds.ts'
import { checksumOf } from '#platform/files/content-store.ts'
import type { AttachedFile } from '../record/meeting-draft.ts'

/** As in the site, where an appendix is handed in. */
const largest = 50 * 1024 * 1024

/** What is kept beside the pack in the site; Word, plain text and pictures become the text itself. */
const kindsBeside: readonly IncomingKind[] = ['pdf', 'xlsx', 'csv', 'pptx', 'ods', 'odt', 'odp']

/** Reads a document that is kept beside the pack. Refused where it is too large, or not what its name says. */
export async function readDocument({ name, bytes }: ImportFile): Promise<Outcome<{ attachment: AttachedFile; bytes: Uint8Array }>> {
  const own = basename(name)
  if (bytes.length > largest) return refuse('invalid', `${name} is too large.`, [{ file: name, message: 'A document may have 50 MB. Make it smaller.' }])
  const kind = await kindOfFile(own, bytes)
  if (!kind.ok) return refuse('invalid', kind.refusal.message, [{ file: name, message: kind.refusal.message }])
  const { words, mediaType } = kindFacts[kind.value]
  if (!kindsBeside.includes(kind.value)) return refuse('invalid', `${own} cannot be kept beside the pack.`, [{ file: name, message: `It is ${words}. Give a PDF, a workbook, a CSV table, a presentation or an OpenDocument file; any other text stands in "file", as Markdown.` }])
  return ok({ attachment: { checksum: checksumOf(bytes), mediaType, name: own, bytes: bytes.length }, bytes })
}
