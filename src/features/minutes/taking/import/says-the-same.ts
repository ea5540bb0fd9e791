import { isDeepStrictEqual } from 'node:util'
import type { Reader } from '#platform/database/database.ts'
import { publishedBody } from '#features/bodies'
import { happeningsOnFile } from '../../sitting/happenings-on-file.ts'
import { seatsOn, type Seat } from '../../sitting/seats.ts'
import { sittingOnFile } from '../../sitting/sitting-on-file.ts'
import { minutesEntry, type MinutesEntry } from './minutes-file.ts'
import { recordOnFile, type KeptMinutes } from './record-on-file.ts'

/**
 * Whether a record says of the minutes of a meeting what is kept of them already, whatever its form: in another order, with or without the ids of resolutions,
 * without what it may leave out. What it does not mention stays as it is, and so does the source of confirmed minutes.
 */
export async function saysWhatIsKept(reader: Reader, entry: MinutesEntry, kept: KeptMinutes): Promise<boolean> {
  const standing = minutesEntry.safeParse(await recordOnFile(reader, kept))
  if (!standing.success) return false
  const body = await publishedBody(reader, kept.body)
  const seats = body === undefined ? [] : seatsOn(body.body, kept.date)
  return isDeepStrictEqual(said(withUnsaid(entry, standing.data), seats), said(standing.data, seats))
}

function withUnsaid(entry: MinutesEntry, { state, circulated, attendance, declarations, whips, source }: MinutesEntry): MinutesEntry {
  const isSittingLeftOut = entry.attendance === undefined && entry.declarations.length === 0 && entry.whips.length === 0
  const kept = state === 'confirmed' || state === 'signed' ? source : (entry.source ?? source)
  return { ...entry, source: kept, circulated: entry.circulated ?? circulated, ...(isSittingLeftOut ? { attendance, declarations, whips } : {}) }
}

/** What a record says, without its form. */
function said(entry: MinutesEntry, seats: readonly Seat[]): unknown {
  const { body, date, state, circulated, confirmed, signed, source } = entry
  const minutes = entry.minutes
    .toSorted((one, other) => one.item - other.item)
    .map((minute) => ({ ...minute, resolutions: minute.resolutions.map(({ id: _id, vote, ...content }) => ({ ...content, vote: vote && { ...vote, named: vote.named ?? [] } })) }))
  // Written as JSON, what is undefined and what is left out are alike.
  return JSON.parse(JSON.stringify({ body, date, state, circulated, sitting: sittingSaid(entry, seats), minutes, confirmed, signed, source }))
}

function sittingSaid(entry: MinutesEntry, seats: readonly Seat[]): unknown {
  const { additions, faults } = happeningsOnFile(seats, entry)
  const log = additions.map(({ item, what }, order) => ({ id: String(order) as never, order, item, what, by: '', at: '' }))
  return { faults, sitting: sittingOnFile(seats, log) }
}
