import type { Change, Changed } from '../model/changed.ts'
import { replaceEntry } from '../model/change-programme.ts'
import type { WorkProgramme } from '../model/work-programme.ts'
import { followMeeting, type CalendarDay } from '../rules/follow-meetings.ts'

/** The programme after what became of its meetings. */
export function followAll(programme: WorkProgramme, calendar: readonly CalendarDay[]): Changed {
  return programme.entries.reduce<{ programme: WorkProgramme; changes: Change[] }>(
    (standing, entry) => {
      const followed = followMeeting(entry, calendar)
      if (followed === undefined) return standing
      const changed = replaceEntry(standing.programme, followed.entry, followed.what, followed.why)
      return { programme: changed.programme, changes: [...standing.changes, ...changed.changes.map((change) => ({ ...change, isByItself: true as const }))] }
    },
    { programme, changes: [] },
  )
}
