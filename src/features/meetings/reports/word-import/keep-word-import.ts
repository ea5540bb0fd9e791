import type { PersonId } from '#access/actor.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { IncomingReport } from '#platform/documents/incoming/word/report.ts'
import { checkSettable } from '#platform/documents/typst/unsettable-pictures.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { storePicture } from '../pictures/add-picture.ts'
import { isRecordId } from '../rights/record-id.ts'
import type { LeftBehind, ReportsTables, WaitingPicture, WordImportId } from '../tables.ts'

/** What was read from a Word file, its pictures in the content store. */
export interface WordReading {
  readonly fileName: string
  /** The title that the document gives itself. */
  readonly title?: string
  readonly markdown: string
  readonly pictures: readonly WaitingPicture[]
  readonly notCarried: readonly LeftBehind[]
}

/** An import that waits for its author. */
export interface WordImport extends WordReading {
  readonly id: WordImportId
  readonly madeAt: Date
}

/** Puts the pictures of a Word file into the content store; refused at the field `file` where one of them cannot be printed. */
export async function storeWordPictures(files: ContentStore, fileName: string, report: IncomingReport): Promise<Outcome<WordReading>> {
  const settable = await checkSettable(report.pictures.map(({ bytes }, index) => ({ name: `Picture ${index + 1} of ${fileName}`, bytes })))
  if (!settable.ok) return settable.refusal.kind === 'invalid' ? refuse('invalid', '', [{ field: 'file', message: settable.refusal.message }]) : settable
  const pictures: WaitingPicture[] = []
  for (const { name, bytes, alternative } of report.pictures) {
    const stored = await storePicture(files, bytes)
    if (!stored.ok) return stored
    pictures.push({ name, checksum: stored.value, alternative })
  }
  const notCarried = report.notCarried.map(({ what, where, count }) => ({ what, ...given('where', where), count }))
  return ok({ fileName: fileName.slice(0, 200), ...given('title', report.title?.slice(0, 300)), markdown: report.markdown, pictures, notCarried })
}

const daysKept = 7

/** Keeps what was read until its author has decided; what nobody put in for a week goes. */
export async function keepWordImport(tx: Transaction, paper: PaperId, reading: WordReading, by: PersonId, at: Date): Promise<WordImportId> {
  const tables = tx.tables<ReportsTables>()
  await tables
    .deleteFrom('work.word_imports')
    .where((one) => one.or([one('work.word_imports.made_at', '<', new Date(at.getTime() - daysKept * 24 * 60 * 60_000)), one('work.word_imports.paper', '=', paper)]))
    .execute()
  const row = await tables
    .insertInto('work.word_imports')
    .values({
      paper,
      file_name: reading.fileName,
      title: reading.title ?? null,
      markdown: reading.markdown,
      pictures: JSON.stringify(reading.pictures),
      not_carried: JSON.stringify(reading.notCarried),
      made_by: by,
      made_at: at,
    })
    .returning('work.word_imports.id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** An import of this paper; undefined where it was put in, thrown away or has grown old. */
export async function wordImport(reader: Reader, paper: PaperId, id: string): Promise<WordImport | undefined> {
  if (!isRecordId(id)) return undefined
  const row = await reader
    .tables<ReportsTables>()
    .selectFrom('work.word_imports as kept')
    .selectAll('kept')
    .where('kept.paper', '=', paper)
    .where('kept.id', '=', id as WordImportId)
    .executeTakeFirst()
  return row && { id: row.id, fileName: row.file_name, ...given('title', row.title), markdown: row.markdown, pictures: row.pictures, notCarried: row.not_carried, madeAt: row.made_at }
}

export async function deleteWordImport(tx: Transaction, id: WordImportId): Promise<void> {
  await tx.tables<ReportsTables>().deleteFrom('work.word_imports').where('work.word_imports.id', '=', id).execute()
}
