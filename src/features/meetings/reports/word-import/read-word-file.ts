import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { fileInAudit } from '#access/audit/file-in-audit.ts'
import { look } from '#access/look.ts'
import type { UploadedFile } from '#access/staff/posted-form.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { kindOfFile } from '#platform/documents/incoming/kind-of-file.ts'
import { kindFacts } from '#platform/documents/incoming/kinds.ts'
import { readWord } from '#platform/documents/incoming/read-word.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { openPaper } from '../rights/open-paper.ts'
import type { WordImportId } from '../tables.ts'
import { keepWordImport, storeWordPictures } from './keep-word-import.ts'

/** Reads a Word file for a paper and keeps what was read for its author to look at; the paper does not change. */
export async function readWordFile(context: Context, files: ContentStore, given: { readonly paper: string; readonly file: UploadedFile | undefined; readonly at: Date }): Promise<Outcome<WordImportId>> {
  const { paper, file, at } = given
  const deed = { verb: 'reports.write', subject: { kind: 'paper', id: paper }, detail: { read: 'word', ...fileInAudit(file) } }
  const allowed = await look(context, deed, (reader) => openPaper(reader, context.actor, paper, 'write'))
  if (!allowed.ok) return allowed
  if (file === undefined) return atFile('Choose a Word document (.docx)')
  const kind = await kindOfFile(file.name, file.bytes)
  if (!kind.ok) return atFile(kind.refusal.message)
  if (kind.value !== 'docx') return atFile(`${file.name} is ${kindFacts[kind.value].words}. Choose a Word document (.docx); other files can be added as appendices.`)
  const read = await readWord(file.bytes, { by: actorKey(context.actor) })
  if (!read.ok) return read.refusal.kind === 'unavailable' ? read : atFile(read.refusal.message)
  const reading = await storeWordPictures(files, file.name, read.value)
  if (!reading.ok) return reading
  return act(context, deed, async (tx) => {
    const opened = await openPaper(tx.reader, context.actor, paper, 'write')
    if (!opened.ok) return opened
    if (context.actor.kind !== 'person') return refuse('not-allowed', 'Sign in to import a report.')
    return ok(await keepWordImport(tx, opened.value.id, reading.value, context.actor.person, at))
  })
}

function atFile(message: string) {
  return refuse('invalid', '', [{ field: 'file', message }])
}
