import { formatDate, formatDay } from '#core/date-words.ts'
import { addDays, addMonths, date, yearOf, type LocalDate, type LocalTime } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { parseTime } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { workingDaysBefore } from '#features/rules'
import { isOneLine, severalLines } from '../record/meetings-file.ts'
import { daysSkipped, monthOf, patternDates, type Period } from './pattern-dates.ts'
import { readPattern, type Pattern } from './pattern.ts'

/** In public, not in public, or a private development session, which takes no decisions. */
export const meetingKinds = ['public', 'closed', 'development'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** What is created, as the proposal says it. */
export const kindInWords: Readonly<Record<MeetingKind, string>> = {
  public: 'Meetings in public',
  closed: 'Meetings that are not open to the public',
  development: 'Private development sessions',
}

/** What all meetings of a plan have in common. */
export interface PlanFrame {
  readonly body: string
  readonly time?: LocalTime
  readonly minutes: number
  readonly venue?: string
  readonly title?: string
  readonly kind: MeetingKind
}

export interface Plan extends PlanFrame, Period {
  readonly pattern: Pattern
  readonly monthsLeftOut: readonly number[]
}

/** What somebody typed, field by field, as a form or a command line hands it in. */
export interface TypedFields {
  text(name: string): string
  all(name: string): readonly string[]
}

export const mostMeetings = 60
/** The recess in August. */
export const usualMonthsLeftOut: readonly string[] = ['8']
const longestPeriodMonths = 36

/** Reads what the planner was asked for. Each fault is named after its field. */
export function readPlan(typed: TypedFields): Outcome<Plan> {
  const frame = readFrame(typed)
  const period = readPeriod(typed)
  const pattern = readPattern(typed.text('pattern'))
  const monthsLeftOut = typed.all('leave-out').map(Number).filter((month) => Number.isInteger(month) && month >= 1 && month <= 12)
  if (frame.ok && period.ok && pattern.ok) return ok({ ...frame.value, ...period.value, pattern: pattern.value, monthsLeftOut })
  const faults = [period, pattern, frame].flatMap((part) => (part.ok ? [] : part.refusal.faults))
  return refuse('invalid', '', faults)
}

/** Reads what all meetings have in common: body, time, length, venue, kind. */
export function readFrame(typed: TypedFields): Outcome<PlanFrame> {
  const faults: Fault[] = []
  const [time, minutes, venue, title] = [typed.text('time'), typed.text('minutes'), typed.text('venue'), typed.text('title')]
  if (time !== '' && parseTime(time) === undefined) faults.push({ field: 'time', found: time, message: 'Give the time as 14:00' })
  if (!/^\d{1,3}$/.test(minutes) || Number(minutes) < 1 || Number(minutes) > 600) faults.push({
    field: 'minutes',
    found: minutes,
    message: 'Give the length in whole minutes, from 1 to 600',
  })
  for (const [field, text] of [['venue', venue], ['title', title]] as const) {
    if (text.length > 200) faults.push({ field, message: 'Shorten this to 200 characters' })
    if (!isOneLine(text)) faults.push({ field, message: severalLines })
  }
  const kind = meetingKinds.find((one) => one === typed.text('kind'))
  if (kind === undefined) faults.push({ field: 'kind', message: 'Choose whether the meetings are in public' })
  if (kind === undefined || faults.length > 0) return refuse('invalid', '', faults)
  return ok({
    body: typed.text('body'),
    minutes: Number(minutes),
    kind,
    ...given('time', parseTime(time)),
    ...given('venue', venue || undefined),
    ...given('title', title || undefined)
  })
}

function readPeriod(typed: TypedFields): Outcome<Period> {
  const [from, to] = [parseTypedDay(typed.text('from')), parseTypedDay(typed.text('to'))]
  if (from === undefined || to === undefined) {
    const missing = [['from', from, 'first'], ['to', to, 'last']] as const
    return refuse(
      'invalid',
      '',
      missing.flatMap(([field, day, which]) => (day === undefined ? [{
        field,
        found: typed.text(field).slice(0, 100),
        message: `Give the ${which} day of the period, such as 1 May 2026`,
      }] : [])),
    )
  }
  if (to < from) return refuse(
    'invalid',
    '',
    [{ field: 'to', found: to, message: `The last day comes before the first, ${formatDate(from)}. Exchange them, or correct one` }],
  )
  if (to > addMonths(from, longestPeriodMonths)) return refuse(
    'invalid',
    '',
    [{ field: 'to', found: to, message: `Plan at most ${longestPeriodMonths / 12} years at a time` }],
  )
  const unknown = unknownHolidays({ from, to })
  return unknown === undefined ? ok({ from, to }) : refuse(
    'invalid',
    '',
    [{ field: from > to || !workingDaysBefore(from, 1).ok ? 'from' : 'to', found: to, message: unknown }],
  )
}

/** Says so where the bank holidays of the period are not known; undefined where they are. */
function unknownHolidays({ from, to }: Period): string | undefined {
  for (const day of [from, addDays(to, 1)]) {
    const counted = workingDaysBefore(day, 1)
    if (!counted.ok) return counted.refusal.message
  }
  return undefined
}

/** Said where months left out leave a gap in a series that is counted in weeks; undefined where they leave none. */
export function gapInWords({ pattern, monthsLeftOut, ...period }: Plan): string | undefined {
  const skipped = daysSkipped(pattern, period, monthsLeftOut)
  if (skipped.length === 0) return undefined
  return `Left out with their months: ${skipped.map(formatDay).join(', ')}. The series goes on as it was counted, so the gap there is longer: change the dates where that does not suit.`
}

/** The days of the plan. Refused where there are none or too many to look through. */
export function datesOfPlan(plan: Plan): Outcome<LocalDate[]> {
  const dates = patternDates(plan.pattern, plan, plan.monthsLeftOut)
  if (dates.length === 0) return refuse(
    'invalid',
    '',
    [{
      field: 'pattern',
      message: `This pattern has no day from ${formatDate(plan.from)} to ${formatDate(plan.to)}${plan.monthsLeftOut.length > 0 ? ' outside the months left out' : ''}`,
    }],
  )
  if (dates.length > mostMeetings) return refuse(
    'invalid',
    '',
    [{
      field: 'pattern',
      message: `This makes ${dates.length} meetings; plan at most ${mostMeetings} at a time, in a shorter period or with a wider pattern`,
    }],
  )
  return ok(dates)
}

/** The period that the form offers: what is left of the municipal year (May to April) or, from January, the next one. */
export function usualPeriod(today: LocalDate): Period {
  const year = yearOf(today)
  const begins = date(`${year}-05-01`)
  const isNext = monthOf(today) < 5
  return { from: isNext ? begins : addDays(today, 1), to: date(`${year + 1}-04-30`) }
}
