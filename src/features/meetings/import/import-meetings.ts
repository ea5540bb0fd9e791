import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { countOf } from '#core/count-in-words.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { actorKey } from '#access/actor.ts'
import { placed } from '#platform/files/placed.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import type { ImportFile, ImportSummary, Importer } from '#platform/command/transfer.ts'
import { publishedBodies, type Body } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import { nextVersion } from '../publication/next-version.ts'
import { buildVersion, type VersionToBuild } from '../publication/build-version.ts'
import { issueOf } from '../publication/prepare-issue.ts'
import { publicationOf } from '../publication/prepare-publication.ts'
import { quotedFor } from '../reports/quoted/quoted-figures.ts'
import { instantOf } from '../speaking/moment.ts'
import { saveDraft } from '../work/save-draft.ts'
import { notTurnedBack } from './not-turned-back.ts'
import { readMeetingsFiles, type MeetingFromFiles } from './read-meetings-file.ts'
import { statedIssue } from '../record/meeting.ts'
import { isDraftAgenda, withoutAgenda, withoutReportsToFollow, type MeetingDraft } from '../record/meeting-draft.ts'
import { meetingKey, publishVersion, standingMeetings, type NewVersion } from '../publication/publish-version.ts'

/** A draft with the version that it makes, where it makes one. */
interface Planned {
  readonly draft: MeetingFromFiles
  readonly next?: VersionToBuild
}

/**
 * Loads meetings with their papers, all or none, and publishes each that is new or corrected: the pack is built first, then
 * everything is saved and published in one transaction with its audit row. Of a draft agenda only the announcement is published, and a report that is to
 * follow is kept for those who write it. The figures that a paper quotes are published as they stand now; refused at its line where they are not published.
 */
export async function importMeetings(app: MeetingsApp, files: readonly ImportFile[], progress: (line: string) => void): Promise<Outcome<ImportSummary>> {
  try {
    return await loadMeetings(app, files, progress)
  } catch (error) {
    if (error instanceof StoreCannotWrite) return refuse('unavailable', error.message)
    throw error
  }
}

async function loadMeetings(app: MeetingsApp, files: readonly ImportFile[], progress: (line: string) => void): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('meetings.import', 'meetings', files)
  const planned = await plan(app, context, files)
  if (!planned.ok) return act(context, deed, () => Promise.resolve(planned))
  const setting = { council: await app.council(), today: context.today, origin: app.origin }
  await keepFiles(planned.value.map(({ draft }) => draft), app.files)
  const versions: NewVersion[] = []
  const due = planned.value.filter(({ next }) => next !== undefined).length
  for (const { next } of planned.value) {
    if (next === undefined) continue
    const version = await buildVersion(next, { files: app.files, typeset: app.typeset, setting })
    if (!version.ok) return act(context, deed, () => Promise.resolve(version))
    versions.push(version.value)
    progress(`${versions.length} of ${due} meetings set for print`)
  }
  progress(`saving ${countOf(planned.value.length, 'meetings')}`)
  return act(context, deed, async (tx) => {
    for (const { draft } of planned.value) {
      const saved = await saveDraft(tx, draft, app.now())
      if (!saved.ok) return saved
    }
    for (const version of versions) {
      const issued = dayOfIssue(version)
      await publishVersion(tx, { ...version, datedBy: issued === undefined ? 'entry' : 'issue' }, instantOf(issued ?? context.today, app.now()))
    }
    for (const body of new Set(versions.map(({ meeting }) => meeting.body))) await app.followAgendas?.(tx, { body, context, app })
    return ok({ meetings: planned.value.length, papers: planned.value.reduce((sum, { draft }) => sum + draft.papers.length, 0), published: versions.length })
  })
}

async function plan(app: MeetingsApp, context: Context, files: readonly ImportFile[]): Promise<Outcome<Planned[]>> {
  const bodies = await context.database.readPublished(async (reader) => new Map((await publishedBodies(reader)).map((body) => [body.slug, body])))
  const read = await readMeetingsFiles(files, new Set(bodies.keys()), latestDay(app), (texts) => quotedFor(context, app, texts))
  if (!read.ok) return read
  const standing = await context.database.read(actorKey(context.actor), (reader) => standingMeetings(reader, [...new Set(read.value.map((draft) => draft.entry.body))]))
  const planned: Planned[] = []
  const faults: Fault[] = []
  for (const fromFile of read.value) {
    const body = bodies.get(fromFile.entry.body)
    const before = standing.get(meetingKey(fromFile.entry.body, fromFile.entry.date))
    const draft = { ...fromFile, entry: { ...fromFile.entry, status: notTurnedBack(fromFile.entry.status, before?.status) } }
    const next = nextVersion(draft, before, context.today)
    if (!next.ok) faults.push(...next.refusal.faults.map((fault) => placed(fromFile, fault)))
    else if (next.value === undefined || body === undefined) planned.push({ draft })
    else planned.push({ draft, next: { ...next.value, ...shownOf(draft, body), ...given('inPlaceOf', before !== undefined && before.items.length > 0 ? before.packVersion : undefined) } })
  }
  return faults.length > 0 ? refuse('invalid', 'The meetings were not loaded, because of what is listed here. Nothing was changed.', faults) : ok(planned)
}

/** The first version of an agenda was published on the day of its issue; of a correction, and of what states no such day, it is known when it was entered here. */
function dayOfIssue({ version, meeting, issue }: NewVersion): LocalDate | undefined {
  return version === 1 ? statedIssue(issue?.meeting ?? meeting) : undefined
}

/** What is shown of it to the public and to members: a draft agenda, and a report that is to follow, is for those who work on it. */
function shownOf(draft: MeetingDraft, body: Body): Pick<VersionToBuild, 'publication' | 'issue'> {
  const shown = isDraftAgenda(draft.entry) ? withoutAgenda(draft.entry) : withoutReportsToFollow(draft)
  return { publication: publicationOf(shown, body), issue: issueOf(shown, body) }
}

/** An agenda cannot have been issued after today: the product's day or, where an example stands in the past, the real one. */
function latestDay(app: MeetingsApp): LocalDate {
  const [real, product] = [dateOf(londonMoment(app.now().toISOString())), app.context().today]
  return real > product ? real : product
}

/** Keeps every picture and document, those of withheld papers too: only what `published.pictures` and `published.files` name can be read by its address. */
async function keepFiles(drafts: readonly MeetingFromFiles[], files: ContentStore): Promise<void> {
  const pictures = new Map<string, Uint8Array>()
  for (const { text } of drafts.flatMap((draft) => draft.papers)) {
    for (const { reference, bytes } of text?.pictures ?? []) pictures.set(reference.checksum, bytes)
  }
  for (const bytes of pictures.values()) await files.put(bytes)
  for (const bytes of drafts.flatMap((draft) => draft.documents)) await files.put(bytes)
}

export const meetingsImporter: Importer<MeetingsApp> = {
  what: 'meetings',
  summary: 'YAML, one document a meeting, with its reports and appendices as Markdown beside it; publishes what is new or corrected',
  inExample: ['meetings/**/*.yaml'],
  load: (files, app, progress) => importMeetings(app, files, progress),
}
