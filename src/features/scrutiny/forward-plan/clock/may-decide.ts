import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { dueWords, type LocalSettings } from '#features/rules'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { clock, earliestDecision } from './notice-clock.ts'

type Entry = Pick<PlanEntry, 'key' | 'decisionMaker' | 'private' | 'noticed' | 'route'>

export function isKey({ key }: Pick<PlanEntry, 'key'>): boolean {
  return key !== 'not-key'
}

/** A key decision needs its notice, and so does a meeting of a body in private; what an individual decides is no meeting. */
export function needsNotice(entry: Entry): boolean {
  return isKey(entry) || needsPrivateNotices(entry)
}

export function needsPrivateNotices(entry: Entry): boolean {
  return entry.private !== undefined && entry.decisionMaker.kind === 'body'
}

/**
 * Whether a decision may be made on a day (SI 2012/2089, regulations 5, 9, 10 and 11): a key decision after 28 clear days of notice, or by one of the two
 * routes without; in private after both notices of that, or by agreement. Refused with the dates and what else can be done.
 */
export function mayDecide(entry: Entry, on: LocalDate, local: LocalSettings): Outcome<void> {
  const noticed = isKey(entry) ? noticeHasRun(entry, on, local) : ok(undefined)
  return noticed.ok && needsPrivateNotices(entry) ? privateNoticesHaveRun(entry, on, local) : noticed
}

/** Whether the notice of a key decision suffices for its day, or the first of its period, so that it needs no other route. */
export function noticeSuffices({ route: _route, ...entry }: PlanEntry, local: LocalSettings): boolean {
  return entry.noticed !== undefined && noticeHasRun(entry, entry.expected.from, local).ok
}

function noticeHasRun(entry: Entry, on: LocalDate, local: LocalSettings): Outcome<void> {
  const { route } = entry
  if (route?.kind === 'special-urgency') return on >= route.on ? ok(undefined) : refuse('not-now', `The agreement that this is urgent is of ${formatDay(route.on)}, after the day of the decision.`)
  if (route?.kind === 'general-exception') {
    const from = clock('general-exception', route.on, local)
    if (!from.ok) return from
    return on >= from.value.due
      ? ok(undefined)
      : refuse('not-now', `By the general exception this can be decided from ${dueWords(from.value)}: the notice to the chair of scrutiny was given and published on ${formatDay(route.on)}.`)
  }
  const by = clock('key-decision-notice', on, local)
  if (!by.ok) return by
  if (entry.noticed !== undefined && entry.noticed <= by.value.due) return ok(undefined)
  const given = entry.noticed === undefined ? 'No notice of it is published.' : `Its notice was published on ${formatDay(entry.noticed)}: on that, the first day is ${dayWords(earliestDecision(entry.noticed, local))}.`
  return refuse('not-now', `A key decision on ${formatDay(on)} needs notice by ${dueWords(by.value)}. ${given} Otherwise it needs the general exception or special urgency.`)
}

function privateNoticesHaveRun(entry: Entry, on: LocalDate, local: LocalSettings): Outcome<void> {
  const { firstNotice, secondNotice, agreed } = entry.private ?? {}
  if (agreed !== undefined) return ok(undefined)
  const [first, second] = [clock('private-meeting-notice', on, local), clock('private-meeting-second-notice', on, local)]
  if (!first.ok) return first
  if (!second.ok) return second
  if (firstNotice === undefined || firstNotice > first.value.due) {
    return refuse('not-now', `A private meeting on ${formatDay(on)} needs its first notice by ${dueWords(first.value)}. ${givenWords(firstNotice)} Otherwise it needs the agreement that it is urgent.`)
  }
  if (secondNotice !== undefined && secondNotice <= second.value.due) return ok(undefined)
  return refuse('not-now', `A private meeting on ${formatDay(on)} needs its second notice, with the representations received, by ${dueWords(second.value)}. ${givenWords(secondNotice)}`)
}

function givenWords(notice: LocalDate | undefined): string {
  return notice === undefined ? 'It is not published.' : `It was published on ${formatDay(notice)}.`
}

function dayWords(day: LocalDate | undefined): string {
  return day === undefined ? 'not known' : formatDay(day)
}
