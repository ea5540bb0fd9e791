import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { executiveKeptOut, publishedBodies } from '#features/bodies'
import { dispensationsOn } from '#features/interests'
import { meetingInWork, type MeetingFacts, type MeetingId } from '#features/meetings'
import { standing, type Recorded } from './happening.ts'
import { knownMembers } from './known-members.ts'
import { logOf } from './keep-log.ts'
import { sittingFrom, type SittingFacts } from './sitting-from.ts'
import type { Sitting } from './sitting-now.ts'
import type { Dispensation } from './what-follows.ts'

/**
 * The meeting as it stood in that item: who was there, the quorum, what was declared. 0 is before the first item. For a meeting that exists, of a body that is
 * published; throws otherwise.
 */
export async function sittingAt(reader: Reader, meeting: MeetingId, item: number): Promise<Sitting> {
  const found = await meetingInWork(reader, meeting)
  const facts = found === undefined ? undefined : await sittingFacts(reader, meeting, found.facts)
  if (facts === undefined) throw new Error(`There is no meeting ${meeting} of a published body`)
  return sittingFrom(facts, item)
}

/** What a sitting is worked out from; undefined where the body of the meeting is not published. */
export async function sittingFacts(reader: Reader, id: MeetingId, { body, date, privateDevelopment }: MeetingFacts): Promise<SittingFacts | undefined> {
  const bodies = await publishedBodies(reader)
  const found = bodies.find(({ slug }) => slug === body)
  if (found === undefined) return undefined
  const log = await logOf(reader, id)
  return { body: found, day: date, isDevelopment: privateDevelopment, log, dispensations: await dispensationsOf(reader, log, date), keptOut: executiveKeptOut(found.kind, bodies, date), known: knownMembers(bodies, date) }
}

/** The dispensations of those who rely on one, as the register of interests has them on the day. */
async function dispensationsOf(reader: Reader, log: readonly Recorded[], day: LocalDate): Promise<ReadonlyMap<string, readonly Dispensation[]>> {
  const relying = new Set(standing(log).flatMap(({ what }) => (what.kind === 'declares' && what.declaration.nature === 'dispensation' ? what.declaration.member : [])))
  const found = new Map<string, readonly Dispensation[]>()
  for (const member of relying) found.set(member, await dispensationsOn(reader, member, day))
  return found
}
