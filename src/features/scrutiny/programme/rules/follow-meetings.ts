import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { MeetingInList } from '#features/meetings'
import type { Entry, TimedEntry, When } from '../model/work-programme.ts'

/** What the calendar says of a meeting, as far as a programme asks. */
export type CalendarDay = Pick<MeetingInList, 'date' | 'status' | 'movedTo' | 'note'>

/** What became of an entry by itself, because its meeting moved or is not held. */
export interface Followed {
  readonly entry: TimedEntry
  readonly what: string
  readonly why: string
}

/**
 * An entry follows a meeting that moves, and comes back to be placed, with the reason, where its meeting is cancelled. Undefined where it stays as it is:
 * also where the record has no meeting on its day.
 */
export function followMeeting(entry: Entry, calendar: readonly CalendarDay[]): Followed | undefined {
  if (entry.kind === 'standing' || entry.takenOut !== undefined || typeof entry.when === 'string' || !('meeting' in entry.when)) return undefined
  const { meeting } = entry.when
  const last = whereItEnds(meeting, calendar)
  if (last === undefined) return undefined
  if (last.status === 'cancelled' && last.movedTo === undefined) {
    const when: When = { returnedFrom: last.date, reason: last.note }
    return { entry: { ...entry, when }, what: `Came back to be placed: the meeting on ${formatDate(last.date)} is cancelled`, why: last.note }
  }
  if (last.date === meeting) return undefined
  return { entry: { ...entry, when: { meeting: last.date } }, what: `Moved with its meeting from ${formatDate(meeting)} to ${formatDate(last.date)}`, why: 'The meeting was moved.' }
}

/** The day on which the meeting of this day is held at last, or was to be. */
function whereItEnds(meeting: LocalDate, calendar: readonly CalendarDay[]): CalendarDay | undefined {
  const met = new Set<LocalDate>()
  for (let day: LocalDate = meeting; ; ) {
    const found = calendar.find(({ date }) => date === day)
    if (found?.status !== 'cancelled' || found.movedTo === undefined || met.has(found.movedTo)) return found ?? (met.size === 0 ? undefined : { date: day, status: 'planned', note: '' })
    met.add(day)
    day = found.movedTo
  }
}

/** What a day is held against before an entry is put there. */
export interface Placing {
  /** Of the body in the year of the programme. */
  readonly calendar: readonly CalendarDay[]
  readonly year: { readonly from: LocalDate; readonly to: LocalDate }
  readonly today: LocalDate
}

/**
 * Whether an entry may be put at the meeting of this day; refused with what to do on a day outside the programme, where this body has no meeting, where it
 * is cancelled or moved, and where it is over.
 */
export function mayBePlacedAt(day: LocalDate, { calendar, year, today }: Placing): Outcome<void> {
  const fault = (message: string) => refuse('invalid', 'The entry was not placed.', [{ field: 'meeting', found: day, message }])
  if (day < year.from || day > year.to) return fault(`${formatDate(day)} is outside this programme, which runs from ${formatDate(year.from)} to ${formatDate(year.to)}. Choose a meeting of its year`)
  const found = calendar.find(({ date }) => date === day)
  if (found === undefined) return fault(`The calendar has no meeting of this body on ${formatDate(day)}. Choose a planned meeting, or give a month`)
  if (found.movedTo !== undefined) return fault(`The meeting of ${formatDate(day)} was moved. Choose ${formatDate(found.movedTo)}, the day on which it is held instead`)
  if (found.status === 'cancelled') return fault(`The meeting of ${formatDate(day)} is cancelled. Choose another meeting, give a month, or leave it to be confirmed`)
  if (day < today) return fault(`The meeting of ${formatDate(day)} is over. Choose a meeting to come`)
  return ok(undefined)
}
