import type { LocalDate } from '#core/dates.ts'
import type { MeetingInList } from '#features/meetings'

/** A meeting in the calendar, as far as it matters where it is held at last. */
export type CalendarPlace = Pick<MeetingInList, 'date' | 'status' | 'movedTo' | 'note'>

/** The meeting of this day in a body’s calendar, or what it moved to; undefined where the calendar has none. */
export function whereItEnds<Day extends CalendarPlace>(meeting: LocalDate, calendar: readonly Day[]): Day | CalendarPlace | undefined {
  const met = new Set<LocalDate>()
  for (let day: LocalDate = meeting; ; ) {
    const found = calendar.find(({ date }) => date === day)
    if (found?.status !== 'cancelled' || found.movedTo === undefined || met.has(found.movedTo)) return found ?? (met.size === 0 ? undefined : { date: day, status: 'planned', note: '' })
    met.add(day)
    day = found.movedTo
  }
}
