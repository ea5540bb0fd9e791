import { weekday, yearOf, type LocalDate, type LocalTime } from './dates.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** "Friday" */
export function weekdayName(day: LocalDate): string {
  return weekdays[weekday(day) - 1] ?? ''
}

/** "July" */
export function monthName(day: LocalDate): string {
  return months[Number(day.slice(5, 7)) - 1] ?? ''
}

/** "7 July 2023" */
export function formatDate(day: LocalDate): string {
  return `${Number(day.slice(8))} ${monthName(day)} ${yearOf(day)}`
}

/** "Friday 7 July 2023" */
export function formatDay(day: LocalDate): string {
  return `${weekdayName(day)} ${formatDate(day)}`
}

/** "10.00 am", "2.00 pm", "12.00 noon": as councils write times on a summons. Midnight is "12.00 am". */
export function formatTime(time: LocalTime): string {
  if (time === '12:00') return '12.00 noon'
  const hour = Number(time.slice(0, 2))
  return `${hour % 12 === 0 ? 12 : hour % 12}.${time.slice(3)} ${hour < 12 ? 'am' : 'pm'}`
}
