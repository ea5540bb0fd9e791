import type { LocalDate, LocalTime } from '#core/dates.ts'
import { dateOf, dateTime, type LocalDateTime } from '#core/london-time.ts'
import type { LocalSettings } from '../local-settings.ts'
import type { RuleId } from '../rules.ts'
import { dueDate } from './due-date.ts'
import { isMoment, momentWords } from './due.ts'

/** A body's own rule for members of the public who wish to speak, from its terms of reference. */
interface Participation {
  readonly closesAt: LocalTime
  readonly workingDaysBefore: number
  /** Left out where the body promises no written response. */
  readonly writtenResponseDays?: number | undefined
}

interface MeetingWhen {
  readonly date: LocalDate
  readonly time?: LocalTime | undefined
  /** Left out where the body takes no public participation: then it has no deadlines for it. */
  readonly participation?: Participation | undefined
}

/** Whom a deadline is for: who wishes to come, read or speak; or who keeps, or later looks into, the record of the meeting. */
type Matters = 'to the public' | 'to the record'

export interface MeetingDeadline {
  readonly rule: RuleId
  /** "Agenda published by" */
  readonly label: string
  readonly due: LocalDate | LocalDateTime
  /** "Thursday 29 June 2023", "9.00 am on Thursday 6 July 2023" */
  readonly words: string
  readonly matters: Matters
  /** The day of the deadline is over. */
  readonly hasPassed: boolean
  readonly working: readonly string[]
  readonly citation: string
}

const labels = [
  ['agenda-publication', 'Agenda published by', 'to the public'],
  ['public-participation', 'Tell the council that you wish to speak by', 'to the public'],
  ['public-participation-response', 'Written response to those who spoke by', 'to the public'],
  ['background-papers', 'Background papers open to inspection until', 'to the record'],
  ['minutes-inspection', 'Minutes, agenda and reports open to inspection until', 'to the record'],
] as const satisfies readonly (readonly [RuleId, string, Matters])[]

/**
 * Every deadline that a meeting has, in the order of their days. One that cannot be counted (a year whose holidays are not known,
 * a day before the rule) is left out.
 */
export function meetingDeadlines(meeting: MeetingWhen, today: LocalDate, local: LocalSettings = {}): readonly MeetingDeadline[] {
  const settings = { ...local, ...participationSettings(meeting.participation) }
  const start = meeting.time === undefined ? meeting.date : dateTime(meeting.date, meeting.time)
  const deadlines: MeetingDeadline[] = []
  for (const [rule, label, matters] of labels) {
    if (rule === 'public-participation' && meeting.participation === undefined) continue
    if (rule === 'public-participation-response' && meeting.participation?.writtenResponseDays === undefined) continue
    const found = dueDate(rule, start, { local: settings })
    if (!found.ok || found.value.sets === 'nothing') continue
    const { due, working, citation } = found.value
    const day = isMoment(due) ? dateOf(due) : due
    const restsOn = rule.startsWith('public-participation') ? ownTerms : citation
    deadlines.push({ rule, label, matters, due, words: momentWords(due), hasPassed: day < today, working, citation: restsOn })
  }
  return deadlines.sort((one, other) => (one.due < other.due ? -1 : 1))
}

/** What these deadlines rest on is the body's own, whichever body the rule's data was taken from. */
const ownTerms = 'The body’s own terms of reference'

function participationSettings(participation: Participation | undefined): LocalSettings {
  if (participation === undefined) return {}
  return {
    'public-participation': { amount: participation.workingDaysBefore, at: participation.closesAt },
    ...(participation.writtenResponseDays === undefined ? {} : { 'public-participation-response': { amount: participation.writtenResponseDays } }),
  }
}
