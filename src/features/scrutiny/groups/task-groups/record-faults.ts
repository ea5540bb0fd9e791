import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { isKnownMember, publishedBodies, type Body } from '#features/bodies'
import { agendasOf, placeFault, type AgendaInCalendar } from '#features/meetings'
import { personsNames } from '#features/minutes'
import type { Reader } from '#platform/database/database.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import { linkFaults, unreadableLinks } from '../doors/evidence-links.ts'
import { newFaults } from '../doors/new-faults.ts'
import { unknownBody } from '../import/read-records.ts'
import { wrongDays } from './stage-days.ts'
import type { TaskGroup } from './task-group.ts'

/** What a group is held to, whichever door its record comes through. */
export interface BesideGroups {
  readonly bodies: readonly Body[]
  readonly agendas: ReadonlyMap<string, AgendaInCalendar>
  /** Why these words name a person; undefined where they do not. */
  readonly namesPerson: (words: string) => string | undefined
  /** Addresses of evidence that the public cannot read, with why. */
  readonly unreadable: ReadonlyMap<string, string>
  readonly today: LocalDate
}

/** Reads what these groups are held to. */
export async function besideGroups(reader: Reader, groups: readonly TaskGroup[], { today, origin }: { readonly today: LocalDate; readonly origin: string }): Promise<BesideGroups> {
  const meetings = groups.flatMap(({ commissionedBy: body, commissioned, standing }) => {
    const considered = standing.stage === 'final' ? standing.considered : undefined
    return [commissioned, considered].flatMap((at) => (at === undefined ? [] : [{ body, date: at.date }]))
  })
  return {
    bodies: await publishedBodies(reader),
    agendas: await agendasOf(reader, meetings),
    namesPerson: await personsNames(reader),
    unreadable: await unreadableLinks(reader, groups.flatMap(({ evidence }) => evidence), origin),
    today,
  }
}

/** What a group says that cannot be, by field: of a group that is kept already only what is new. */
export function groupFaults(group: TaskGroup, beside: BesideGroups, stood?: TaskGroup): FieldFault[] {
  return newFaults(faultsOf(group, beside), stood === undefined ? [] : faultsOf(stood, beside))
}

function faultsOf(group: TaskGroup, beside: BesideGroups): FieldFault[] {
  return [...bodyFaults(group, beside), ...commissionFaults(group, beside), ...considerationFaults(group, beside), ...wrongDays(group, beside.today), ...seatFaults(group, beside), ...startFaults(group, beside), ...evidenceFaults(group, beside), ...roleFaults(group, beside)]
}

function bodyFaults({ commissionedBy, body, standing }: TaskGroup, { bodies }: BesideGroups): FieldFault[] {
  const known = new Set(bodies.map(({ slug }) => slug))
  const answering = standing.stage === 'final' ? standing.recommendations.flatMap((one, index) => unknownBody(`standing.recommendations[${index + 1}].body`, one.body, known)) : []
  return [...unknownBody('commissioned-by', commissionedBy, known), ...unknownBody('body', body, known), ...answering]
}

/** The meeting that commissioned it is in the calendar, with that item on its agenda where it is published. */
function commissionFaults({ commissionedBy: body, commissioned }: TaskGroup, beside: BesideGroups): FieldFault[] {
  return commissioned === undefined ? [] : meetingFaults('commissioned', { body, ...commissioned }, beside)
}

/** The meeting that considered its report likewise, where that item was taken, of recommendations that the report has. */
function considerationFaults({ commissionedBy: body, standing }: TaskGroup, beside: BesideGroups): FieldFault[] {
  if (standing.stage !== 'final' || standing.considered === undefined) return []
  const { recommendations, considered } = standing
  const missing = considered.notAgreed.find((number) => number > recommendations.length)
  return [
    ...meetingFaults('standing.considered', { body, ...considered }, beside),
    ...(missing === undefined ? [] : [{ field: 'standing.considered.not-agreed', found: String(missing), message: `The report has ${recommendations.length} recommendations. Give numbers of those.` }]),
  ]
}

