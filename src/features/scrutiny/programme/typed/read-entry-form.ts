import type { LocalDate } from '#core/dates.ts'
import { parseDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { mayBePlacedAt, type Placing } from '../rules/follow-meetings.ts'
import type { Matter } from '../rules/on-agenda.ts'
import { isToCome, reportToCome } from '../rules/programme-faults.ts'
import { addressWord, parseTypedMonth } from '../model/typed-month.ts'
import { entryShape, type Entry, type EntrySlug, type Frequency, type Month, type StatedReport, type When } from '../model/work-programme.ts'
import type { EntryValues } from './entry-values.ts'

/** Against what an entry is read. */
export interface EntryFrame extends Placing {
  /** The entry as it was; none of a new one. */
  readonly before?: Entry | undefined
  readonly isTaken: (word: string) => boolean
}

/** Reads an entry from its form. Refused with a sentence at each field that cannot be used, and where the meeting chosen is not one to come. */
export function readEntryForm(typed: EntryValues, frame: EntryFrame): Outcome<Entry> {
  const { before } = frame
  const faults: Fault[] = []
  const shared = {
    slug: before?.slug ?? (addressWord(typed.issue, frame.isTaken) as EntrySlug),
    issue: typed.issue.replaceAll(/\s+/g, ' '),
    ...given('subject', subjectOf(typed.subject)),
    ...given('origin', originOf(typed, faults)),
    ...given('chosen', chosenOf(typed, faults)),
    ...given('followUp', typed['follow-up'] || undefined),
    ...given('lead', typed.lead || undefined),
    ...given('officer', typed.officer || undefined),
    ...given('scores', before?.scores),
    ...given('statedReports', reportsOfLines(typed.reported, frame.today, faults)),
    ...given('takenOut', before?.takenOut),
  }
  const kind = typed.kind === 'standing' || typed.kind === 'possible' ? typed.kind : 'dated'
  const placed = kind === 'standing' ? given('frequency', frequencyOf(typed, faults)) : given('when', whenOf(typed, frame, faults))
  if (shared.issue === '') faults.unshift({ field: 'issue', message: 'Give the issue: what is to be looked at' })
  if (faults.length > 0) return refuse('invalid', 'The entry was not saved.', faults)
  const parsed = entryShape.safeParse({ ...shared, kind, ...placed })
  if (!parsed.success) return refuse('invalid', 'The entry was not saved.', parsed.error.issues.map(({ path, message }) => ({ field: fieldOfPath[path.join('.')] ?? String(path[0]), message })))
  return ok(parsed.data)
}

const fieldOfPath: Readonly<Record<string, string>> = {
  followUp: 'follow-up',
  statedReports: 'reported',
  'origin.who': 'origin-who',
  'origin.when': 'origin-when',
  'origin.words': 'origin-words',
  'chosen.who': 'chosen-who',
  'chosen.why': 'chosen-why',
}

function subjectOf(typed: string): string | undefined {
  return typed === '' ? undefined : addressWord(typed, () => false)
}

function originOf(typed: EntryValues, faults: Fault[]): Entry['origin'] {
  const [who, when, words] = [typed['origin-who'], typed['origin-when'], typed['origin-words']]
  if (who === '' && when === '' && words === '') return undefined
  if (who === '') faults.push({ field: 'origin-who', message: 'Say who asked for it, or clear when and what they said' })
  return { who, ...given('when', when || undefined), ...given('words', words || undefined) }
}

function chosenOf(typed: EntryValues, faults: Fault[]): Entry['chosen'] {
  const [who, why] = [typed['chosen-who'], typed['chosen-why']]
  if (who === '' && why === '') return undefined
  if (who === '') faults.push({ field: 'chosen-who', message: 'Say who chose it: the public reads who chose what and why' })
  if (why === '') faults.push({ field: 'chosen-why', message: 'Say why it was chosen: the public reads who chose what and why' })
  return { who, why }
}

/** A meeting, a month, a range of months, or none of them: to be confirmed. */
function whenOf(typed: EntryValues, frame: EntryFrame, faults: Fault[]): When | undefined {
  const { before } = frame
  if (typed.meeting !== '' && typed.month !== '') faults.push({ field: 'month', message: 'Give a meeting or a month, not both' })
  if (typed.meeting !== '') {
    const day = parseDate(typed.meeting)
    if (day === undefined) faults.push({ field: 'meeting', found: typed.meeting.slice(0, 50), message: 'Choose the meeting from the list' })
    else if (!standsAt(before, day)) faults.push(...refusedAt(day, matterOf(typed, before), frame))
    return day === undefined ? undefined : { meeting: day }
  }
  if (typed.month === '' && typed['to-month'] === '') return keptReturn(before)
  const from = monthOf('month', typed, faults)
  if (typed['to-month'] === '' && typed['in-words'] === '') return from === undefined ? undefined : { month: from }
  const to = typed['to-month'] === '' ? from : monthOf('to-month', typed, faults)
  if (from === undefined || to === undefined) return undefined
  if (to < from) faults.push({ field: 'to-month', message: 'Give a last month that is not before the first' })
  return { from, to, ...given('inWords', typed['in-words'] || undefined) }
}

function monthOf(field: 'month' | 'to-month', typed: EntryValues, faults: Fault[]): Month | undefined {
  const read = parseTypedMonth(typed[field])
  if (read === undefined) faults.push({ field, found: typed[field].slice(0, 50), message: 'Give the month as January 2024' })
  return read
}

function standsAt(before: Entry | undefined, day: LocalDate): boolean {
  return before !== undefined && before.kind !== 'standing' && typeof before.when !== 'string' && 'meeting' in before.when && before.when.meeting === day
}

/** What came back stays marked so until it has a place. */
function keptReturn(before: Entry | undefined): When {
  const isReturned = before !== undefined && before.kind !== 'standing' && typeof before.when !== 'string' && 'returnedFrom' in before.when
  return isReturned ? before.when : 'to-be-confirmed'
}

function matterOf({ issue, subject }: EntryValues, before: Entry | undefined): Matter {
  return { slug: before?.slug, issue: issue.replaceAll(/\s+/g, ' '), ...given('subject', subjectOf(subject)) }
}

function refusedAt(day: LocalDate, matter: Matter, placing: Placing): readonly Fault[] {
  const may = mayBePlacedAt(day, matter, placing)
  return may.ok ? [] : may.refusal.faults
}

function frequencyOf(typed: EntryValues, faults: Fault[]): Frequency | undefined {
  const months = typed.months.split(' ').map(Number).filter((month) => Number.isInteger(month) && month >= 1 && month <= 12)
  switch (typed.frequency) {
    case 'every-meeting':
    case 'twice-a-year':
    case 'once-a-year':
    case 'as-required':
      return typed.frequency
    case 'in-months':
    case 'once-a-year-in':
      if (months.length === 0) faults.push({ field: 'months', message: 'Tick the months in which it comes' })
      return typed.frequency === 'in-months' ? { inMonths: months } : { onceAYearIn: months }
    default:
      faults.push({ field: 'frequency', message: 'Choose how often it comes' })
      return undefined
  }
}

/** Each line a day or a month, and the body where it was another: "23 March 2022", "2022-07", "25 May 2019 overview-and-scrutiny-performance-board". */
function reportsOfLines(typed: string, today: LocalDate, faults: Fault[]): StatedReport[] | undefined {
  const lines = typed.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const reports = lines.map((line) => {
    const [said = '', body] = line.split(/\s+(?=[a-z0-9]+(?:-[a-z0-9]+)*$)(?!\d)/)
    const on = parseTypedDay(said) ?? parseTypedMonth(said)
    if (on === undefined) faults.push({ field: 'reported', found: line.slice(0, 100), message: `Give each line as 23 March 2022 or July 2022: “${line.slice(0, 60)}” is neither` })
    else if (isToCome({ on }, today)) faults.push({ field: 'reported', found: line.slice(0, 100), message: reportToCome })
    return { on: on ?? ('' as LocalDate), ...given('body', body) }
  })
  return reports.length === 0 ? undefined : reports
}
