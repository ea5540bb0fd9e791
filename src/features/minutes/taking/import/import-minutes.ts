import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { actorKey } from '#access/actor.ts'
import type { ImportFile, ImportSummary, Importer } from '#platform/command/transfer.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { MeetingsApp } from '#features/meetings'
import { pdfOf } from '../publishing/publish-minutes.ts'
import type { PublishedMinutes } from '../record/published-minutes.ts'
import { nameOf } from '../verbs/take.ts'
import { latestDay, notLoaded, plan, readFiles } from './plan-minutes.ts'
import { saveEntry, type PlannedEntry } from './save-entry.ts'
import { finish, recordOf, writeEntry, type ReadyEntry } from './write-entry.ts'

/**
 * Loads minutes with their attendance, all or none, and publishes those that are circulated or confirmed. They are put together once and undone, so that the
 * PDFs can be made outside any transaction; then everything is written in one. Minutes that were worked on here are refused, and so is any change of confirmed ones.
 */
async function importMinutes(app: MeetingsApp, files: readonly ImportFile[], progress: (line: string) => void): Promise<Outcome<ImportSummary>> {
  try {
    return await loadMinutes(app, files, progress)
  } catch (error) {
    if (error instanceof StoreCannotWrite) return refuse('unavailable', error.message)
    throw error
  }
}

async function loadMinutes(app: MeetingsApp, files: readonly ImportFile[], progress: (line: string) => void): Promise<Outcome<ImportSummary>> {
  const context = app.context()
  const deed = loadingDeed('minutes.import', 'minutes', files)
  const refused = (outcome: Outcome<never>) => act(context, deed, () => Promise.resolve(outcome))
  const read = readFiles(files)
  if (!read.ok) return refused(read)
  if (!context.may(context.actor, deed.verb)) return refused(refuse('not-allowed', ''))
  const planned = await context.database.read(actorKey(context.actor), (reader) => plan(reader, read.value, latestDay(app)))
  if (!planned.ok) return refused(planned)
  const records = await rehearse(context, app, planned.value)
  if (!records.ok) return refused(records)
  const ready: ReadyEntry[] = []
  for (const [index, one] of planned.value.entries()) {
    const record = records.value[index]
    if (record === undefined) throw new Error('A record was planned and not put together')
    const isPublished = one.entry.state !== 'draft' && one.meeting.facts.public && !one.meeting.facts.privateDevelopment
    const pdf = isPublished ? await pdfOf(app, record) : ok(undefined)
    if (!pdf.ok) return refused(pdf)
    ready.push({ planned: one, record, pdf: pdf.value })
    progress(`${ready.length} of ${planned.value.length} minutes set for print`)
  }
  return act(context, deed, async (tx) => {
    for (const one of ready) {
      const written = await writeEntry(tx, context, app, one)
      if (!written.ok) return written
    }
    if (ready.length > 0) await markPublished(tx)
    return ok({ minutes: read.value.length, published: ready.filter(({ pdf }) => pdf !== undefined).length })
  })
}

/** Carries what was put together out of a transaction that is undone. */
class Rehearsed extends Error {
  readonly outcome: Outcome<PublishedMinutes[]>

  constructor(outcome: Outcome<PublishedMinutes[]>) {
    super('Undone')
    this.outcome = outcome
  }
}

/** What would be published of each record. Nothing is kept of it. */
async function rehearse(context: Context, app: MeetingsApp, planned: readonly PlannedEntry[]): Promise<Outcome<PublishedMinutes[]>> {
  try {
    return await context.database.write(actorKey(context.actor), async (tx) => {
      const records: PublishedMinutes[] = []
      for (const one of planned) {
        const saved = await saveEntry(tx, one, { by: nameOf(context), at: app.now(), figures: app.quotedFigures })
        if (!saved.ok && saved.refusal.faults.length === 0) throw new Rehearsed(saved)
        const faults = saved.ok ? saved.value.faults : saved.refusal.faults
        if (!saved.ok || faults.length > 0) throw new Rehearsed(notLoaded(faults.map((fault) => ({ found: `${one.entry.body} on ${one.entry.date}`, ...fault, file: one.file, row: one.row }))))
        records.push(recordOf(one.entry, saved.value.record))
        await finish(tx, one, app, [])
      }
      throw new Rehearsed(ok(records))
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.outcome
    throw error
  }
}

export const minutesImporter: Importer<MeetingsApp> = {
  what: 'minutes',
  summary: 'YAML, one document a meeting: attendance, declarations, minutes with their numbers, resolutions and votes; publishes what is circulated or confirmed',
  inExample: ['minutes/**/*.yaml'],
  load: (files, app, progress) => importMinutes(app, files, progress),
}
