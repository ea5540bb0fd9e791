import type { LocalDate } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { beginAgenda } from '../agenda/place-on-next-agenda.ts'
import { retimeAgenda } from '../agenda/retime-agenda.ts'
import { placeOfBusiness } from '../agenda/standing-items.ts'
import { templateOf } from '../templates/keep-template.ts'
import { changeMeeting, numberItems } from '../work/keep-meeting.ts'
import type { ItemFacts, ItemInWork, MeetingId } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { copyItems } from './copy-items.ts'
import { dayTaken } from './read-adjournment.ts'

interface StandingOver {
  readonly from: LocalDate
  readonly to: MeetingId
  readonly isIssued: boolean
  readonly by: string
  readonly at: Date
}

/**
 * Puts what an adjourned meeting did not finish on the agenda of the meeting to which it stands over, as carried over: before what closes it, or at the end of an
 * agenda that is published. What that agenda has itself of the same kind or origin (apologies, what is outstanding) is not put there twice.
 */
export async function standOver(tx: Transaction, from: MeetingId, items: readonly ItemInWork[], { from: day, to, isIssued, by, at }: StandingOver): Promise<Outcome<void>> {
  const next = await meetingInWork(tx.reader, to)
  if (next === undefined) return dayTaken(day)
  const changed = await changeMeeting(tx, to, next.revision, at)
  if (!changed.ok) return changed
  const template = await templateOf(tx.reader, next.facts.body)
  const order = next.items.length === 0 ? await beginAgenda(tx, to, template) : [...next.items]
  const carried = items.filter(({ facts }) => !order.some((one) => isOwn(one.facts, facts))).map((item) => ({ ...item, facts: { ...item.facts, carriedFrom: day } }))
  const copies = await copyItems(tx, from, carried, { meeting: to, after: order.length, by, at })
  if (!isIssued) {
    for (const copy of copies) order.splice(placeOfBusiness(template, order, copy.facts), 0, copy)
    await numberItems(tx, order.map(({ id }) => id))
  }
  await retimeAgenda(tx, to)
  return ok(undefined)
}

function isOwn(own: ItemFacts, carried: ItemFacts): boolean {
  return (carried.standing !== undefined && own.standing === carried.standing) || (carried.origin !== undefined && own.origin === carried.origin)
}
