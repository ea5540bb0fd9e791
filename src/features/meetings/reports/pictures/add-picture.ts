import { act, type Context } from '#access/act.ts'
import { fileInAudit } from '#access/audit/file-in-audit.ts'
import { look } from '#access/look.ts'
import type { UploadedFile } from '#access/staff/posted-form.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { kindOfFile } from '#platform/documents/incoming/kind-of-file.ts'
import { kindFacts, type IncomingKind } from '#platform/documents/incoming/kinds.ts'
import { withoutMetadata } from '#platform/documents/incoming/picture-metadata.ts'
import { checkSettable } from '#platform/documents/typst/unsettable-pictures.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { touchMeeting } from '../../work/keep-meeting.ts'
import { savePaper } from '../../work/keep-paper.ts'
import { paperInWork } from '../../work/read-work.ts'
import { openPaper, type OpenPaper } from '../rights/open-paper.ts'
import type { ReportsTables } from '../tables.ts'
import { pictureName } from './picture-name.ts'

export type PictureKind = 'png' | 'jpeg' | 'svg'

interface NewPicture {
  readonly paper: string
  readonly file: UploadedFile | undefined
  /** What it shows. */
  readonly alternative: string
  readonly at: Date
}

/** A picture whose bytes are in the content store. */
export interface StoredPicture {
  /** As it came. */
  readonly name: string
  readonly kind: PictureKind
  readonly checksum: string
  readonly alternative: string
}

const mostPictures = 100

/** Adds a picture to a paper and answers the name by which its text shows it. Refused without an alternative text, and for what is no picture or cannot be printed. */
export async function addPicture(context: Context, files: ContentStore, { paper, file, alternative, at }: NewPicture): Promise<Outcome<string>> {
  const deed = { verb: 'reports.write', subject: { kind: 'paper', id: paper }, detail: { added: 'picture', ...fileInAudit(file) } }
  const allowed = await look(context, deed, (reader) => openPaper(reader, context.actor, paper, 'write'))
  if (!allowed.ok) return allowed
  if (file === undefined) return refuse('invalid', '', [{ field: 'picture', message: 'Choose a picture' }])
  const said = checkAlternative(alternative)
  if (!said.ok) return said
  const kind = await kindOfFile(file.name, file.bytes)
  if (!kind.ok) return refuse('invalid', '', [{ field: 'picture', message: kind.refusal.message }])
  if (!isPicture(kind.value)) return refuse('invalid', '', [{ field: 'picture', message: `${file.name} is ${kindFacts[kind.value].words}. Choose a PNG or JPEG picture or an SVG drawing.` }])
  const settable = await checkSettable([file])
  if (!settable.ok) return settable.refusal.kind === 'invalid' ? refuse('invalid', '', [{ field: 'picture', message: settable.refusal.message }]) : settable
  const stored = await storePicture(files, file.bytes)
  if (!stored.ok) return stored
  const picture = { name: file.name, kind: kind.value, checksum: stored.value, alternative }
  return act(context, deed, async (tx) => {
    const opened = await openPaper(tx.reader, context.actor, paper, 'write')
    if (!opened.ok) return opened
    const names = await keepPictures(tx, opened.value, [picture], at)
    return names.ok ? ok(names.value[0] ?? '') : names
  })
}

/**
 * Puts a picture into the content store, without what it says of its place, its camera and people; any other file as it is. Refused where it is damaged, or
 * where the store's folder does not take it.
 */
export async function storePicture(files: ContentStore, bytes: Uint8Array): Promise<Outcome<string>> {
  const plain = withoutMetadata(bytes)
  if (plain === undefined) return refuse('invalid', 'The picture is damaged. Save it again and choose it again.')
  try {
    return ok(await files.put(plain))
  } catch (error) {
    if (error instanceof StoreCannotWrite) return refuse('unavailable', error.plainly)
    throw error
  }
}

export function isPicture(kind: IncomingKind): kind is PictureKind {
  return kind === 'png' || kind === 'jpeg' || kind === 'svg'
}

/** Words that say what a picture shows; the text puts them in square brackets, on one line. */
export function checkAlternative(alternative: string, field = 'alternative'): Outcome<void> {
  if (alternative === '') return refuse('invalid', '', [{ field, message: 'Say what the picture shows, for readers who cannot see it' }])
  return alternative.length > 1000 ? refuse('invalid', '', [{ field, message: 'Shorten this to 1000 characters; say more in the text' }]) : ok(undefined)
}

/** Adds pictures to a paper, each under a name of its own, and answers the names. */
export async function keepPictures(tx: Transaction, opened: OpenPaper, pictures: readonly StoredPicture[], at: Date): Promise<Outcome<string[]>> {
  const paper = await paperInWork(tx.reader, opened.id)
  if (paper === undefined) return refuse('not-found', 'There is no such paper.')
  const kept = [...paper.pictures]
  const names = pictures.map((picture) => {
    const name = pictureName(picture.name, picture.kind, kept.map((one) => one.name))
    kept.push({ name, checksum: picture.checksum })
    return name
  })
  if (kept.length > mostPictures) return refuse('invalid', `A paper holds at most ${mostPictures} pictures. Put some into appendices.`)
  const saved = await savePaper(tx, opened.id, paper.revision, { pictures: kept })
  if (!saved.ok) return saved
  if (pictures.length > 0) {
    const rows = pictures.map(({ alternative }, index) => ({ paper: opened.id, name: names[index] ?? '', alternative }))
    await tx.tables<ReportsTables>().insertInto('work.picture_words').values(rows).execute()
  }
  await touchMeeting(tx, opened.meeting.id, at)
  return ok(names)
}
