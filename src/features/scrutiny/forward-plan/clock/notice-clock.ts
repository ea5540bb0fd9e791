import { addDays, type LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { dueDate, type Due, type LocalSettings } from '#features/rules'

/** The notices of the executive's decisions that are counted in days. */
type NoticeRule = 'key-decision-notice' | 'private-meeting-notice' | 'private-meeting-second-notice' | 'general-exception' | 'call-in-consideration'

/** A limit that ends on a day. */
export type DayDue = Extract<Due, { readonly sets: 'day' }>

/** When a notice was due, or from when a decision is possible, counted from a day, with both readings where the law leaves two. */
export function clock(rule: NoticeRule, from: LocalDate, local: LocalSettings): Outcome<DayDue> {
  const due = dueDate(rule, from, { local })
  if (!due.ok) return due
  return due.value.sets === 'day' ? ok(due.value) : refuse('invalid', 'This limit must end on a day: the council’s setting of it has a time.')
}

/** A notice of 28 clear days runs at least so many days, and at most, with all holidays left out. */
const [shortest, longest] = [29, 90]

/** The first day on which a decision can be made on a notice of that day, of a key decision unless said; undefined for years whose holidays are not known. */
export function earliestDecision(noticed: LocalDate, local: LocalSettings, rule: 'key-decision-notice' | 'private-meeting-notice' = 'key-decision-notice'): LocalDate | undefined {
  for (let days = shortest; days <= longest; days += 1) {
    const day = addDays(noticed, days)
    const due = clock(rule, day, local)
    if (!due.ok) return undefined
    if (due.value.due >= noticed) return day
  }
  return undefined
}
