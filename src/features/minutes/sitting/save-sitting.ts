import { isDeepStrictEqual } from 'node:util'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { publishedBody } from '#features/bodies'
import { meetingInWork, type MeetingId } from '#features/meetings'
import { standing } from './happening.ts'
import { happeningsOnFile } from './happenings-on-file.ts'
import { addToLog, holdLog, logOf, type Addition } from './keep-log.ts'
import { sittingFacts } from './read-sitting.ts'
import { seatsOn, type Seat } from './seats.ts'
import { sittingFrom } from './sitting-from.ts'
import { sittingOnFile } from './sitting-on-file.ts'
import type { SittingOnFile } from './sitting-file.ts'
import { isNamed, notNamed } from './substitutes.ts'

/**
 * Loads the sitting of a meeting from a file: what was recorded before is struck, with the reason, and what the file says takes its place. Nothing is added where
 * the record says the same already. Refused for a name without a seat on the day; each fault names its field.
 */
export async function saveSitting(tx: Transaction, meeting: MeetingId, said: SittingOnFile, { by, at }: { readonly by: string; readonly at: Date }): Promise<Outcome<void>> {
  await holdLog(tx, meeting)
  const log = await logOf(tx.reader, meeting)
  const seats = await seatsOf(tx.reader, meeting)
  const { additions, faults } = happeningsOnFile(seats, said)
  if (faults.length > 0) return refuse('invalid', 'The attendance was not loaded, because of what is listed here.', faults)
  if (isDeepStrictEqual(sittingOnFile(seats, log), sittingOnFile(seats, asLog(additions)))) return ok(undefined)
  const unknown = await substituteFaults(tx.reader, meeting, said)
  if (unknown.length > 0) return refuse('invalid', 'The attendance was not loaded, because of what is listed here.', unknown)
  const strikes = standing(log).map(({ id, item }): Addition => ({ item, what: { kind: 'strikes', struck: id, reason: 'Loaded again from a file.' } }))
  await addToLog(tx, meeting, [...strikes, ...additions], { by, at, press: `file ${at.toISOString()} ${log.length}` })
  return ok(undefined)
}

/** Substitutes in a file whom the record does not let sit for that member, each by its place. */
async function substituteFaults(reader: Reader, id: MeetingId, { attendance }: SittingOnFile): Promise<Fault[]> {
  const present = attendance?.present ?? []
  if (!present.some(({ substitute }) => substitute !== undefined)) return []
  const meeting = await meetingInWork(reader, id)
  const facts = meeting && (await sittingFacts(reader, id, meeting.facts))
  if (facts === undefined) return []
  const sitting = sittingFrom(facts, 0)
  return present.flatMap(({ member, substitute }, index) => {
    const seat = sitting.seats.find((one) => one.seat.membership.person === member)?.seat
    if (seat === undefined || substitute === undefined || isNamed(sitting, seat, substitute)) return []
    return [{ field: `attendance.present[${index}].substitute`, found: substitute, message: notNamed(sitting, seat, substitute) }]
  })
}

/** The sitting of a meeting as a file says it, for the exporter; undefined where nothing is recorded. */
export async function sittingForFile(reader: Reader, meeting: MeetingId): Promise<SittingOnFile | undefined> {
  return sittingOnFile(await seatsOf(reader, meeting), await logOf(reader, meeting))
}

async function seatsOf(reader: Reader, id: MeetingId): Promise<Seat[]> {
  const meeting = await meetingInWork(reader, id)
  const body = meeting && (await publishedBody(reader, meeting.facts.body))
  return meeting === undefined || body === undefined ? [] : seatsOn(body.body, meeting.facts.date)
}

function asLog(additions: readonly Addition[]) {
  return additions.map(({ item, what }, index) => ({ id: String(index) as never, order: index, item, what, by: '', at: '' }))
}
