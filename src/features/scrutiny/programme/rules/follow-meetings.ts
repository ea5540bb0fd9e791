import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { ItemOut } from '#features/meetings'
import { whereItEnds, type CalendarPlace } from '../../forward-plan/clock/where-it-ends.ts'
import type { Entry, TimedEntry, When } from '../model/work-programme.ts'
import { isAbout, type Matter } from './on-agenda.ts'

/** What the calendar says of a meeting, as far as a programme asks. */
export interface CalendarDay extends CalendarPlace {
  /** The items of its agenda, where that is out and the meeting was not held yet; not known to the public's own reading, which goes by what is kept. */
  readonly agenda?: readonly ItemOut[]
}

/** What became of an entry by itself, because its meeting moved or is not held, or its agenda went out with or without it. */
export interface Followed {
  readonly entry: TimedEntry
  readonly what: string
  readonly why: string
}

/**
 * An entry follows a meeting that moves, and comes back to be placed, with the reason, where its meeting is cancelled or the agenda is published without it;
 * where that agenda has it after all, as a late item, it has its place again. Undefined where it stays as it is: also where the record has no meeting on its day.
 */
export function followMeeting(entry: Entry, calendar: readonly CalendarDay[]): Followed | undefined {
  if (entry.kind === 'standing' || entry.takenOut !== undefined || typeof entry.when === 'string') return undefined
  if ('returnedFrom' in entry.when) return joinedLate(entry, entry.when.returnedFrom, calendar)
  if (!('meeting' in entry.when)) return undefined
  const { meeting } = entry.when
  const last: CalendarDay | undefined = whereItEnds(meeting, calendar)
  if (last === undefined) return undefined
  if (last.status === 'cancelled' && last.movedTo === undefined) {
    const when: When = { returnedFrom: last.date, reason: last.note }
    return { entry: { ...entry, when }, what: `Came back to be placed: the meeting on ${formatDate(last.date)} is cancelled`, why: last.note }
  }
  if (last.agenda?.some((item) => isAbout(item, entry)) === false) {
    const when: When = { returnedFrom: last.date, reason: publishedWithout }
    return { entry: { ...entry, when }, what: `Came back to be placed: the agenda of ${formatDate(last.date)} is published, and this is not on it`, why: publishedWithout }
  }
  if (last.date === meeting) return undefined
  return { entry: { ...entry, when: { meeting: last.date } }, what: `Moved with its meeting from ${formatDate(meeting)} to ${formatDate(last.date)}`, why: 'The meeting was moved.' }
}

const publishedWithout = 'The agenda was published without it.'

function joinedLate(entry: TimedEntry, meeting: LocalDate, calendar: readonly CalendarDay[]): Followed | undefined {
  const { agenda } = calendar.find(({ date }) => date === meeting) ?? {}
  if (agenda?.some((item) => isAbout(item, entry)) !== true) return undefined
  return { entry: { ...entry, kind: 'dated', when: { meeting } }, what: `Placed: on the agenda of ${formatDate(meeting)}, as it is published now`, why: 'The published agenda has it.' }
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
 * is cancelled or moved, where it is over, and where its agenda is published without this.
 */
export function mayBePlacedAt(day: LocalDate, entry: Matter, { calendar, year, today }: Placing): Outcome<void> {
  const fault = (message: string) => refuse('invalid', 'The entry was not placed.', [{ field: 'meeting', found: day, message }])
  if (day < year.from || day > year.to) return fault(`${formatDate(day)} is outside this programme, which runs from ${formatDate(year.from)} to ${formatDate(year.to)}. Choose a meeting of its year`)
  const found = calendar.find(({ date }) => date === day)
  if (found === undefined) return fault(`The calendar has no meeting of this body on ${formatDate(day)}. Choose a planned meeting, or give a month`)
  if (found.movedTo !== undefined) return fault(`The meeting of ${formatDate(day)} was moved. Choose ${formatDate(found.movedTo)}, the day on which it is held instead`)
  if (found.status === 'cancelled') return fault(`The meeting of ${formatDate(day)} is cancelled. Choose another meeting, give a month, or leave it to be confirmed`)
  if (day < today || isOver.includes(found.status)) return fault(`The meeting of ${formatDate(day)} is over. Choose a meeting to come`)
  if (found.agenda?.some((item) => isAbout(item, entry)) === false) {
    return fault(`The agenda of ${formatDate(day)} is published, and this is not on it. Choose another meeting; or add it to that agenda as a late item with the chair’s reason for urgency, under the same title or subject, publish that, and place it then`)
  }
  return ok(undefined)
}

const isOver: readonly CalendarDay['status'][] = ['held', 'adjourned', 'minutes-draft', 'minutes-confirmed']
