import { createHash } from 'node:crypto'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { MeetingInWork } from '#features/meetings'
import { saveSitting } from '../../sitting/save-sitting.ts'
import { composeMinutes, type ComposedMinutes } from '../publishing/compose-minutes.ts'
import { letterAt, type ResolutionId } from '../record/resolution.ts'
import type { TakingTables } from '../tables.ts'
import type { MinutesInWork } from '../work/minutes-in-work.ts'
import { seriesOf } from '../work/read-minutes.ts'
import type { MinutesEntry } from './minutes-file.ts'

/** A record with the meeting that it is of, and what was kept of it before. */
export interface PlannedEntry {
  readonly entry: MinutesEntry
  readonly meeting: MeetingInWork
  readonly before: MinutesInWork
  readonly fingerprint: string
}

/** Of a record: two with the same fingerprint say the same. */
export function fingerprintOf(entry: MinutesEntry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex')
}

/** The id of a resolution that a file does not name: the same meeting, item and letter have the same. */
function resolutionIdOf({ body, date }: Pick<MinutesEntry, 'body' | 'date'>, item: number, place: number): ResolutionId {
  const hex = createHash('sha256').update(`${body}/${date}/${item}/${letterAt(place)}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-') as ResolutionId
}

interface Saving {
  readonly by: string
  readonly at: Date
}

/** Saves the minutes of a meeting from their file in the place of what was loaded before, as a draft, and answers what would be published of them. Numbers that other minutes of the body have are refused. */
export async function saveEntry(tx: Transaction, { entry, meeting }: PlannedEntry, { by, at }: Saving): Promise<Outcome<ComposedMinutes>> {
  const tables = tx.tables<TakingTables>()
  await tables.deleteFrom('work.minutes_of_meetings').where('work.minutes_of_meetings.meeting', '=', meeting.id).execute()
  const taken = await takenNumbers(tx, entry)
  if (taken.length > 0) return refuse('invalid', '', taken)
  if (entry.attendance !== undefined || entry.declarations.length > 0 || entry.whips.length > 0) {
    const sat = await saveSitting(tx, meeting.id, { attendance: entry.attendance, declarations: entry.declarations, whips: entry.whips }, { by, at })
    if (!sat.ok) return sat
  }
  await tables.insertInto('work.minutes_of_meetings').values({ meeting: meeting.id, body: entry.body }).execute()
  await insertMinutes(tx, entry, meeting, at)
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

async function insertMinutes(tx: Transaction, entry: MinutesEntry, meeting: MeetingInWork, at: Date): Promise<void> {
  const tables = tx.tables<TakingTables>()
  const { body, minutes } = entry
  if (minutes.length === 0) return
  const texts = minutes.map(({ item, text, membersText }) => ({ meeting: meeting.id, item, text, members_text: membersText, revision: 1, saved_by: null, saved_at: at }))
  const numbered = minutes.map(({ number, publicExcluded }) => ({ body, number: number ?? null, public_excluded: publicExcluded }))
  await tables.insertInto('work.minutes').values(texts.map((row, index) => ({ ...row, ...numbered[index], body, number: numbered[index]?.number ?? null }))).execute()
  await tables.insertInto('work.minute_changes').values(texts).execute()
  const resolutions = minutes.flatMap(({ item, resolutions: own }) =>
    own.map(({ id, ...content }, index) => ({ id: (id as ResolutionId | undefined) ?? resolutionIdOf(entry, item, index), meeting: meeting.id, item, place: index + 1, content: JSON.stringify(content), saved_by: null, saved_at: at })),
  )
  if (resolutions.length > 0) await tables.insertInto('work.resolutions').values(resolutions).execute()
}
