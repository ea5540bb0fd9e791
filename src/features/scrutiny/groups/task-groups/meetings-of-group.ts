import { addDays, type LocalDate } from '#core/dates.ts'
import { meetingsInList } from '#features/meetings'
import { meetingsToClose } from '#features/minutes'
import type { Reader } from '#platform/database/database.ts'
import type { TaskGroup } from './task-group.ts'

/** What the record has of the meetings of the body that set a group up. */
export interface MeetingsOfGroup {
  /** Its last meeting until today, whether it is recorded as held or not. */
  readonly last?: LocalDate
  /** Those that were held since the group's final report, the latest first. */
  readonly met: readonly LocalDate[]
}

/** More than were ever called off one after the other. */
const mostCalledOff = 12

export async function meetingsOfGroup(reader: Reader, { commissionedBy: body, standing }: TaskGroup, today: LocalDate): Promise<MeetingsOfGroup> {
  if (standing.stage === 'final') return { met: await meetingsToClose(reader, { body, on: standing.on, chain: [] }) }
  if (standing.stage !== 'proposed') return { met: [] }
  const until = await meetingsInList(reader, { body, before: addDays(today, 1), order: 'last-to-first', limit: mostCalledOff })
  const last = until.find(({ status }) => status !== 'cancelled')
  return { met: [], ...(last === undefined ? {} : { last: last.date }) }
}
