import { basename } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { ImportFile, ImportSummary, Importer } from '#platform/command/transfer.ts'
import type { Transaction } from '#platform/database/database.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import { markPublished } from '#platform/http/publication.ts'
import { instantOf, turnState, type MeetingsApp } from '#features/meetings'
import { keepVersion, type PdfKept } from '../publishing/keep-version.ts'
import { pdfOf } from '../publishing/publish-minutes.ts'
import { raiseAsked } from '../publishing/raise-asked.ts'
import type { PublishedMinutes } from '../record/published-minutes.ts'
import type { TakingTables } from '../tables.ts'
import type { MinutesEntry } from './minutes-file.ts'
import { latestDay, notLoaded, plan, readFiles } from './plan-minutes.ts'
import { saveEntry, type PlannedEntry } from './save-entry.ts'

/** A planned record with what is published of it. */
interface Ready {
  readonly planned: PlannedEntry
  readonly record: PublishedMinutes
  /** Undefined of a draft, and of a private meeting. */
  readonly pdf: PdfKept | undefined
}

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
  const deed = { verb: 'minutes.import', subject: { kind: 'minutes', id: files.map((file) => basename(file.name)).join(', ').slice(0, 500) } }
  const refused = (outcome: Outcome<never>) => act(context, deed, () => Promise.resolve(outcome))
  const read = readFiles(files)
  if (!read.ok) return refused(read)
  if (!context.may(context.actor, deed.verb)) return refused(refuse('not-allowed', ''))
  const planned = await context.database.read(actorKey(context.actor), (reader) => plan(reader, read.value, latestDay(app)))
  if (!planned.ok) return refused(planned)
  const records = await rehearse(context, app, planned.value)
  if (!records.ok) return refused(records)
  const ready: Ready[] = []
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
      const written = await write(tx, context, app, one)
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
        const saved = await saveEntry(tx, one, { by: nameOf(context), at: app.now() })
        const faults = saved.ok ? saved.value.faults : saved.refusal.faults
        if (!saved.ok || faults.length > 0) throw new Rehearsed(notLoaded(faults.map((fault) => ({ ...fault, found: `${one.entry.body} on ${one.entry.date}` }))))
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

function nameOf({ actor }: Context): string {
  return actor.kind === 'public' ? '' : actor.name
}

function recordOf({ state, confirmed, signed }: MinutesEntry, record: PublishedMinutes): PublishedMinutes {
  return { ...record, state, ...(confirmed === undefined ? {} : { confirmed }), ...(signed === undefined ? {} : { signed }) }
}

async function write(tx: Transaction, context: Context, app: MeetingsApp, { planned, record, pdf }: Ready): Promise<Outcome<void>> {
  const { entry, meeting, before } = planned
  const saved = await saveEntry(tx, planned, { by: nameOf(context), at: app.now() })
  if (!saved.ok) return saved
  if (!isDeepStrictEqual(recordOf(entry, saved.value.record), record)) return refuse('conflict', 'The meeting of these minutes was changed while they were loaded. Nothing was loaded: load them again.')
  const at = momentOf(entry, context, app)
  const isTold = entry.state !== 'draft'
  const raised = isTold ? await raiseAsked(tx, { ...saved.value, minutes: { ...saved.value.minutes, raised: before.raised } }, instantOf(context.today, app.now())) : []
  await finish(tx, planned, app, raised)
  const note = noteOf(entry, before.version > 0)
  if (pdf !== undefined) await keepVersion(tx, { record, version: before.version + 1, note, pdf, at })
  const status = entry.state === 'circulated' ? 'minutes-draft' : 'minutes-confirmed'
  if (!isTold || meeting.facts.status === status) return ok(undefined)
  return turnState(tx, meeting.id, { status, note, at })
}

/** The state in which the file has them, once everything else of them is written. */
async function finish(tx: Transaction, { entry, meeting, before, fingerprint }: PlannedEntry, app: MeetingsApp, raised: readonly string[]): Promise<void> {
  const { state, circulated, confirmed, signed } = entry
  const at = app.now()
  const isOut = state !== 'draft'
  await tx
    .tables<TakingTables>()
    .updateTable('work.minutes_of_meetings as taken')
    .set({
      state,
      fingerprint,
      raised: JSON.stringify(raised),
      version: before.version + (isOut ? 1 : 0),
      circulated_at: isOut ? instantOf(circulated ?? entry.date, at) : null,
      confirmed_on: confirmed?.on ?? null,
      confirmed_item: confirmed?.item ?? null,
      amended: confirmed?.amended ?? null,
      signed_by: signed?.by ?? null,
      signed_on: signed?.on ?? null,
      signed_at: signed === undefined ? null : instantOf(signed.on, at),
    })
    .where('taken.meeting', '=', meeting.id)
    .execute()
}

/** When they were published in this state: on the day that the file gives. */
function momentOf({ circulated, confirmed, signed }: MinutesEntry, context: Context, app: MeetingsApp): Date {
  return instantOf(signed?.on ?? confirmed?.on ?? circulated ?? context.today, app.now())
}

function noteOf({ state, correction, confirmed }: MinutesEntry, isFurther: boolean): string {
  if (confirmed !== undefined) return state === 'signed' ? 'The minutes are confirmed as a correct record and signed.' : 'The minutes are confirmed as a correct record.'
  return isFurther ? `Corrected before confirmation: ${correction ?? ''}` : 'The minutes are circulated as a draft, to be confirmed.'
}

export const minutesImporter: Importer<MeetingsApp> = {
  what: 'minutes',
  summary: 'YAML, one document a meeting: attendance, declarations, minutes with their numbers, resolutions and votes; publishes what is circulated or confirmed',
  inExample: ['minutes/**/*.yaml'],
  load: (files, app, progress) => importMinutes(app, files, progress),
}
