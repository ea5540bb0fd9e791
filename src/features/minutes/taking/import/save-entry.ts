import { createHash } from 'node:crypto'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { figureWriter, type MeetingInWork, type QuotedFigures } from '#features/meetings'
import { saveSitting } from '../../sitting/save-sitting.ts'
import { composeMinutes, type ComposedMinutes } from '../publishing/compose-minutes.ts'
import type { TakingTables } from '../tables.ts'
import type { MinutesInWork } from '../work/minutes-in-work.ts'
import { seriesOf } from '../work/read-minutes.ts'
import type { MinutesEntry } from './minutes-file.ts'
import { idFaults, resolutionIds, type Identified } from './resolution-ids.ts'
import { stillAsPlanned } from './still-as-planned.ts'
import { voteFaultsOnFile } from './vote-faults.ts'

/** A record with the meeting that it is of, and what was kept of it before. */
export interface PlannedEntry {
  readonly entry: MinutesEntry
  /** Where it stands. */
  readonly file: string
  readonly row: number
  readonly meeting: MeetingInWork
  readonly before: MinutesInWork
  /** When they were circulated, by what was kept before. */
  readonly circulatedAt: Date | null
  readonly fingerprint: string
}

/** Of a record: two with the same fingerprint say the same. Where nothing is said of an exclusion, it reads as it did before drafts could leave that open. */
export function fingerprintOf(entry: MinutesEntry): string {
  const minutes = entry.minutes.map(({ publicExcluded, resolutions, ...minute }) => ({ ...minute, publicExcluded: entry.state === 'draft' && publicExcluded === true ? 'said' : (publicExcluded ?? true), resolutions }))
  return createHash('sha256').update(JSON.stringify({ ...entry, minutes })).digest('hex')
}

interface Saving {
  readonly by: string
  readonly at: Date
  /** What the marks of figures stand for; left out where nothing keeps figures. */
  readonly figures: QuotedFigures | undefined
}

/**
 * Saves the minutes of a meeting from their file in the place of what was loaded before, as a draft, and answers what would be published of them. Refused are
 * minutes that were worked on here since the load was planned, numbers and ids that others have, votes of those who were not there or may not vote, and figures that are
 * not published: those that are, are written out.
 */
export async function saveEntry(tx: Transaction, planned: PlannedEntry, { by, at, figures }: Saving): Promise<Outcome<ComposedMinutes>> {
  const { entry, meeting, before } = planned
  const still = await stillAsPlanned(tx, planned)
  if (!still.ok) return still
  const tables = tx.tables<TakingTables>()
  await tables.deleteFrom('work.minutes_of_meetings').where('work.minutes_of_meetings.meeting', '=', meeting.id).execute()
  const identified = resolutionIds(entry)
  const taken = [...(await takenNumbers(tx, entry)), ...(await idFaults(tx.reader, entry, meeting.id, identified))]
  if (taken.length > 0) return refuse('invalid', '', taken)
  if (entry.attendance !== undefined || entry.declarations.length > 0 || entry.whips.length > 0) {
    const sat = await saveSitting(tx, meeting.id, { attendance: entry.attendance, declarations: entry.declarations, whips: entry.whips }, { by, at })
    if (!sat.ok) return sat
  }
  const votes = await voteFaultsOnFile(tx.reader, entry, meeting)
  if (votes.length > 0) return refuse('invalid', '', votes)
  await tables.insertInto('work.minutes_of_meetings').values({ meeting: meeting.id, body: entry.body, revision: before.revision + 1, source: entry.source ?? before.source ?? null }).execute()
  const written = await withFiguresWritten(tx, planned, figures)
  if (!written.ok) return written
  await insertMinutes(tx, written.value, identified, at)
  return ok(await composeMinutes(tx.reader, meeting))
}

async function takenNumbers(tx: Transaction, entry: MinutesEntry) {
  const series = await seriesOf(tx.reader, entry.body)
  const taken = new Map(series.meetings.flatMap(({ date, fixed }) => [...fixed.values()].map((number) => [number, date] as const)))
  return entry.minutes.flatMap(({ number }, index) => {
    const other = number === undefined ? undefined : taken.get(number)
    return other === undefined ? [] : [{ field: `minutes[${index + 1}].number`, found: String(number), message: `The minutes of ${other} have this number already` }]
  })
}

/** The record with the figures of its minutes written out. */
async function withFiguresWritten(tx: Transaction, planned: PlannedEntry, figures: QuotedFigures | undefined): Promise<Outcome<PlannedEntry>> {
  const { minutes } = planned.entry
  const write = await figureWriter(tx.reader, figures, minutes.flatMap(({ text, membersText }) => [text, membersText]))
  const faults: Fault[] = []
  const written = (text: string, field: string): string => {
    const one = write(text)
    if (!one.ok) faults.push(...one.refusal.faults.map((fault) => ({ ...fault, field })))
    return one.ok ? one.value : text
  }
  const texts = minutes.map((minute, at) => ({ ...minute, text: written(minute.text, `minutes[${at + 1}].text`), membersText: written(minute.membersText, `minutes[${at + 1}].members-text`) }))
  return faults.length > 0 ? refuse('invalid', 'A figure in these minutes is not published.', faults) : ok({ ...planned, entry: { ...planned.entry, minutes: texts } })
}

/** Revisions go on from what was kept: a form that shows the former text is out of date. */
async function insertMinutes(tx: Transaction, { entry, meeting: { id: meeting }, before }: PlannedEntry, identified: readonly Identified[], at: Date): Promise<void> {
  const tables = tx.tables<TakingTables>()
  const { body, minutes } = entry
  if (minutes.length === 0) return
  const texts = minutes.map(({ item, text, membersText }) => ({ meeting, item, text, members_text: membersText, revision: (before.minutes.get(item)?.revision ?? 0) + 1, saved_by: null, saved_at: at }))
  await tables.insertInto('work.minutes').values(texts.map((row, index) => ({ ...row, body, number: minutes[index]?.number ?? null, public_excluded: minutes[index]?.publicExcluded ?? (entry.state === 'draft' ? null : true) }))).execute()
  await tables.insertInto('work.minute_changes').values(texts).execute()
  const contents = minutes.flatMap(({ resolutions }) => resolutions.map(({ id: _id, ...content }) => content))
  const resolutions = identified.map(({ id, item, place }, index) => ({ id, meeting, item, place, content: JSON.stringify(contents[index]), saved_by: null, saved_at: at }))
  if (resolutions.length > 0) await tables.insertInto('work.resolutions').values(resolutions).execute()
}
