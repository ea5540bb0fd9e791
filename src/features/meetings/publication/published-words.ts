import { formatDate, formatTime } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment, timeOf } from '#core/london-time.ts'

/** What is known of when a version was published. */
export interface WhenPublished {
  /** An instant in UTC, as text. */
  readonly publishedAt: string
  /** Of what came in a file, what its day is: that of its issue, or on which it was entered here. Its hour says nothing. */
  readonly datedBy?: 'issue' | 'entry'
}

/** "published 3 July 2023, 10.03 am", London time; of what came in a file "published 9 July 2020", or "entered in this record on 3 July 2023". */
export function publishedInWords({ publishedAt, datedBy }: WhenPublished): string {
  const moment = londonMoment(publishedAt)
  const day = formatDate(dateOf(moment))
  if (datedBy === 'entry') return `entered in this record on ${day}`
  return datedBy === 'issue' ? `published ${day}` : `published ${day}, ${formatTime(timeOf(moment))}`
}

/** The same for programs: the moment where it is known, else the one day that is. */
export function publishedForApi({ publishedAt, datedBy }: WhenPublished): { publishedAt?: string; publishedOn?: LocalDate; enteredOn?: LocalDate } {
  if (datedBy === undefined) return { publishedAt }
  const day = dateOf(londonMoment(publishedAt))
  return datedBy === 'entry' ? { enteredOn: day } : { publishedOn: day }
}
