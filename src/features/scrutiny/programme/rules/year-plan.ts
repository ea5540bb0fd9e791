import type { LocalDate } from '#core/dates.ts'
import { whenKey } from '../model/when-words.ts'
import { standingEntries, type Entry, type StandingEntry, type TimedEntry, type When, type WorkProgramme } from '../model/work-programme.ts'
import { meetingsOfStanding } from './meetings-of-standing.ts'

/** What comes at a meeting, or in a month. */
export interface Slot {
  readonly when: When
  /** In the order of the programme; standing items that place themselves come last. */
  readonly entries: readonly (TimedEntry | StandingEntry)[]
}

/** A programme as a reader goes through it. */
export interface YearPlan {
  /** Meetings and months in the order of the year. */
  readonly slots: readonly Slot[]
  /** What came back from a meeting that is not held, and dated entries without a date. */
  readonly toBePlaced: readonly TimedEntry[]
  readonly possible: readonly TimedEntry[]
  readonly standing: readonly StandingEntry[]
}

/** Sets out the year: what is dated, and at each planned meeting the standing items whose turn it is, unless a dated entry on the same matter has that turn. */
export function yearPlan(programme: WorkProgramme, meetings: readonly LocalDate[]): YearPlan {
  const entries = standingEntries(programme)
  const timed = entries.filter((entry): entry is TimedEntry => entry.kind === 'dated')
  const placed = timed.filter(({ when }) => isPlaced(when))
  const standing = entries.filter((entry): entry is StandingEntry => entry.kind === 'standing')
  const slots = new Map<string, { when: When; entries: (TimedEntry | StandingEntry)[] }>()
  const slotOf = (when: When) => {
    const key = JSON.stringify(when)
    const slot = slots.get(key) ?? { when, entries: [] }
    slots.set(key, slot)
    return slot.entries
  }
  for (const entry of placed) slotOf(entry.when).push(entry)
  for (const entry of standing) for (const meeting of turnsOf(entry, timed, meetings, programme)) slotOf({ meeting }).push(entry)
  return {
    slots: [...slots.values()].toSorted((one, other) => whenKey(one.when).localeCompare(whenKey(other.when))),
    toBePlaced: timed.filter(({ when }) => !isPlaced(when)),
    possible: entries.filter((entry): entry is TimedEntry => entry.kind === 'possible'),
    standing,
  }
}

function isPlaced(when: When): boolean {
  return typeof when !== 'string' && !('returnedFrom' in when)
}

/** The meetings at which a standing item comes by itself. */
export function turnsOf(entry: StandingEntry, timed: readonly Entry[], meetings: readonly LocalDate[], programme: Pick<WorkProgramme, 'from' | 'to'>): LocalDate[] {
  const onTheSame = datedOnTheSame(entry, timed)
  const isYearly = entry.frequency === 'once-a-year' || (typeof entry.frequency === 'object' && 'onceAYearIn' in entry.frequency)
  if (isYearly && onTheSame.length > 0) return []
  const isMonthly = typeof entry.frequency === 'object'
  const taken = (turn: LocalDate) => onTheSame.some(({ when }) => isMonthly ? coversMonth(when, turn.slice(0, 7)) : coversMeeting(when, turn))
  return meetingsOfStanding(entry.frequency, meetings, programme).filter((turn) => !taken(turn))
}

/** The dated entries on the matter of a standing item that have a place in the year. */
export function datedOnTheSame(entry: StandingEntry, entries: readonly Entry[]): TimedEntry[] {
  return entries.filter((one): one is TimedEntry => one.kind === 'dated' && one.takenOut === undefined && isSameMatter(one, entry) && isPlaced(one.when))
}

/** A month of two meetings has one turn of what comes by the month. */
function coversMonth(when: When, month: string): boolean {
  if (typeof when === 'string' || 'returnedFrom' in when) return false
  if ('meeting' in when) return when.meeting.startsWith(month)
  return 'month' in when ? when.month === month : when.from <= month && month <= when.to
}

function coversMeeting(when: When, meeting: LocalDate): boolean {
  return typeof when !== 'string' && 'meeting' in when ? when.meeting === meeting : coversMonth(when, meeting.slice(0, 7))
}

function isSameMatter(one: Entry, other: Entry): boolean {
  return one.issue === other.issue || (one.subject !== undefined && one.subject === other.subject)
}
