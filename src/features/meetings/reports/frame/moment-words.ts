import { formatDate, formatTime } from '#core/date-words.ts'
import { dateOf, londonMoment, timeOf } from '#core/london-time.ts'

/** A moment as people at work say it: "10.42 am" of today, else "7 July 2023, 10.42 am". */
export function momentInWords(moment: Date | string, now: Date): string {
  const [said, current] = [moment, now].map((one) => londonMoment(typeof one === 'string' ? one : one.toISOString()))
  if (said === undefined || current === undefined) return ''
  const time = formatTime(timeOf(said))
  return dateOf(said) === dateOf(current) ? time : `${formatDate(dateOf(said))}, ${time}`
}

/** "just now", "2 minutes ago"; for moments within the hour. */
export function minutesAgo(moment: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - moment.getTime()) / 60_000))
  if (minutes === 0) return 'just now'
  return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`
}
