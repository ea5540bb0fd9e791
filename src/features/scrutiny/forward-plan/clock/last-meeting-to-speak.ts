import type { LocalDate } from '#core/dates.ts'
import { meetingDeadlines } from '#features/rules'

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
}

/**
 * The last meeting of scrutiny before a decision whose agenda can still be published in time, five clear working days before it (Local Government
 * Act 1972 s100B); undefined where scrutiny can no longer speak. A meeting on the day of the decision comes too late, and one whose agenda is out takes nothing more.
 */
export function lastMeetingToSpeak(decision: LocalDate, meetings: readonly ComingMeeting[], today: LocalDate): LastMeeting | undefined {
  const open = meetings.flatMap((meeting) => {
    if (meeting.date >= decision || meeting.date <= today || meeting.hasAgenda || meeting.status !== 'planned') return []
    const publishBy = lastDayToPublish(meeting.date, today)
    return publishBy === undefined || publishBy < today ? [] : [{ meeting, publishBy }]
  })
  return open.toSorted((one, other) => (one.meeting.date < other.meeting.date ? 1 : -1))[0]
}

function lastDayToPublish(date: LocalDate, today: LocalDate): LocalDate | undefined {
  const deadline = meetingDeadlines({ date }, today).find(({ rule }) => rule === 'agenda-publication')
  return deadline === undefined ? undefined : (deadline.due.slice(0, 10) as LocalDate)
}
