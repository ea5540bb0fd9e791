import type { LocalDate } from '#core/dates.ts'
import { meetingDeadlines } from '#features/rules'
import type { PlanEntry } from '../entry/plan-entry.ts'

/** A meeting of a scrutiny body, as far as it matters for what is to come. */
export interface ComingMeeting {
  readonly body: string
  readonly bodyName: string
  readonly date: LocalDate
  readonly status: string
  readonly hasAgenda: boolean
}

export interface LastMeeting {
  readonly meeting: ComingMeeting
  /** The last day on which its agenda can be published, and so the matter put on it. */
  readonly publishBy: LocalDate
  /** It is before the first day on which the decision may be made. Otherwise it is within the period, and the decision may come before it. */
  readonly isSure: boolean
}

/**
 * The last meeting of scrutiny before a decision whose agenda can still be published in time, five clear working days before it (Local Government
 * Act 1972 s100B). A decision that is expected within a period may be made on its first day, so the last meeting before that; where there is none, the first within the
 * period. Undefined where scrutiny can no longer speak. A meeting on the day of the decision comes too late, one whose agenda is out takes nothing more, and one that is
 * cancelled, or was moved away from its day, is none; where it moved to it counts.
 */
export function lastMeetingToSpeak({ from, to = from }: PlanEntry['expected'], meetings: readonly ComingMeeting[], today: LocalDate): LastMeeting | undefined {
  const open = meetings.flatMap((meeting) => {
    if (meeting.date >= to || meeting.date <= today || meeting.hasAgenda || meeting.status !== 'planned') return []
    const publishBy = lastDayToPublish(meeting.date, today)
    return publishBy === undefined || publishBy < today ? [] : [{ meeting, publishBy, isSure: meeting.date < from }]
  })
  const inOrder = open.toSorted((one, other) => (one.meeting.date < other.meeting.date ? -1 : 1))
  return inOrder.findLast(({ isSure }) => isSure) ?? inOrder[0]
}

function lastDayToPublish(date: LocalDate, today: LocalDate): LocalDate | undefined {
  const deadline = meetingDeadlines({ date }, today).find(({ rule }) => rule === 'agenda-publication')
  return deadline === undefined ? undefined : (deadline.due.slice(0, 10) as LocalDate)
}
