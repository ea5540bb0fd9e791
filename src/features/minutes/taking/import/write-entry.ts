import { isDeepStrictEqual } from 'node:util'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { instantOf, markNotTaken, turnState, type MeetingsApp } from '#features/meetings'
import { keepVersion, type PdfKept } from '../publishing/keep-version.ts'
import { keepMembersMinutes } from '../publishing/members-minutes.ts'
import { itemsNotTaken } from '../publishing/not-taken.ts'
import { raiseAsked } from '../publishing/raise-asked.ts'
import type { PublishedMinutes } from '../record/published-minutes.ts'
import type { TakingTables } from '../tables.ts'
import { nameOf } from '../verbs/take.ts'
import type { MinutesEntry } from './minutes-file.ts'
import { saveEntry, type PlannedEntry } from './save-entry.ts'

/** A planned record with what is published of it. */
export interface ReadyEntry {
  readonly planned: PlannedEntry
  readonly record: PublishedMinutes
  /** Undefined of a draft, and of a private meeting. */
  readonly pdf: PdfKept | undefined
}

/** What is published of a record in the state in which its file has it. */
export function recordOf({ state, confirmed, signed }: MinutesEntry, record: PublishedMinutes): PublishedMinutes {
  return { ...record, state, ...(confirmed === undefined ? {} : { confirmed }), ...(signed === undefined ? {} : { signed }) }
}

/**
 * Writes a record and publishes it, in the transaction of the load. Refused as a conflict where it was worked on here, or anything that it rests on was changed,
 * since it was put together.
 */
export async function writeEntry(tx: Transaction, context: Context, app: MeetingsApp, { planned, record, pdf }: ReadyEntry): Promise<Outcome<void>> {
  const { entry, before } = planned
  const saved = await saveEntry(tx, planned, { by: nameOf(context), at: app.now(), figures: app.quotedFigures })
  if (!saved.ok) return saved
  if (!isDeepStrictEqual(recordOf(entry, saved.value.record), record)) return refuse('conflict', 'The meeting of these minutes was changed while they were loaded. Nothing was loaded: load them again.')
  const at = before.version > 0 ? instantOf(context.today, app.now()) : momentOf(entry, context, app)
  const isTold = entry.state !== 'draft'
  const raised = isTold ? await raiseAsked(tx, { ...saved.value, minutes: { ...saved.value.minutes, raised: before.raised } }, instantOf(context.today, app.now())) : []
  await finish(tx, planned, app, raised)
  const note = noteOf(entry, before.version > 0)
  if (pdf !== undefined) await keepVersion(tx, { record, version: before.version + 1, note, pdf, at })
  if (isTold && saved.value.isOpen) await markNotTaken(tx, entry, await itemsNotTaken(tx.reader, saved.value))
  if (isTold) await keepMembersMinutes(tx, saved.value, { record, version: before.version + 1, at })
  return isTold ? turnMeeting(tx, planned, note, at) : ok(undefined)
}

/** The meeting's own page says how far its minutes are. A meeting of which nothing but the agenda was known was held, since it is minuted. */
async function turnMeeting(tx: Transaction, { entry, meeting }: PlannedEntry, note: string, at: Date): Promise<Outcome<void>> {
  const status = entry.state === 'circulated' ? 'minutes-draft' : 'minutes-confirmed'
  const now = meeting.facts.status
  if (now === status) return ok(undefined)
  if (now === 'agenda-published') {
    const held = await turnState(tx, meeting.id, { status: 'held', note: 'The meeting was held.', at })
    if (!held.ok) return held
  }
  return turnState(tx, meeting.id, { status, note, at })
}

/** The state in which the file has them, once everything else of them is written. */
export async function finish(tx: Transaction, { entry, meeting, before, circulatedAt, fingerprint }: PlannedEntry, app: MeetingsApp, raised: readonly string[]): Promise<void> {
  const { state, circulated, confirmed, signed } = entry
  const at = app.now()
  const isOut = state !== 'draft'
  const circulatedOn = circulated === undefined ? (circulatedAt ?? instantOf(entry.date, at)) : instantOf(circulated, at)
  await tx
    .tables<TakingTables>()
    .updateTable('work.minutes_of_meetings as taken')
    .set({
      state,
      fingerprint,
      raised: JSON.stringify(raised),
      version: before.version + (isOut ? 1 : 0),
      circulated_at: isOut ? circulatedOn : null,
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

/** When their first version was published: on the day that the file gives. A further one is published now. */
function momentOf({ circulated, confirmed, signed }: MinutesEntry, context: Context, app: MeetingsApp): Date {
  return instantOf(signed?.on ?? confirmed?.on ?? circulated ?? context.today, app.now())
}

function noteOf({ state, correction, confirmed }: MinutesEntry, isFurther: boolean): string {
  if (confirmed !== undefined) return state === 'signed' ? 'The minutes are confirmed as a correct record and signed.' : 'The minutes are confirmed as a correct record.'
  return isFurther ? `Corrected before confirmation: ${correction ?? ''}` : 'The minutes are circulated as a draft, to be confirmed.'
}
