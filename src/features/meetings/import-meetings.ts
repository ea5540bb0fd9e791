import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import type { ImportFile, ImportSummary, Importer } from '#platform/command/transfer.ts'
import type { Typesetter } from '#platform/documents/typst/typeset.ts'
import { publishedBodies } from '#features/bodies'
import { nextVersion } from './next-version.ts'
import { packOf, type PackCouncil } from './pack-of-meeting.ts'
import { buildPack } from './pack/build-pack.ts'
import { publicationOf, withPages, type Publication } from './prepare-publication.ts'
import { readMeetingsFiles, type MeetingDraft } from './read-meetings-file.ts'
import { meetingKey, publishVersion, saveMeeting, standingMeetings, type NewVersion } from './store.ts'

/** What the import of meetings needs of the running product. */
export interface MeetingsApp {
  context(): Context
  readonly files: ContentStore
  readonly typeset: Typesetter
  council(): Promise<PackCouncil>
}

/** A draft with the version that it makes, where it makes one. */
interface Planned {
  readonly draft: MeetingDraft
  readonly next?: Omit<NewVersion, 'pack'>
}

/**
 * Loads meetings with their papers, all or none, and publishes each that is new or corrected: the pack is built first, then
 * everything is saved and published in one transaction with its audit row.
 */
export async function importMeetings(app: MeetingsApp, files: readonly ImportFile[], progress: (line: string) => void): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const planned = await plan(context, files)
  if (!planned.ok) return planned
  const council = await app.council()
  const versions: NewVersion[] = []
  for (const { next } of planned.value) {
    if (next === undefined) continue
    const version = await withPack(next, app, council, context)
    if (!version.ok) return version
    versions.push(version.value)
    progress(`${versions.length} published: ${next.meeting.bodyName}, ${next.meeting.date}`)
  }
  const deed = { verb: 'meetings.import', subject: { kind: 'meetings', id: files.map((file) => file.name).join(', ').slice(0, 500) } }
  return act(context, deed, async (tx) => {
    for (const { draft } of planned.value) await saveMeeting(tx, draft)
    for (const version of versions) await publishVersion(tx, version)
    return ok({ meetings: planned.value.length, papers: planned.value.reduce((sum, { draft }) => sum + draft.papers.length, 0), published: versions.length })
  })
}

async function plan(context: Context, files: readonly ImportFile[]): Promise<Outcome<Planned[]>> {
  const bodies = await context.database.readPublished(async (reader) => new Map((await publishedBodies(reader)).map((body) => [body.slug, body])))
  const read = await readMeetingsFiles(files, new Set(bodies.keys()))
  if (!read.ok) return read
  const standing = await context.database.read(actorKey(context.actor), (reader) => standingMeetings(reader, [...new Set(read.value.map((draft) => draft.entry.body))]))
  const planned: Planned[] = []
  const faults: Fault[] = []
  for (const draft of read.value) {
    const body = bodies.get(draft.entry.body)
    const next = nextVersion(draft, standing.get(meetingKey(draft.entry.body, draft.entry.date)))
    if (!next.ok) faults.push(...next.refusal.faults)
    else if (next.value === undefined || body === undefined) planned.push({ draft })
    else planned.push({ draft, next: { ...next.value, fingerprint: draft.fingerprint, ...publicationOf(draft, body) } })
  }
  return faults.length > 0 ? refuse('invalid', 'The meetings were not loaded, because of what is listed here. Nothing was changed.', faults) : ok(planned)
}

/** Builds the public pack and keeps it, and the pictures it shows, in the file store; a meeting without papers has no pack. */
async function withPack(next: Omit<NewVersion, 'pack'>, app: MeetingsApp, council: PackCouncil, context: Context): Promise<Outcome<NewVersion>> {
  const pictures = await keepPictures(next, app.files)
  if (next.meeting.items.length === 0) return ok(next)
  const pack = await buildPack(packOf(next, council, context.today), pictures, app.typeset)
  if (!pack.ok) return pack
  const checksum = await app.files.put(pack.value.pdf)
  const meeting = withPages(next.meeting, pack.value.pages)
  return ok({ ...next, meeting, pack: { checksum, bytes: pack.value.pdf.byteLength, pages: pack.value.pageCount } })
}

async function keepPictures({ papers }: Publication, files: ContentStore): Promise<Map<string, Uint8Array>> {
  const pictures = new Map(papers.flatMap((paper) => paper.text.pictures.map((picture) => [picture.reference.checksum, picture.bytes] as const)))
  for (const bytes of pictures.values()) await files.put(bytes)
  return pictures
}

export const meetingsImporter: Importer<MeetingsApp> = {
  what: 'meetings',
  summary: 'YAML, one document a meeting, with its reports and appendices as Markdown beside it; publishes what is new or corrected',
  inExample: ['meetings/**/*.yaml'],
  load: (files, app, progress) => importMeetings(app, files, progress),
}
