import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { frequencyInWords } from '../model/when-words.ts'
import type { Entry, StandingEntry, TimedEntry, WorkProgramme } from '../model/work-programme.ts'
import { datedOnTheSame, turnsOf } from './year-plan.ts'

/** How a standing item comes in a year. */
export interface TurnsInYear {
  /** The meetings at which it places itself. */
  readonly days: readonly LocalDate[]
  /** Dated entries on the same matter, which have its turns. */
  readonly dated: readonly TimedEntry[]
  /** Why it comes neither way; undefined where it does, and of what comes only as required. */
  readonly none: string | undefined
}

/** The turns of a standing item among the days of public meetings, or why it has none. */
export function turnsInYear(entry: StandingEntry, entries: readonly Entry[], meetings: readonly LocalDate[], year: Pick<WorkProgramme, 'from' | 'to'>): TurnsInYear {
  const days = turnsOf(entry, entries, meetings, year)
  const dated = datedOnTheSame(entry, entries)
  const isSought = days.length === 0 && dated.length === 0 && entry.frequency !== 'as-required'
  return { days, dated, none: isSought ? whyNone(entry, meetings, year) : undefined }
}

function whyNone({ frequency }: StandingEntry, meetings: readonly LocalDate[], { from, to }: Pick<WorkProgramme, 'from' | 'to'>): string {
  const last = meetings.filter((day) => day >= from && day <= to).toSorted().at(-1)
  if (last === undefined) return 'The calendar has no public meeting of this body in the year of the programme.'
  return `No public meeting is planned whose turn it would be (${frequencyInWords(frequency)}). The programme runs from ${formatDate(from)} to ${formatDate(to)}, and the last meeting planned in it is on ${formatDate(last)}.`
}
