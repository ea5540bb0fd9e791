import type { Reader } from '#platform/database/database.ts'
import { isNotReached } from '../../sitting/reached.ts'
import { sittingFacts } from '../../sitting/read-sitting.ts'
import { sittingAtItsFullest, type SittingFacts } from '../../sitting/sitting-from.ts'
import { carriedOver } from '../work/carried-over.ts'
import type { ComposedMinutes } from './compose-minutes.ts'
import { hasAttendance } from './held-against-sitting.ts'

/**
 * The items of the agenda that were not taken at the meeting, by number: withdrawn, carried over, not reached, or without a quorum at any time. One in which
 * anything was resolved was taken; where nobody recorded the sitting, nothing speaks against any.
 */
export async function itemsNotTaken(reader: Reader, { meeting, minutes }: Pick<ComposedMinutes, 'meeting' | 'minutes'>): Promise<number[]> {
  const sitting = await sittingFacts(reader, meeting.id, meeting.facts)
  const carried = await carriedOver(reader, meeting)
  const isMissed = (number: number) => carried.has(number) || (sitting !== undefined && (isNotReached(sitting.log, number) || hadNoQuorum(sitting, number)))
  const silent = meeting.items.filter(({ number }) => (minutes.resolutions.get(number) ?? []).length === 0)
  return silent.filter(({ number, facts }) => facts.withdrawn !== undefined || isMissed(number)).map(({ number }) => number)
}

function hadNoQuorum(sitting: SittingFacts, item: number): boolean {
  return hasAttendance(sitting) && !sitting.isDevelopment && sittingAtItsFullest(sitting, item).quorum?.met === false
}
