import type { LocalDate } from '#core/dates.ts'
import { publishedBodies, type Body } from '#features/bodies'
import { agendasOf, placeFault, type AgendaInCalendar } from '#features/meetings'
import { personsNames } from '#features/minutes'
import type { Reader } from '#platform/database/database.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import { linkFaults, unreadableLinks } from '../groups/doors/evidence-links.ts'
import { newFaults } from '../groups/doors/new-faults.ts'
import { unknownBody } from '../groups/import/read-records.ts'
import { wrongPeriod, type Exception } from './exception.ts'
import { doesScrutinise } from './lines.ts'

/** What an exception is held to, whichever door its record comes through. */
export interface BesideExceptions {
  readonly bodies: ReadonlyMap<string, Body>
  readonly agendas: ReadonlyMap<string, AgendaInCalendar>
  /** Why these words name a person; undefined where they do not. */
  readonly namesPerson: (words: string) => string | undefined
  /** Addresses of evidence that the public cannot read, with why. */
  readonly unreadable: ReadonlyMap<string, string>
  readonly today: LocalDate
}

/** Reads what these exceptions are held to. */
export async function besideExceptions(reader: Reader, exceptions: readonly Exception[], { today, origin }: { readonly today: LocalDate; readonly origin: string }): Promise<BesideExceptions> {
  return {
    bodies: new Map((await publishedBodies(reader)).map((body) => [body.slug, body])),
    agendas: await agendasOf(reader, exceptions.flatMap(({ board: body, meeting }) => (meeting === undefined ? [] : [{ body, date: meeting }]))),
    namesPerson: await personsNames(reader),
    unreadable: await unreadableLinks(reader, exceptions.flatMap(({ evidence }) => evidence), origin),
    today,
  }
}

/** What an exception says that cannot be, by field: of one that is kept already only what is new. */
export function exceptionFaults(one: Exception, beside: BesideExceptions, stood?: Exception): FieldFault[] {
  return newFaults(faultsOf(one, beside), stood === undefined ? [] : faultsOf(stood, beside))
}

function faultsOf(one: Exception, beside: BesideExceptions): FieldFault[] {
  return [...periodFaults(one), ...lineFaults(one, beside), ...dayFaults(one, beside), ...meetingFaults(one, beside), ...outcomeFaults(one, beside), ...linkFaults(one.evidence, beside.unreadable)]
}

function periodFaults(one: Exception): FieldFault[] {
  const message = wrongPeriod(one)
  return message === undefined ? [] : [{ field: 'period', found: one.period, message }]
}

/** A panel flags along its line of accountability. */
function lineFaults({ panel, board }: Exception, { bodies }: BesideExceptions): FieldFault[] {
  const [flags, takes] = [bodies.get(panel), bodies.get(board)]
  const reports = flags?.reportsTo.some(({ body }) => body === board)
  return [
    ...unknownBody('panel', panel, bodies),
    ...unknownBody('board', board, bodies),
    ...(panel === board ? [{ field: 'board', found: board, message: 'A panel does not report to itself. Give the body above it.' }] : []),
    ...(panel !== board && reports === false && takes !== undefined ? [{ field: 'board', found: board, message: 'By its record the panel does not report to this body. Give the one that it reports to, or correct the panel’s record first.' }] : []),
    ...(flags !== undefined && !doesScrutinise(flags) ? [{ field: 'panel', found: panel, message: noScrutiny }] : []),
    ...(takes !== undefined && !doesScrutinise(takes) ? [{ field: 'board', found: board, message: noScrutiny }] : []),
  ]
}

const noScrutiny = 'By its record this body does not scrutinise. Give a scrutiny board, panel or committee.'

function dayFaults({ flaggedOn, meeting }: Exception, { today }: BesideExceptions): FieldFault[] {
  return [
    ...(flaggedOn > today ? [{ field: 'flagged-on', found: flaggedOn, message: 'This day is to come. Give the day on which it was flagged.' }] : []),
    ...(meeting !== undefined && meeting < flaggedOn ? [{ field: 'meeting', found: meeting, message: 'This meeting was before it was flagged. Give one on or after that day.' }] : []),
  ]
}

/** The board's meeting is in the calendar, with that item on its agenda where it is published. */
function meetingFaults({ board, meeting, item }: Exception, { agendas }: BesideExceptions): FieldFault[] {
  const wrong = meeting === undefined ? undefined : placeFault(agendas, { body: board, date: meeting, item })
  return wrong === undefined ? [] : [wrong.of === 'date' ? { field: 'meeting', found: meeting ?? '', message: wrong.message } : { field: 'item', found: String(item), message: wrong.message }]
}

/** What the board did it did at its meeting or after it, by today, and it asked a role or a body, by a day that was still to come. */
function outcomeFaults({ meeting, outcome }: Exception, { bodies, namesPerson, today }: BesideExceptions): FieldFault[] {
  if (outcome === undefined) return []
  const { on } = outcome
  const days = [
    ...(on > today ? [{ field: 'outcome.on', found: on, message: 'This day is to come. Give the day on which the board did it, once it has.' }] : []),
    ...(meeting !== undefined && on < meeting ? [{ field: 'outcome.on', found: on, message: 'This is before the meeting that considered it. Give the day of the meeting, or a later one.' }] : []),
  ]
  if (outcome.did === 'noted') return days
  const { to, body, due } = outcome
  const person = body === undefined ? namesPerson(to) : undefined
  return [
    ...days,
    ...unknownBody('outcome.body', body, bodies),
    ...(person === undefined ? [] : [{ field: 'outcome.to', found: to, message: person }]),
    ...(due !== undefined && due < on ? [{ field: 'outcome.due', found: due, message: 'This is before the day on which it was asked. Give a later day, or none.' }] : []),
  ]
}
