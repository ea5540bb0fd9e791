import { act, type Context, type Deed } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { fileInAudit } from '#access/audit/file-in-audit.ts'
import { look } from '#access/look.ts'
import type { UploadedFile } from '#access/staff/posted-form.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import type { AttachedFile } from '../../record/meeting-draft.ts'
import { touchMeeting } from '../../work/keep-meeting.ts'
import { insertPaper, savePart } from '../../work/keep-paper.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { keepPictures, storePicture, type StoredPicture } from '../pictures/add-picture.ts'
import { pictureLine } from '../pictures/change-picture.ts'
import { pictureName } from '../pictures/picture-name.ts'
import { openPaper, type OpenPaper } from '../rights/open-paper.ts'
import { keepWordImport, storeWordPictures, type WordReading } from '../word-import/keep-word-import.ts'
import { appendicesOf } from './appendices-of.ts'
import { checkTitle } from './change-appendix.ts'
import { keepFileFindings } from './file-findings.ts'
import type { AppendixFinding } from './finding-words.ts'
import { readAppendixFile, titleFromName, type AppendixFile } from './read-appendix-file.ts'

interface NewAppendix {
  /** The report that it belongs to. */
  readonly report: string
  /** Empty: the name of the file says it. */
  readonly title: string
  /** None where it is to be written here. */
  readonly file: UploadedFile | undefined
  /** What a picture shows. */
  readonly alternative: string
  readonly at: Date
}

/** An appendix that was added, and the Word import that waits to be put into it. */
export interface AddedAppendix {
  readonly paper: PaperId
  readonly wordImport?: string
  /** What the author must know of its file. */
  readonly found: readonly AppendixFinding[]
}

const mostAppendices = 60

/**
 * Adds an appendix to a report: empty to be written here, from Word or plain text as its text, a picture as a described figure, or a PDF, workbook or
 * presentation kept beside the pack with what could be read of it as its text, for the author to check.
 */
export async function addAppendix(context: Context, files: ContentStore, added: NewAppendix): Promise<Outcome<AddedAppendix>> {
  const deed: Deed = { verb: 'reports.write', subject: { kind: 'paper', id: added.report }, detail: { added: 'appendix', ...fileInAudit(added.file) } }
  const allowed = await look(context, deed, (reader) => openPaper(reader, context.actor, added.report, 'write'))
  if (!allowed.ok) return allowed
  const title = added.title === '' && added.file !== undefined ? titleFromName(added.file.name) : added.title
  const titled = checkTitle(title)
  if (!titled.ok) return titled
  const read = added.file === undefined ? ok<AppendixFile>({ kind: 'written' }) : await readAppendixFile(added.file, added.alternative, actorKey(context.actor))
  if (!read.ok) return read
  const stored = await storeFile(files, added.file, read.value)
  if (!stored.ok) return stored
  return act(context, deed, async (tx) => {
    const opened = await openPaper(tx.reader, context.actor, added.report, 'write')
    if (!opened.ok) return opened
    if (opened.value.kind !== 'report') return refuse('invalid', 'Appendices belong to a report, and this is an appendix.')
    return insertAppendix(tx, context, opened.value, { title, stored: stored.value, at: added.at })
  })
}

/** What was read, with its bytes in the content store. */
type StoredFile =
  | { readonly kind: 'written' }
  | { readonly kind: 'text'; readonly markdown: string; readonly found: readonly AppendixFinding[] }
  | { readonly kind: 'word'; readonly reading: WordReading }
  | { readonly kind: 'picture'; readonly picture: StoredPicture }
  | { readonly kind: 'beside'; readonly attachment: AttachedFile; readonly markdown: string; readonly found: readonly AppendixFinding[] }

async function storeFile(files: ContentStore, file: UploadedFile | undefined, read: AppendixFile): Promise<Outcome<StoredFile>> {
  if (read.kind === 'written' || read.kind === 'text' || file === undefined) return ok(read.kind === 'text' ? read : { kind: 'written' })
  if (read.kind === 'word') {
    const reading = await storeWordPictures(files, file.name, read.report)
    return reading.ok ? ok({ kind: 'word', reading: reading.value }) : reading
  }
  const checksum = await storePicture(files, file.bytes)
  if (!checksum.ok) return checksum
  if (read.kind === 'picture') return ok({ kind: 'picture', picture: { name: file.name, kind: read.pictureKind, checksum: checksum.value, alternative: read.alternative } })
  return ok({ kind: 'beside', attachment: { checksum: checksum.value, mediaType: read.mediaType, name: read.name, bytes: file.bytes.length }, markdown: read.markdown, found: read.found })
}

/** Adds it at the end of its report's appendices, in the deed of whoever writes. */
export async function insertAppendix(
  tx: Transaction,
  context: Context,
  report: OpenPaper,
  { title, stored, at }: { readonly title: string; readonly stored: StoredFile; readonly at: Date },
): Promise<Outcome<AddedAppendix>> {
  // First, so that two people who add at once get a place each.
  await touchMeeting(tx, report.meeting.id, at)
  const others = await appendicesOf(tx.reader, report.item.id)
  if (others.length >= mostAppendices) return refuse('invalid', `A report has at most ${mostAppendices} appendices.`)
  const position = Math.max(0, ...others.map((one) => one.position)) + 1
  const attachment = stored.kind === 'beside' ? { attachment: stored.attachment } : {}
  const paper = await insertPaper(tx, report.item.id, { kind: 'appendix', position, title, ...attachment })
  if (context.actor.kind !== 'person') return refuse('not-allowed', 'Sign in to add an appendix.')
  const { name: by, person } = context.actor
  if (stored.kind === 'word') return ok({ paper, found: [], wordImport: await keepWordImport(tx, paper, stored.reading, person, at) })
  if (stored.kind === 'picture') {
    const kept = await keepPictures(tx, { ...report, id: paper }, [stored.picture], at)
    if (!kept.ok) return kept
  }
  if (stored.kind === 'beside') await keepFileFindings(tx, stored.attachment.checksum, stored.found)
  const markdown = textOf(stored)
  const found = 'found' in stored ? stored.found : []
  if (markdown === '') return ok({ paper, found })
  const saved = await savePart(tx, { paper, part: 'body', content: { markdown }, basedOn: 0, by, at })
  return saved.ok ? ok({ paper, found }) : saved
}

function textOf(stored: Exclude<StoredFile, { kind: 'word' }>): string {
  if (stored.kind === 'written') return ''
  if (stored.kind !== 'picture') return stored.markdown
  return `${pictureLine(pictureName(stored.picture.name, stored.picture.kind, []), stored.picture.alternative)}\n`
}
