import type { Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { ItemInWork, MeetingInWork } from '#features/meetings'
import { mayWrite } from '../record/minutes-state.ts'
import { beginMinutes, holdMinutes, touchMinutes } from '../work/keep-minutes.ts'
import { itemOf, mayBeMinuted, meetingNamed, noSuchItem, subjectOf } from '../work/minutable.ts'
import type { MinutesInWork } from '../work/minutes-in-work.ts'
import { minutesInWork } from '../work/read-minutes.ts'

/** Which minute: of the meeting that an address names, the item of this number. */
export interface Place {
  readonly meeting: string
  readonly item: number
}

/** What a verb that writes minutes is given. */
export interface AtItem {
  readonly meeting: MeetingInWork
  readonly item: ItemInWork
  readonly minutes: MinutesInWork
  /** The name of whoever writes. */
  readonly by: string
  /** Adds to the audit row what was found in the store: the id of a record, never what was typed. */
  readonly tell: (found: Readonly<Record<string, string>>) => void
}

/** Writes in the minutes of a meeting, in one transaction. Refused once they are confirmed, with what to do instead, and where there is nothing to minute. */
export function take<T>(context: Context, place: Place, at: Date, detail: Readonly<Record<string, string>>, work: (tx: Transaction, found: AtItem) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const told: Record<string, string | number> = { ...detail, item: place.item }
  const deed = { verb: 'minutes.take', subject: subjectOf(place.meeting), detail: told }
  return act(context, deed, async (tx): Promise<Outcome<T>> => {
    const meeting = await meetingNamed(tx.reader, place.meeting)
    if (!meeting.ok) return meeting
    const may = mayBeMinuted(meeting.value, context.today)
    if (!may.ok) return may
    const item = itemOf(meeting.value, place.item)
    if (item === undefined) return noSuchItem
    const { id, facts } = meeting.value
    await beginMinutes(tx, { meeting: id, body: facts.body })
    await holdMinutes(tx, id)
    const minutes = await minutesInWork(tx.reader, id)
    const open = mayWrite(minutes.state)
    if (!open.ok) return open
    const done = await work(tx, { meeting: meeting.value, item, minutes, by: nameOf(context), tell: (found) => void Object.assign(told, found) })
    if (done.ok) await touchMinutes(tx, id, at)
    return done
  })
}

export function nameOf({ actor }: Context): string {
  return actor.kind === 'public' ? '' : actor.name
}

