import { addDays, type LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Transaction } from '#platform/database/database.ts'
import { meetingIdOn, meetingInWork, placeOnNextAgenda, type MeetingInList } from '#features/meetings'
import type { Entry, WorkProgramme } from '../model/work-programme.ts'
import { isAbout } from '../rules/on-agenda.ts'
import { yearPlan } from '../rules/year-plan.ts'
import { daysOfMeetings } from './calendar.ts'

/** Where an entry stands on an agenda now because of the programme. */
export interface OnAgenda {
  readonly entry: Entry
  readonly date: LocalDate
}

/**
 * Puts the entries of a public programme on the agendas that are open: a dated entry on that of its meeting, a standing item on the next. What stands
 * there already, of whatever origin, is not put there again, and what an officer took off stays off.
 */
export async function placeOnAgendas(tx: Transaction, programme: WorkProgramme, calendar: readonly MeetingInList[], when: { readonly today: LocalDate; readonly at: Date }): Promise<OnAgenda[]> {
  if (!programme.public) return []
  const open = calendar.filter(({ date, status, isPublic }) => date > when.today && status === 'planned' && isPublic)
  const [next] = open
  const placed: OnAgenda[] = []
  for (const { when: slot, entries } of yearPlan(programme, daysOfMeetings(calendar)).slots) {
    const day = typeof slot !== 'string' && 'meeting' in slot ? open.find(({ date }) => date === slot.meeting)?.date : undefined
    const coming = day === undefined ? [] : entries.filter(({ kind }) => kind === 'dated' || day === next?.date)
    if (day !== undefined && coming.length > 0) placed.push(...(await placeAt(tx, programme.body, day, coming)))
  }
  return placed
}

async function placeAt(tx: Transaction, body: string, date: LocalDate, entries: readonly Entry[]): Promise<OnAgenda[]> {
  const id = await meetingIdOn(tx.reader, body, date)
  const placed: OnAgenda[] = []
  for (const entry of entries) {
    // Read anew: with the first item an empty agenda is given its standing items, of which an entry may be one.
    const meeting = id === undefined ? undefined : await meetingInWork(tx.reader, id)
    if (meeting?.facts.status !== 'planned') break
    if (meeting.items.some((item) => isAbout(item.facts, entry))) continue
    const coming = { origin: `programme/${entry.slug}`, title: entry.issue, kind: 'consideration' as const, ...given('presenter', entry.officer), ...given('subjects', entry.subject === undefined ? undefined : [entry.subject]) }
    const found = await placeOnNextAgenda(tx, { body, after: addDays(date, -1) }, coming)
    if (found?.isNew === true) placed.push({ entry, date: found.date })
  }
  return placed
}
