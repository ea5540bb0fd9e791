import { formatTime, monthName } from '#core/date-words.ts'
import { date } from '#core/dates.ts'
import type { CountedLimit, Limit, RuleVersion, Unit } from './rule.ts'

/** "1 working day", "28 clear days". */
export function amountWords(amount: number, unit: Unit): string {
  return `${amount} ${amount === 1 ? unit.replace(/s$/, '') : unit}`
}

/** Whether the limit runs from a moment, so that a day alone is not enough to start from. */
export function countsHours(limit: Limit): boolean {
  return limit.kind === 'counted' && limit.unit === 'clock hours'
}

/** The limit in words: "5 clear working days before", "45 working days", "15 February", "Each school term". */
export function limitWords(limit: Limit): string {
  switch (limit.kind) {
    case 'counted':
      return countedWords(limit)
    case 'yearly':
      return `${limit.day} ${monthName(date(`2000-${String(limit.month).padStart(2, '0')}-01`))} of the same calendar year`
    case 'none':
      return limit.inShort
  }
}

function countedWords(limit: CountedLimit): string {
  const amount = amountWords(limit.amount, limit.unit)
  const start = limit.bound === 'earliest' ? `After ${amount}` : amount
  return [
    limit.at === undefined ? '' : `${formatTime(limit.at)}, `,
    start,
    limit.direction === 'backwards' ? ' before' : '',
    limit.members === undefined ? '' : `; ${limit.members} members`,
  ].join('')
}

/** How the days are counted, for a reader who checks by hand. */
export function conventionWords(limit: Limit): string {
  if (limit.kind !== 'counted') return limit.kind === 'none' ? limit.because : 'The day itself, in the calendar year of the event.'
  if (limit.unit === 'clock hours') return 'Clock hours from the moment of the event; nothing pauses for nights, weekends or holidays.'
  const first = limit.dayOfEvent === 0 ? 'The day of the event is day 0: it is not counted.' : 'The day of the event is day 1: it is counted.'
  const way = limit.direction === 'backwards' ? ' The count runs backwards.' : ''
  const clear = limit.unit.startsWith('clear') && !endsOnItsLastDay(limit) ? ' Clear days: the day reached is not counted either.' : ''
  return `${first}${way}${clear}`
}

/** Something due within clear days after an event is due on the last of them; otherwise the day reached lies beyond the clear days. */
export function endsOnItsLastDay(limit: CountedLimit): boolean {
  return limit.direction === 'forwards' && limit.bound === 'latest'
}

/** What the limit lies between, to follow its words: "from the referral to authorisation of the assessment"; nothing where there is no number. */
export function spanWords({ limit, startEvent, stopEvent }: RuleVersion): string {
  if (limit.kind === 'none') return ''
  if (limit.kind === 'yearly') return `for ${startEvent}: ${stopEvent}`
  if (limit.direction === 'backwards') return `${startEvent}: ${stopEvent}`
  return limit.bound === 'until' ? `from ${startEvent}: ${stopEvent}` : `from ${startEvent} to ${stopEvent}`
}
