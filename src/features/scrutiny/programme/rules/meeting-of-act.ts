import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { MeetingInList, MeetingStatus } from '#features/meetings'

/** What the calendar says of a body's meeting on the day of an act on a programme. */
export interface DayOfAct {
  readonly bodyName: string
  readonly on: LocalDate
  readonly meeting?: Pick<MeetingInList, 'status' | 'movedTo'> | undefined
  /** The day of the first meeting of the body that is kept here; none where none is. */
  readonly firstKept?: LocalDate | undefined
}

/** What speaks against an act of a body on a day: it cannot have been or be then, or the record does not show that the body met. */
export interface Doubt {
  readonly isImpossible: boolean
  readonly words: string
}

/** Of a meeting that is recorded as held. */
export const metStatuses: readonly MeetingStatus[] = ['held', 'minutes-draft', 'minutes-confirmed']

/**
 * Whether a body can have recommended or agreed a programme on this day, or can do so when it comes. Impossible where the calendar reaches that day and the body has
 * no meeting then, or none that stands; in doubt where nothing shows that it met: the record begins later, or the meeting is not recorded as held.
 */
export function doubtOf({ bodyName, on, meeting, firstKept }: DayOfAct, today: LocalDate): Doubt | undefined {
  const day = formatDate(on)
  const impossible = (words: string): Doubt => ({ isImpossible: true, words })
  if (meeting?.movedTo !== undefined) return impossible(`The meeting of the ${bodyName} on ${day} was moved. Give ${formatDate(meeting.movedTo)}, the day on which it is held instead`)
  if (meeting?.status === 'cancelled') return impossible(`The meeting of the ${bodyName} on ${day} is cancelled. Give the day of another meeting`)
  if (meeting === undefined) {
    if (firstKept !== undefined && (firstKept <= on || on >= today)) return impossible(`The ${bodyName} has no meeting on ${day}. Give the day of a meeting in its calendar, or plan the meeting first`)
    return { isImpossible: false, words: `No meeting of the ${bodyName} of that time is kept here: nothing shows that it ${on < today ? 'met' : 'meets'} on ${day}.` }
  }
  if (on > today || metStatuses.includes(meeting.status)) return undefined
  return { isImpossible: false, words: `The record does not show that the meeting of the ${bodyName} on ${day} was held. Check the day; once its minutes are here, this goes away.` }
}

/** For the history: "with no record here that the Council met on 18 May 2023". */
export function doubtInHistory({ bodyName, on }: DayOfAct): string {
  return `with no record here that the ${bodyName} met on ${formatDate(on)}`
}
