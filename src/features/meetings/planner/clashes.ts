import { formatDate, formatDay, formatTime } from '#core/date-words.ts'
import type { LocalDate, LocalTime } from '#core/dates.ts'
import { membersOn, type Body } from '#features/bodies'
import { nonWorkingDay } from '#features/rules'
import { leftInWords } from '../work/days-left.ts'
import { backTimetable, type TimetableDays } from '../agenda/back-timetable.ts'

/** A meeting that is to be, or one that stands in the calendar already. */
export interface Slot {
  readonly body: string
  readonly date: LocalDate
  /** Left out where it is not known yet: then it may overlap with any other of its day. */
  readonly time?: LocalTime | undefined
  readonly minutes: number
  readonly venue?: string | undefined
  /** Nobody meets, and the day keeps the record of it. */
  readonly isCancelled?: boolean
  /** The meeting of that day is held on another, and the day keeps the notice of it. */
  readonly movedTo?: LocalDate
}

/** What the planner knows of a body. */
export type PlannedBody = Pick<Body, 'slug' | 'name' | 'members' | 'reportsTo'> & { readonly days: TimetableDays }

/** Why a day is not good for a meeting; on a day that is over, or on which the body meets already, it cannot meet. */
export interface Clash {
  readonly kind: 'over' | 'too-soon' | 'not-worked' | 'reports' | 'same-body' | 'members' | 'room' | 'parent'
  /** A sentence. */
  readonly words: string
}

/**
 * Everything that speaks against a meeting on its day: nobody works, the body meets already, members sit elsewhere at that time, the room is
 * taken, or what the meeting reports would come too late for the next meeting of a body that it reports to. School holidays are not known here.
 */
export function clashesOf(proposal: Slot, others: readonly Slot[], bodies: ReadonlyMap<string, PlannedBody>): Clash[] {
  const sameDay = others.filter((other) => other.date === proposal.date)
  const elsewhere = sameDay.filter((other) => other.body !== proposal.body && other.isCancelled !== true && overlap(proposal, other))
  return [
    ...notWorked(proposal.date),
    ...sameDay.filter((other) => other.body === proposal.body).map(sameBody),
    ...elsewhere.flatMap((other) => sharedMembers(proposal, other, bodies)),
    ...elsewhere.filter((other) => isSameRoom(proposal, other)).map((other): Clash => ({
      kind: 'room',
      words: `${proposal.venue} is taken by the ${nameOf(other.body, bodies)}${atTime(other)}.`,
    })),
    ...tooLateForParents(proposal, others, bodies),
  ]
}

function sameBody(other: Slot): Clash {
  if (other.movedTo !== undefined) return { kind: 'same-body', words: `${leftInWords({ date: other.date, movedTo: other.movedTo })}.` }
  return {
    kind: 'same-body',
    words: other.isCancelled === true ? 'This body’s meeting on that day was cancelled, and its record stays there.' : `This body meets on that day already${atTime(other)}.`,
  }
}

function notWorked(day: LocalDate): Clash[] {
  const why = nonWorkingDay(day)
  return why === undefined ? [] : [{
    kind: 'not-worked',
    words: why === 'Saturday' || why === 'Sunday' ? `It is a ${why}.` : `It is a bank holiday: ${why}.`,
  }]
}

function sharedMembers(proposal: Slot, other: Slot, bodies: ReadonlyMap<string, PlannedBody>): Clash[] {
  const there = new Set(peopleOf(bodies.get(other.body), proposal.date))
  const shared = peopleOf(bodies.get(proposal.body), proposal.date).filter((person) => there.has(person))
  if (shared.length === 0) return []
  return [{
    kind: 'members',
    words: `${listed(shared)} ${shared.length === 1 ? 'sits' : 'sit'} on the ${nameOf(other.body, bodies)}, which meets${other.time === undefined ? ' that day (time not known)' : atTime(other)}.`,
  }]
}

/** Those expected to come: whoever is invited or observes is not a reason to move a meeting. */
function peopleOf(body: PlannedBody | undefined, day: LocalDate): string[] {
  const seats = membersOn(body?.members ?? [], day).filter(({ capacity }) => capacity !== 'invited' && capacity !== 'observer')
  return [...new Set(seats.flatMap(({ person }) => person ?? []))]
}

function tooLateForParents(proposal: Slot, others: readonly Slot[], bodies: ReadonlyMap<string, PlannedBody>): Clash[] {
  const parents = new Set(bodies.get(proposal.body)?.reportsTo.map(({ body }) => body))
  return [...parents].flatMap((slug): Clash[] => {
    const parent = bodies.get(slug)
    const next = others.filter((other) => other.body === slug && other.isCancelled !== true && other.date >= proposal.date).toSorted((one, other) => (one.date < other.date ? -1 : 1))[0]
    const timetable = parent && next && backTimetable(next, parent.days)
    if (timetable === undefined || !timetable.ok) return []
    const { publication, draft } = timetable.value
    const meeting = `the ${parent?.name} on ${formatDate(next?.date ?? proposal.date)}`
    if (proposal.date >= publication) return [{
      kind: 'parent',
      words: `It is after the agenda of ${meeting} is published (by ${formatDay(publication)}), so a report of this meeting cannot reach it.`,
    }]
    if (proposal.date < draft) return []
    return [{
      kind: 'parent',
      words: `It is after drafts for ${meeting} are due (${formatDay(draft)}), so a report of this meeting would reach it late.`,
    }]
  })
}

function overlap(one: Slot, other: Slot): boolean {
  if (one.time === undefined || other.time === undefined) return true
  const [begins, begun] = [minuteOf(one.time), minuteOf(other.time)]
  return begins < begun + other.minutes && begun < begins + one.minutes
}

function minuteOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function isSameRoom(one: Slot, other: Slot): boolean {
  const [here, there] = [one, other].map(({ venue }) => venue?.trim().replaceAll(/\s+/g, ' ').toLowerCase())
  return here !== undefined && here !== '' && here === there
}

function nameOf(body: string, bodies: ReadonlyMap<string, PlannedBody>): string {
  return bodies.get(body)?.name ?? body
}

function atTime({ time }: Slot): string {
  return time === undefined ? '' : ` at ${formatTime(time)}`
}

/** "Ada Lorne, Ben Okoro and 3 others" */
function listed(people: readonly string[]): string {
  const [first, second] = people
  if (people.length === 1) return first ?? ''
  if (people.length === 2) return `${first} and ${second}`
  return people.length === 3 ? `${first}, ${second} and ${people[2]}` : `${first}, ${second} and ${people.length - 2} others`
}
