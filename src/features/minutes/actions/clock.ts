import { date, daysBetween, type LocalDate } from '#core/dates.ts'
import { dueDate, type Due } from '#features/rules'
import type { ActionState, AskedAction, Duty, Standing, Step } from './action.ts'
import { dutyOf } from './chain.ts'

/** Nothing more is to come of it. */
export function isFinished(state: ActionState): boolean {
  return state === 'closed' || state === 'withdrawn'
}

/** The answer to a report served by written notice, by what binds whoever was served, with the working; undefined where it sets no day, or was not in force. */
export function responseClock(receivedOn: LocalDate, duty: Duty): (Due & { readonly sets: 'day' }) | undefined {
  const counted = dueDate(duty, receivedOn)
  return counted.ok && counted.value.sets === 'day' ? counted.value : undefined
}

/** The law that binds whoever was served was in force on that day. */
export function isBound(receivedOn: LocalDate, duty: Duty): boolean {
  return dueDate(duty, receivedOn).ok
}

/**
 * The day by which whoever was asked has to do the next thing: answer what was served, or do what was asked. Undefined where no day was set, and where
 * the next step is the body's own.
 */
export function waitsUntil(asked: Pick<AskedAction, 'due'>, standing: Standing): LocalDate | undefined {
  switch (standing.state) {
    case 'served':
      return responseClock(standing.receivedOn, standing.duty)?.due ?? asked.due
    case 'asked':
    case 'accepted':
    case 'in-part':
    case 'in-progress':
      return asked.due
    case 'rejected':
    case 'done':
    case 'closed':
    case 'withdrawn':
      return undefined
  }
}

/** Late is what waits past its day; what is finished, or waits for its body, waits until no day. */
export function isLate(until: LocalDate | undefined, today: LocalDate): boolean {
  return until !== undefined && until < today
}

/** By how many days an answer to a served report came after its day; 0 where it was in time, nothing was served or no day was set. */
export function daysLateOf(steps: readonly Step[], place: number): number {
  const answered = steps[place]
  const before = steps.slice(0, place)
  const since = before.findLastIndex(({ what }) => what === 'served' || what === 'answered')
  const served = before[since]
  if (answered?.what !== 'answered' || served?.what !== 'served') return 0
  const clock = responseClock(served.on, dutyOf(served))
  return clock === undefined ? 0 : Math.max(0, daysBetween(clock.due, answered.on))
}

/** By how many days it was answered late after it was served, the longest where that happened more than once; 0 where it never was. It stays so whatever came of it. */
export function daysAnsweredLate(steps: readonly Step[]): number {
  return steps.some(({ what }) => what === 'served') ? Math.max(...steps.map((_, place) => daysLateOf(steps, place))) : 0
}

const epoch = date('1970-01-01')
const withoutDay = 1_000_000
const finished = 4_000_000

/** A day as a whole number that sorts; days before 1700 and after 2200 are as good as those. */
function dayNumber(day: LocalDate): number {
  return Math.max(-99_000, Math.min(84_000, daysBetween(epoch, day)))
}

/**
 * Its place in every list, smallest first: what waits longest since its day, what has a day to come, what has none (the oldest first), then what is finished, the
 * latest first. It does not depend on today: whatever stands before `lateBefore(today)` is late.
 */
export function placeInLists(asked: Pick<AskedAction, 'due' | 'on'>, standing: Standing): number {
  if (standing.state === 'closed' || standing.state === 'withdrawn') return finished - dayNumber(standing.on)
  const until = waitsUntil(asked, standing)
  return until === undefined ? withoutDay + dayNumber(asked.on) : dayNumber(until)
}

/** Places before this one are late today. */
export function lateBefore(today: LocalDate): number {
  return dayNumber(today)
}

/** Places from this one are finished. */
export const finishedFrom = 2_000_000
