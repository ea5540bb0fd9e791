import { posix } from 'node:path'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { ExportedFile, Exporter } from '#platform/command/transfer.ts'
import type { Reader } from '#platform/database/database.ts'
import { marksIn } from '#platform/documents/quoted.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import { frameOf } from '../record/report-parts.ts'
import { documentNameOf, entryOf, fileNameOf, meetingWithText, type MeetingWithText } from '../work/draft-of-meeting.ts'
import type { PaperInWork } from '../work/meeting-in-work.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import type { KeptPicture } from '../record/meeting-draft.ts'
import type { MeetingsTables } from '../tables.ts'

/** Writes meetings with their papers and pictures, each in a folder of its own, in the form that the import reads again. */
export const meetingsExporter: Exporter<MeetingsApp> = {
  what: 'meetings',
  summary: 'a folder a meeting: YAML with its reports and appendices beside it, as the import reads them',
  write: (app) => act(app.context(), { verb: 'meetings.export', subject: { kind: 'meetings', id: 'all' } }, (tx) => writeMeetings(tx.reader, app)),
}

async function writeMeetings(reader: Reader, app: MeetingsApp): Promise<Outcome<ExportedFile[]>> {
  const ids = await reader.tables<MeetingsTables>().selectFrom('work.meetings').select('work.meetings.id').orderBy('work.meetings.body').orderBy('work.meetings.meeting_date').execute()
  const files: ExportedFile[] = []
  // A meeting at a time: all their papers together could be more than memory holds.
  for (const { id } of ids) {
    const kept = await meetingWithText(reader, id)
    if (kept === undefined) continue
    const written = await writeMeeting(kept, app)
    if (!written.ok) return written
    files.push(...written.value)
  }
  return ok(files)
}

async function writeMeeting({ meeting, papers }: MeetingWithText, app: MeetingsApp): Promise<Outcome<ExportedFile[]>> {
  const { body, date } = meeting.facts
  const entry = entryOf(meeting)
  // What quotes figures is loaded after them, and is known by its name.
  const quotes = papers.some(({ parts }) => marksIn(parts.body?.markdown ?? '').length > 0)
  const files: ExportedFile[] = [{ name: `meetings/${body}/${date}/${quotes ? 'meeting-with-figures' : 'meeting'}.yaml`, body: writeYaml([entry]) }]
  for (const paper of papers) {
    const item = meeting.items.find((one) => one.id === paper.item)
    if (item === undefined) continue
    const document = await documentBeside(`meetings/${body}/${date}`, item.number, paper, app)
    if (!document.ok) return document
    files.push(...document.value)
    if (paper.savedAt === undefined) continue
    const name = `meetings/${body}/${date}/${fileNameOf(item.number, paper)}`
    const head = paper.frame === undefined ? { title: paper.title } : frameOf(paper.title, paper.frame, paper.parts)
    files.push({ name, body: `---\n${writeYaml([head])}---\n${paper.parts.body?.markdown ?? ''}` })
    const pictures = await picturesBeside(name, paper.pictures, app)
    if (!pictures.ok) return pictures
    files.push(...pictures.value)
  }
  return ok(files)
}

/** The document that is kept beside the pack, as it was supplied. */
async function documentBeside(folder: string, item: number, paper: PaperInWork, app: MeetingsApp): Promise<Outcome<ExportedFile[]>> {
  const place = documentNameOf(item, paper)
  if (place === undefined || paper.attachment === undefined) return ok([])
  const body = await app.files.get(paper.attachment.checksum)
  if (body === undefined) return refuse('unavailable', `The document ${place} of ${folder} is missing from the file store. Restore the store from a backup, then export again.`)
  return ok([{ name: `${folder}/${place}`, body }])
}

async function picturesBeside(paper: string, pictures: readonly KeptPicture[], app: MeetingsApp): Promise<Outcome<ExportedFile[]>> {
  const files: ExportedFile[] = []
  for (const picture of pictures) {
    const body = await app.files.get(picture.checksum)
    if (body === undefined) return refuse('unavailable', `The picture ${picture.name} of ${paper} is missing from the file store. Restore the store from a backup, then export again.`)
    files.push({ name: posix.join(posix.dirname(paper), picture.name), body })
  }
  return ok(files)
}
