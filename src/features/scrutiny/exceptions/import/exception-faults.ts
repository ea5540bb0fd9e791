import type { LocalDate } from '#core/dates.ts'
import type { Body } from '#features/bodies'
import { placeFault, type AgendaInCalendar } from '#features/meetings'
import type { FieldFault } from '#platform/files/placed.ts'
import type { Exception } from '../exception.ts'

/** What a record of an exception says that cannot be: a day to come, a board to which its panel does not report, what the board did before its meeting. */
export function exceptionFaults({ panel, board, flaggedOn, meeting, outcome }: Pick<Exception, 'panel' | 'board' | 'flaggedOn' | 'meeting' | 'outcome'>, bodies: ReadonlyMap<string, Body>, today: LocalDate): FieldFault[] {
  const reports = bodies.get(panel)?.reportsTo.some(({ body }) => body === board)
  return [
    ...(panel === board ? [{ field: 'board', found: board, message: 'A panel does not report to itself. Give the body above it.' }] : []),
    ...(panel !== board && reports === false && bodies.has(board) ? [{ field: 'board', found: board, message: 'By its record the panel does not report to this body. Give the one that it reports to, or correct the panel’s record first.' }] : []),
    ...(flaggedOn > today ? [{ field: 'flagged-on', found: flaggedOn, message: 'This day is to come. Give the day on which it was flagged.' }] : []),
    ...(meeting !== undefined && meeting < flaggedOn ? [{ field: 'meeting', found: meeting, message: 'This meeting was before it was flagged. Give one on or after that day.' }] : []),
    ...(outcome !== undefined && meeting !== undefined && outcome.on < meeting ? [{ field: 'outcome.on', found: outcome.on, message: 'This is before the meeting that considered it. Give the day of the meeting, or a later one.' }] : []),
  ]
}

/** The board's meeting is in the calendar, with that item on its agenda where it is published. */
export function meetingFaults({ board, meeting, item }: Pick<Exception, 'board' | 'meeting' | 'item'>, agendas: ReadonlyMap<string, AgendaInCalendar>): FieldFault[] {
  const wrong = meeting === undefined ? undefined : placeFault(agendas, { body: board, date: meeting, item })
  return wrong === undefined ? [] : [wrong.of === 'date' ? { field: 'meeting', found: meeting ?? '', message: wrong.message } : { field: 'item', found: String(item), message: wrong.message }]
}
