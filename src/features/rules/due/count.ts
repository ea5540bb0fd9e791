import { formatDay } from '#core/date-words.ts'
import { addDays, addMonths, type LocalDate } from '#core/dates.ts'
import { countWorkingDays, type DayCount } from '#core/working-days.ts'
import type { RuleCalendar } from '../england-and-wales.ts'
import { amountWords, endsOnItsLastDay } from '../limit-words.ts'
import type { CountedLimit } from '../rule.ts'
import { reckonedHolidaysStep } from './reckoned-holidays.ts'
import { workingDaySteps } from './working-day-steps.ts'

/** Where a count ends, and every step of the way in plain words. */
export interface Counted {
  readonly reached: LocalDate
  readonly steps: readonly string[]
}

/** A limit in days, weeks, months or years (not clock hours), with open clear days already decided. */
export function countDays(limit: CountedLimit, event: LocalDate, calendar: RuleCalendar): Counted {
  switch (limit.unit) {
    case 'working days':
    case 'clear working days':
      return countWorked(limit, event, calendar)
    case 'clear days':
    case 'days':
      return countCalendar(limit, event, (from) => addDays(from, sign(limit) * limit.amount))
    case 'weeks':
      return countCalendar(limit, event, (from) => addDays(from, sign(limit) * limit.amount * 7))
    case 'calendar months':
      return countCalendar(limit, event, (from) => addMonths(from, sign(limit) * limit.amount))
    case 'years':
      return countCalendar(limit, event, (from) => addMonths(from, sign(limit) * limit.amount * 12))
    case 'clock hours':
      throw new Error('Clock hours are counted from a moment, not from a day')
  }
}

function sign(limit: CountedLimit): 1 | -1 {
  return limit.direction === 'forwards' ? 1 : -1
}

/**
 * The event is day 0; the next working day is day 1. A limit that has to run out is over on the working day after the last. Of clear days
 * neither end counts: what is due before the event, or possible only after, falls on the working day beyond the last counted; what is
 * due within clear days after an event falls on the last of them.
 */
function countWorked(limit: CountedLimit, event: LocalDate, calendar: RuleCalendar): Counted {
  const count = countWorkingDays(event, limit.amount, limit.direction, calendar)
  const isBeyond = limit.bound === 'earliest' || (limit.unit === 'clear working days' && !endsOnItsLastDay(limit))
  const beyond = isBeyond ? countWorkingDays(count.reached, 1, limit.direction, calendar) : undefined
  const passed = [count, beyond].flatMap((each) => (each === undefined ? [] : [...each.counted, ...each.skipped.map(({ day }) => day)]))
  const steps = [...workingDaySteps(count, limit.direction), ...(beyond === undefined ? [] : stepsBeyond(limit, beyond)), ...reckonedHolidaysStep(passed, calendar)]
  return { reached: (beyond ?? count).reached, steps }
}

function stepsBeyond(limit: CountedLimit, beyond: DayCount): readonly string[] {
  const skipped = workingDaySteps({ ...beyond, counted: [] }, limit.direction)
  const side = limit.direction === 'backwards' ? 'before' : 'after'
  return [...skipped, `The working day ${side} those is ${formatDay(beyond.reached)}; it is not counted itself.`]
}

/** Every calendar day counts. "Beginning with the day" (day 1) ends a day sooner than the corresponding date. */
function countCalendar(limit: CountedLimit, event: LocalDate, corresponding: (from: LocalDate) => LocalDate): Counted {
  const end = corresponding(event)
  const step = sign(limit)
  const isShortMonth = (limit.unit === 'calendar months' || limit.unit === 'years') && end.slice(8) !== event.slice(8)
  const last = limit.dayOfEvent === 1 && !isShortMonth ? addDays(end, -step) : end
  const steps = [`${amountWords(limit.amount, limit.unit)}, weekends and holidays included: the last is ${formatDay(last)}.`]
  if (isShortMonth) steps.push('That month has no such day, so its last day is taken.')
  const isBeyond = limit.bound === 'earliest' || (limit.unit === 'clear days' && !endsOnItsLastDay(limit))
  if (!isBeyond) return { reached: last, steps }
  const beyond = addDays(last, step)
  return { reached: beyond, steps: [...steps, `The day ${step > 0 ? 'after' : 'before'} those is ${formatDay(beyond)}; it is not counted itself.`] }
}
