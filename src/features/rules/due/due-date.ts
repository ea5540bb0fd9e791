import { formatDate, formatDay, formatTime } from '#core/date-words.ts'
import { parseDate, yearOf, type LocalDate, type LocalTime } from '#core/dates.ts'
import { addHours, dateOf, dateTime, timeOf, type LocalDateTime } from '#core/london-time.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { OutsideTheCalendar } from '#core/working-days.ts'
import { englandAndWales, type RuleCalendar } from '../england-and-wales.ts'
import { amountWords, conventionWords } from '../limit-words.ts'
import { localLimit, type ClearDays, type LocalSettings } from '../local-settings.ts'
import type { CountedLimit, Limit, RuleVersion } from '../rule.ts'
import { rule, versionInForce, type Rule, type RuleId } from '../rules.ts'
import { validityWords } from '../validity-words.ts'
import { otherReadingStep, readClearDays, whyThisReading } from './clear-days-readings.ts'
import { countDays, type Counted } from './count.ts'
import { isMoment, momentWords, type Due } from './due.ts'

interface Question {
  readonly rule: Rule
  readonly version: RuleVersion
  readonly start: LocalDate | LocalDateTime
  readonly calendar: RuleCalendar
  readonly clearDays: ClearDays
}

/**
 * When something is due under a rule, counted from its start event by the version in force on that day, with the working.
 * Refuses a day on which the rule was not in force or for which holidays are not known, and a day alone where hours count.
 */
export function dueDate(id: RuleId, start: LocalDate | LocalDateTime, options: { readonly local?: LocalSettings; readonly calendar?: RuleCalendar } = {}): Outcome<Due> {
  const found = rule(id)
  const version = versionInForce(found.versions, dayOf(start))
  if (version === undefined) return notInForce(found, dayOf(start))
  const setting = options.local?.[id] ?? {}
  const question = { rule: found, version, start, calendar: options.calendar ?? englandAndWales, clearDays: setting.clearDays ?? 'safer' }
  try {
    return answer(question, localLimit(id, version, setting))
  } catch (error) {
    if (!(error instanceof OutsideTheCalendar)) throw error
    return refuse('invalid', error.message, [{ field: 'date', found: start, message: 'Give a date further inside those years' }])
  }
}

function answer(question: Question, limit: Limit): Outcome<Due> {
  if (limit.kind === 'none') return ok({ ...facts(question, [limit.because]), sets: 'nothing' })
  if (limit.kind === 'yearly') return ok(onTheSameDayOfYear(question, limit))
  if (limit.unit === 'clock hours') return inClockHours(question, limit)
  if (limit.unit === 'clear days') return ok(inOpenClearDays(question, limit))
  const counted = countDays(limit, dayOf(question.start), question.calendar)
  return ok(limit.at === undefined ? dayDue(question, limit, counted) : momentDue(question, limit, counted, limit.at))
}

function dayOf(start: LocalDate | LocalDateTime): LocalDate {
  return isMoment(start) ? dateOf(start) : start
}

function facts(question: Question, working: readonly string[]) {
  const { rule, version, start } = question
  return { rule: rule.id, title: rule.title, start, working, citation: version.citations.join('; '), confidence: version.confidence }
}

function dayDue(question: Question, limit: CountedLimit, counted: Counted) {
  const working = [...opening(question, limit), ...counted.steps, conclusion(question, limit, counted.reached)]
  return { ...facts(question, working), sets: 'day' as const, due: counted.reached, bound: limit.bound }
}

/** The time of day at which a limit ends on the day reached. */
function momentDue(question: Question, limit: CountedLimit, counted: Counted, at: LocalTime) {
  const due = dateTime(counted.reached, at)
  const working = [...opening(question, limit), ...counted.steps, conclusion(question, limit, due)]
  return { ...facts(question, working), sets: 'moment' as const, due, bound: limit.bound }
}

/** "Counted from the meeting: Tuesday 14 April 2026. 5 clear working days. The day of the event is day 0 …", and what has to be said of the rule's own first day. */
function opening(question: Question, limit: CountedLimit): string[] {
  const counted = `Counted from ${question.version.startEvent}: ${momentWords(question.start)}. ${amountWords(limit.amount, limit.unit)}. ${conventionWords(limit)}`
  return [counted, ...firstDayStep(question)]
}

/** Said only where the event may lie before the rule: its first day is not stated, or it covers what came before. */
function firstDayStep({ version, start }: Question): readonly string[] {
  if (version.validFrom === undefined) return ['The source does not state from when this applies.']
  return version.validFrom <= dayOf(start) ? [] : [`In force ${validityWords(version)}.`]
}

function conclusion(question: Question, limit: CountedLimit, due: LocalDate | LocalDateTime): string {
  const when = { latest: 'at the latest: ', earliest: 'at the earliest: ', until: 'until the end of ' }[limit.bound]
  return `So ${question.version.stopEvent}, ${when}${momentWords(due)}.`
}

function onTheSameDayOfYear(question: Question, limit: Limit & { readonly kind: 'yearly' }): Due {
  const year = yearOf(dayOf(question.start))
  const due = parseDate(`${year}-${String(limit.month).padStart(2, '0')}-${String(limit.day).padStart(2, '0')}`)
  if (due === undefined) throw new Error(`${question.rule.id} names a day that ${year} does not have`)
  const { startEvent, stopEvent } = question.version
  const working = [
    `Counted from ${startEvent}: ${momentWords(question.start)}. The limit is a fixed day in that calendar year, ${year}.`,
    `So ${stopEvent}, at the latest: ${formatDay(due)}.`,
  ]
  return { ...facts(question, working), sets: 'day', due, bound: 'latest' }
}

function inClockHours(question: Question, limit: CountedLimit): Outcome<Due> {
  const { start } = question
  if (!isMoment(start)) {
    return refuse('invalid', `${question.rule.title}: the limit is ${amountWords(limit.amount, limit.unit)}, so the time of day is needed too.`, [
      { field: 'date', found: start, message: `Give the date and time as ${start}T16:30` },
    ])
  }
  const due = addHours(start, limit.amount)
  const steps = opening(question, limit)
  if (limit.amount % 24 === 0 && timeOf(due) !== timeOf(start)) {
    steps.push(`The clocks change in this time, so ${amountWords(limit.amount, limit.unit)} after ${formatTime(timeOf(start))} it is ${formatTime(timeOf(due))}.`)
  }
  return ok({ ...facts(question, [...steps, conclusion(question, limit, due)]), sets: 'moment', due, bound: limit.bound })
}

/** Both readings of open clear days: the working follows the one that is used and ends with the other. */
function inOpenClearDays(question: Question, limit: CountedLimit): Due {
  const readings = readClearDays(limit, dayOf(question.start), question.calendar, question.clearDays)
  const due = dayDue(question, readings.used.limit, readings.used.counted)
  const working = [whyThisReading(readings), ...due.working, otherReadingStep(readings)]
  return { ...due, working, readings: [readings.safer, readings.other] }
}

function notInForce(found: Rule, day: LocalDate): Outcome<never> {
  const versions = found.versions.map(validityWords).join(', ')
  return refuse('invalid', `${found.title}: this rule was not in force on ${formatDate(day)}. It is known here ${versions}.`, [
    { field: 'date', found: day, message: 'Give a date on which the rule is in force' },
  ])
}
