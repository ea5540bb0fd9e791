import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { isKnownMember, type Body } from '#features/bodies'
import { placeFault, type AgendaInCalendar } from '#features/meetings'
import type { FieldFault } from '#platform/files/placed.ts'
import type { TaskGroup } from '../task-groups/task-group.ts'

/** What a record of a group says beside the days of its stages that cannot be: a lead whom no body's record knows, a beginning before it was commissioned, what has happened on a day to come. */
export function groupFaults({ lead, starts, commissioned, evidence, standing }: TaskGroup, bodies: readonly Body[], today: LocalDate): FieldFault[] {
  const isAtWork = standing.stage === 'gathering' || standing.stage === 'draft' || standing.stage === 'final'
  const began = starts ?? commissioned?.date ?? today
  return [
    ...(lead === undefined || isKnownMember(bodies, lead.name, began) ? [] : [{ field: 'lead.name', found: lead.name, message: 'No body’s record has a member of this name when the group began. Give the name as the record has it, load the seat first, or leave the lead out.' }]),
    ...(isAtWork && starts !== undefined && starts > today ? [{ field: 'starts', found: starts, message: 'This day is to come, and the group is at work. Correct the day, or give its stage as commissioned.' }] : []),
    ...(starts !== undefined && commissioned !== undefined && starts < commissioned.date ? [{ field: 'starts', found: starts, message: `Give a day that is not before ${formatDate(commissioned.date)}, when it was commissioned.` }] : []),
    ...evidence.flatMap(({ date }, index) => (date > today ? [{ field: `evidence[${index + 1}].date`, found: date, message: 'This day is to come. Give what was heard or received, and what is to come as a meeting or visit.' }] : [])),
  ]
}

/** The meeting that commissioned it is in the calendar, with that item on its agenda where it is published. */
export function commissionFaults({ commissionedBy: body, commissioned }: TaskGroup, agendas: ReadonlyMap<string, AgendaInCalendar>): FieldFault[] {
  const wrong = commissioned === undefined ? undefined : placeFault(agendas, { body, ...commissioned })
  return wrong === undefined ? [] : [{ field: `commissioned.${wrong.of}`, found: String(wrong.of === 'date' ? commissioned?.date : commissioned?.item), message: wrong.message }]
}
