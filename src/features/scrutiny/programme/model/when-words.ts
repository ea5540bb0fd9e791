import { formatDate, formatDay, monthName } from '#core/date-words.ts'
import { parseDate, type LocalDate } from '#core/dates.ts'
import type { Frequency, StatedReport, When } from './work-programme.ts'

/** "January 2024" */
export function monthInWords(month: string): string {
  const first = parseDate(`${month}-01`)
  return first === undefined ? month : `${monthName(first)} ${month.slice(0, 4)}`
}

/** "Wednesday 27 September 2023", "January 2024", "autumn 2020", "To be confirmed". */
export function whenInWords(when: When): string {
  if (when === 'to-be-confirmed') return 'To be confirmed'
  if ('meeting' in when) return formatDay(when.meeting)
  if ('month' in when) return monthInWords(when.month)
  if ('returnedFrom' in when) return `To be placed: it was to come on ${formatDate(when.returnedFrom)}`
  return when.inWords ?? `${monthInWords(when.from)} to ${monthInWords(when.to)}`
}

/** What sets entries in order: the day or the first day of the month; what has no day comes last. */
export function whenKey(when: When): string {
  if (when === 'to-be-confirmed') return '9999'
  if ('meeting' in when) return when.meeting
  if ('month' in when) return `${when.month}-00`
  return 'returnedFrom' in when ? '9998' : `${when.from}-00`
}

const names = (months: readonly number[]) => {
  const words = months.map((month) => monthName(`2000-${String(month).padStart(2, '0')}-01` as LocalDate))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** "Each meeting", "March, July and September", "Once a year, in November or January", "As required". */
export function frequencyInWords(frequency: Frequency): string {
  if (typeof frequency === 'string') return { 'every-meeting': 'Each meeting', 'twice-a-year': 'Twice a year', 'once-a-year': 'Once a year', 'as-required': 'As required' }[frequency]
  return 'inMonths' in frequency ? names(frequency.inMonths) : `Once a year, in ${names(frequency.onceAYearIn).replace(' and ', ' or ')}`
}

/** "23 March 2022", "July 2022". */
export function statedDayInWords({ on }: StatedReport): string {
  const day = parseDate(on)
  return day === undefined ? monthInWords(on) : formatDate(day)
}

/** "the scrutiny officer"; a role that says which already keeps its own word: "the system", "a file that was loaded". */
export function roleWithArticle(role: string): string {
  return /^(the|an?|somebody)\b/i.test(role) ? role : `the ${role}`
}
