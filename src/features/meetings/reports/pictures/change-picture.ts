import type { Context } from '#access/act.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { pictureNames } from '#platform/documents/picture-names.ts'
import { touchMeeting } from '../../work/keep-meeting.ts'
import { savePaper } from '../../work/keep-paper.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { paperInWork } from '../../work/read-work.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import type { ReportsTables } from '../tables.ts'
import { checkAlternative } from './add-picture.ts'

interface PictureOfPaper {
  readonly paper: string
  readonly name: string
  readonly at: Date
}

/** Takes a picture from a paper; refused while its text shows it. */
export function removePicture(context: Context, { paper, name, at }: PictureOfPaper): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper, wanted: 'write', detail: { removed: 'picture' } }, async (tx, opened) => {
    const kept = await paperInWork(tx.reader, opened.id)
    if (kept === undefined || !kept.pictures.some((picture) => picture.name === name)) return noSuchPicture
    if (pictureNames(kept.parts.body?.markdown ?? '').includes(name)) return refuse('not-now', `The text shows ${name}. Take it out of the text first.`)
    const saved = await savePaper(tx, opened.id, kept.revision, { pictures: kept.pictures.filter((picture) => picture.name !== name) })
    if (!saved.ok) return saved
    await tx.tables<ReportsTables>().deleteFrom('work.picture_words').where('work.picture_words.paper', '=', opened.id).where('work.picture_words.name', '=', name).execute()
    await touchMeeting(tx, opened.meeting.id, at)
    return ok(undefined)
  })
}

/** Says anew what a picture shows; what the text says already stays. */
export function describePicture(context: Context, { paper, name, alternative }: Omit<PictureOfPaper, 'at'> & { readonly alternative: string }): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper, wanted: 'write', detail: { described: 'picture' } }, async (tx, opened) => {
    const said = checkAlternative(alternative)
    if (!said.ok) return said
    const kept = await paperInWork(tx.reader, opened.id)
    if (kept?.pictures.some((picture) => picture.name === name) !== true) return noSuchPicture
    await tx
      .tables<ReportsTables>()
      .insertInto('work.picture_words')
      .values({ paper: opened.id, name, alternative })
      .onConflict((conflict) => conflict.columns(['council', 'paper', 'name'] as never).doUpdateSet({ alternative }))
      .execute()
    return ok(undefined)
  })
}

const noSuchPicture = refuse('not-found', 'The paper has no such picture.')

/** What each picture of a paper shows, by name. */
export async function pictureWords(reader: Reader, paper: PaperId): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.tables<ReportsTables>().selectFrom('work.picture_words as words').select(['words.name', 'words.alternative']).where('words.paper', '=', paper).execute()
  return new Map(rows.map((row) => [row.name, row.alternative]))
}

/** The Markdown line that shows a picture. */
export function pictureLine(name: string, alternative: string): string {
  return `![${alternative.replaceAll(/\s+/g, ' ').replaceAll(/[[\]\\]/g, (mark) => `\\${mark}`)}](${name})`
}