interface AtMeeting {
  readonly body: string
  readonly date: LocalDate
  readonly item?: number | undefined
}

function meetingFaults(field: string, { body, date, item }: AtMeeting, { agendas }: BesideGroups): FieldFault[] {
  const wrong = placeFault(agendas, { body, date, item })
  if (wrong !== undefined) return [{ field: `${field}.${wrong.of}`, found: String(wrong.of === 'date' ? date : item), message: wrong.message }]
  const isMissed = item !== undefined && agendas.get(`${body}/${date}`)?.notTaken.includes(item) === true
  return isMissed ? [{ field: `${field}.item`, found: String(item), message: 'By its minutes this item was not taken at this meeting. Give the meeting at which it was.' }] : []
}

/** Whoever sits on it had a seat on some body when it began, or since. */
function seatFaults({ lead, members, starts, commissioned, standing }: TaskGroup, { bodies, today }: BesideGroups): FieldFault[] {
  const began = starts ?? commissioned?.date ?? today
  const until = standing.stage === 'final' || standing.stage === 'ended' ? standing.on : today
  const named = [...(lead === undefined ? [] : [{ field: 'lead.name', name: lead.name }]), ...members.map(({ name }, index) => ({ field: `members[${index + 1}].name`, name }))]
  const message = 'No body’s record has a member of this name while the group is at work. Give the name as the list of members writes it and a role behind a comma, or have the seat recorded first.'
  return named.flatMap(({ field, name }) => (satBetween(bodies, name, [began, until]) ? [] : [{ field, found: name, message: `${name}: ${message}` }]))
}

function satBetween(bodies: readonly Body[], name: string, [began, until]: readonly [LocalDate, LocalDate]): boolean {
  const isLater = bodies.some(({ members }) => members.some(({ person, substitute, from }) => (person === name || substitute === name) && began < from && from <= until))
  return isLater || isKnownMember(bodies, name, began)
}

function startFaults({ starts, commissioned, standing }: TaskGroup, { today }: BesideGroups): FieldFault[] {
  const isAtWork = standing.stage === 'gathering' || standing.stage === 'draft' || standing.stage === 'final'
  return [
    ...(isAtWork && starts !== undefined && starts > today ? [{ field: 'starts', found: starts, message: 'This day is to come, and the group is at work. Correct the day, or have the group as commissioned until then.' }] : []),
    ...(starts !== undefined && commissioned !== undefined && starts < commissioned.date ? [{ field: 'starts', found: starts, message: `Give a day that is not before ${formatDate(commissioned.date)}, when it was commissioned.` }] : []),
  ]
}

/** What it heard was heard, and where it leads the public can follow. */
function evidenceFaults({ evidence }: TaskGroup, { today, unreadable }: BesideGroups): FieldFault[] {
  const early = evidence.flatMap(({ date }, index) => (date > today ? [{ field: `evidence[${index + 1}].date`, found: date, message: 'This day is to come. Give what was heard or received, and what is to come as a meeting or visit.' }] : []))
  return [...early, ...linkFaults(evidence, unreadable)]
}

/** Whoever was heard, commented or is to answer is named by role, body or organisation. */
function roleFaults({ evidence, standing }: TaskGroup, { namesPerson }: BesideGroups): FieldFault[] {
  const draft = standing.stage === 'draft' || standing.stage === 'final' ? standing.draft : undefined
  const roles = [
    ...evidence.map(({ from }, index) => ({ field: `evidence[${index + 1}].from`, found: from })),
    ...(draft?.comments ?? []).map(({ by }, index) => ({ field: `standing.draft.comments[${index + 1}].by`, found: by })),
    ...(standing.stage === 'final' ? standing.recommendations : []).flatMap(({ to, body }, index) => (body === undefined ? [{ field: `standing.recommendations[${index + 1}].to`, found: to }] : [])),
  ]
  return roles.flatMap(({ field, found }) => {
    const message = namesPerson(found)
    return message === undefined ? [] : [{ field, found, message }]
  })
}
