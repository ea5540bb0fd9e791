import { formatDay } from '#core/date-words.ts'
import type { PersonId } from '#access/actor.ts'
import type { Mail } from '#platform/mail/queue-mail.ts'
import type { ItemInWork, PaperId } from '../work/meeting-in-work.ts'
import type { BackTimetable } from './back-timetable.ts'

/** A report of which somebody is to be reminded. */
export interface DueReport {
  readonly item: ItemInWork
  readonly author: PersonId
  readonly paper: PaperId
  /** "Children and Families Panel, Friday 7 July 2023" */
  readonly meeting: string
  /** "Draft 3 days late" */
  readonly stands: string
  readonly timetable: BackTimetable
  /** Of an item that is not open, and of every item of a private session. */
  readonly isWithheld: boolean
}

/** What the author reads. What is withheld goes by its number alone, since mail is read by others too. */
export function reminderMail(to: string, { item, paper, meeting, stands, timetable, isWithheld }: DueReport, by: string, origin: string): Mail {
  const what = isWithheld ? `item ${item.number}` : `“${item.facts.title}”`
  const lines = [
    `You are the author of the report on ${what} for this meeting: ${meeting}.`,
    '',
    `How it stands: ${stands}.`,
    '',
    `Draft handed in by ${formatDay(timetable.draft)}`,
    `Cleared by ${formatDay(timetable.clearance)}`,
    `Final report in by ${formatDay(timetable.despatch)}`,
    '',
    `Write it here: ${origin}/staff/papers/${paper}`,
    '',
    `${by} asked that you be reminded.`,
    '',
  ]
  return { to, subject: `Your report for ${meeting}`, text: lines.join('\n') }
}
