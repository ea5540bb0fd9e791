import { posix } from 'node:path'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { ExportedFile, Exporter } from '#platform/command/transfer.ts'
import type { Reader } from '#platform/database/database.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import type { MeetingsApp } from './import-meetings.ts'
import type { KeptPicture, MeetingsTables } from '../tables.ts'

/** Writes meetings with their papers and pictures, each in a folder of its own, in the form that the import reads again. */
export const meetingsExporter: Exporter<MeetingsApp> = {
  what: 'meetings',
  summary: 'a folder a meeting: YAML with its reports and appendices beside it, as the import reads them',
  write: (app) => act(app.context(), { verb: 'meetings.export', subject: { kind: 'meetings', id: 'all' } }, (tx) => writeMeetings(tx.reader, app)),
}

async function writeMeetings(reader: Reader, app: MeetingsApp): Promise<Outcome<ExportedFile[]>> {
  const tables = reader.tables<MeetingsTables>()
  const meetings = await tables.selectFrom('work.meetings').selectAll('work.meetings').orderBy('work.meetings.body').orderBy('work.meetings.meeting_date').execute()
  const papers = await tables.selectFrom('work.papers').selectAll('work.papers').orderBy('work.papers.paper').execute()
  const folderOf = (meeting: { body: string; meeting_date: string }) => `meetings/${meeting.body}/${meeting.meeting_date}`
  const files: ExportedFile[] = meetings.map((meeting) => ({ name: `${folderOf(meeting)}/meeting.yaml`, body: writeYaml([meeting.entry]) }))
  for (const paper of papers) {
    const name = `${folderOf(paper)}/${paper.file_name}`
    files.push({ name, body: `---\n${writeYaml([paper.frame ?? { title: paper.title }])}---\n${paper.markdown}` })
    const pictures = await picturesBeside(name, paper.pictures, app)
    if (!pictures.ok) return pictures
    files.push(...pictures.value)
  }
  return ok(files)
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
