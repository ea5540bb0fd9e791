import type { LocalDate } from '#core/dates.ts'
import type { Fault } from '#core/outcome.ts'
import { isWithheldItem, type MeetingInWork } from '#features/meetings'
import { mayBeMinuted } from '../work/minutable.ts'
import type { MinutesEntry } from './minutes-file.ts'

/** What a record is held against. */
export interface Known {
  readonly meeting: MeetingInWork | undefined
  /** The items of the meeting that is said to have confirmed them, by number; undefined where there is no such meeting. */
  readonly confirming: readonly number[] | undefined
  readonly today: LocalDate
  /** Says why words that say who is asked cannot stand. */
  readonly namesNobody: (words: string) => string | undefined
}

/** What is wrong with a record besides its form: minutes of no meeting, an item that the agenda does not have, a state without what it rests on. */
export function entryFaults(entry: MinutesEntry, { meeting, confirming, today, namesNobody }: Known): Omit<Fault, 'file' | 'row'>[] {
  if (meeting === undefined) return [{ field: 'date', found: `${entry.body} on ${entry.date}`, message: 'No meeting of this body on this day is held here. Load the meeting first, or correct the day' }]
  if (meeting.facts.status === 'cancelled') return [{ field: 'date', found: `${entry.body} on ${entry.date}`, message: 'This meeting is cancelled: there is nothing to minute' }]
  return [...meetingFaults(entry, meeting, today), ...stateFaults(entry, confirming, today), ...minuteFaults(entry, meeting, namesNobody)]
}

/** What the meeting's own record says against minutes in this state. */
function meetingFaults({ date, state }: MinutesEntry, { facts: meeting }: MeetingInWork, today: LocalDate): Omit<Fault, 'file' | 'row'>[] {
  const isOut = state !== 'draft'
  const { status } = meeting
  if (date > today) {
    if (isOut) return [{ field: 'date', found: date, message: `This meeting is still to come: its minutes cannot be ${state} yet. Correct the day, or load them as a draft` }]
    return status === 'planned' ? [{ field: 'date', found: date, message: 'The agenda of this meeting is not published, and its day is still to come. Leave its minutes out until the agenda is out' }] : []
  }
  if (isOut && status === 'planned') return [{ field: 'date', found: date, message: 'The agenda of this meeting is not published. Publish it, or load the meeting as held, and then load its minutes' }]
  const may = mayBeMinuted({ facts: meeting }, today)
  if (!may.ok) return [{ field: 'date', found: date, message: may.refusal.message }]
  return state === 'circulated' && status === 'minutes-confirmed' ? [{ field: 'state', found: state, message: 'The record of this meeting says that its minutes are confirmed. Say here at which meeting, or correct the status of the meeting' }] : []
}

function stateFaults({ state, date, circulated, confirmed, signed }: MinutesEntry, confirming: Known['confirming'], today: LocalDate): Omit<Fault, 'file' | 'row'>[] {
  const isConfirmed = state === 'confirmed' || state === 'signed'
  return [
    ...(isConfirmed === (confirmed !== undefined) ? [] : [{ field: 'confirmed', message: isConfirmed ? 'Say at which meeting and item they were confirmed' : `Minutes that are ${state} are not confirmed: take this out, or correct the state` }]),
    ...((state === 'signed') === (signed !== undefined) ? [] : [{ field: 'signed', message: state === 'signed' ? 'Say who signed them in the chair, and when' : `Minutes that are ${state} are not signed: take this out, or correct the state` }]),
    ...(confirmed !== undefined && confirming === undefined ? [{ field: 'confirmed.on', found: confirmed.on, message: 'This body has no meeting on that day. Load it first, or correct the day' }] : []),
    ...(confirmed !== undefined && confirming !== undefined && !confirming.includes(confirmed.item) ? [{ field: 'confirmed.item', found: String(confirmed.item), message: 'The agenda of that meeting has no item of this number' }] : []),
    ...(confirmed !== undefined && confirmed.on <= date ? [{ field: 'confirmed.on', found: confirmed.on, message: 'Minutes are confirmed at a later meeting' }] : []),
    ...(signed !== undefined && confirmed !== undefined && signed.on < confirmed.on ? [{ field: 'signed.on', found: signed.on, message: 'They cannot have been signed before they were confirmed' }] : []),
    ...[['circulated', circulated], ['confirmed.on', confirmed?.on], ['signed.on', signed?.on]].flatMap(([field = '', day]) => (day !== undefined && day > today ? [{ field, found: day, message: 'This day is still to come' }] : [])),
  ]
}

function minuteFaults({ state, minutes }: MinutesEntry, meeting: MeetingInWork, namesNobody: Known['namesNobody']): Omit<Fault, 'file' | 'row'>[] {
  return minutes.flatMap(({ item, number, membersText, resolutions }, at) => {
    const where = `minutes[${at + 1}]`
    const onAgenda = meeting.items.find((one) => one.number === item)
    const isOpen = onAgenda !== undefined && !isWithheldItem(onAgenda.facts)
    const before = minutes.slice(0, at)
    return [
      ...(onAgenda === undefined ? [{ field: `${where}.item`, found: String(item), message: 'The agenda of this meeting has no item of this number' }] : []),
      ...(before.some((one) => one.item === item) ? [{ field: `${where}.item`, found: String(item), message: 'This item has a minute already: give each item once' }] : []),
      ...(number !== undefined && before.some((one) => one.number === number) ? [{ field: `${where}.number`, found: String(number), message: 'Another minute has this number: give each number once' }] : []),
      ...(state !== 'draft' && number === undefined ? [{ field: `${where}.number`, message: 'Give the number of the minute: circulation fixed it' }] : []),
      ...(state === 'draft' && number !== undefined ? [{ field: `${where}.number`, found: String(number), message: 'A draft has no fixed numbers: they are given at circulation. Take this out' }] : []),
      ...resolutions.flatMap(({ due }, place) => (due !== undefined && due < meeting.facts.date ? [{ field: `${where}.resolutions[${place + 1}].due`, found: due, message: 'This day is before the meeting' }] : [])),
      ...resolutions.flatMap(({ whom }, place) => {
        const person = whom === undefined ? undefined : namesNobody(whom.name)
        return person === undefined ? [] : [{ field: `${where}.resolutions[${place + 1}].whom.name`, found: whom?.name ?? '', message: person }]
      }),
      ...(isOpen && (membersText !== '' || resolutions.some(({ withheld }) => withheld)) ? [{ field: `${where}.members-text`, message: 'Only an exempt or confidential item has a part for members alone' }] : []),
    ]
  })
}
