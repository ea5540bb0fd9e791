import { formatDay } from '#core/date-words.ts'
import { countOf } from '#core/count-in-words.ts'
import { daysBetween, type LocalDate } from '#core/dates.ts'
import type { LocalSettings } from '#features/rules'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { isKey, needsPrivateNotices } from './may-decide.ts'
import { clock } from './notice-clock.ts'

/**
 * What is said before a notice is published too late for the expected day (SI 2012/2089, regulations 5 and 9): "Due by Friday 9 June 2023: 24 days ago …". Nothing
 * where it would be in time, or where the years' holidays are not known.
 */
export function lateNotice(entry: PlanEntry, today: LocalDate, local: LocalSettings): readonly string[] {
  return [
    ...(isKey(entry) ? lateBy('key-decision-notice', 'Due by', 'With this day it needs the general exception or special urgency.') : []),
    ...(needsPrivateNotices(entry) ? lateBy('private-meeting-notice', 'The first notice of a private meeting was due by', 'With this day it needs the agreement that it is urgent.') : []),
  ]

  function lateBy(rule: Parameters<typeof clock>[0], leading: string, otherwise: string): string[] {
    const by = clock(rule, entry.expected.from, local)
    if (!by.ok || today <= by.value.due) return []
    return [`${leading} ${formatDay(by.value.due)}: ${countOf(daysBetween(by.value.due, today), 'days')} ago. ${otherwise}`]
  }
}
