import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { agendaAddress, meetingIdOf, type ItemInWork } from '#features/meetings'
import { formatDay } from '#core/date-words.ts'
import { standing, type Recorded } from '../happening.ts'
import { sittingFrom } from '../sitting-from.ts'
import type { Sitting } from '../sitting-now.ts'
import { currentItem, firstItem } from '../timeline.ts'
import { sittingInHand, type SittingInHand } from '../verbs/in-hand.ts'

/** Everything that the pages of a sitting show. */
export interface SittingView extends SittingInHand {
  /** In the item that is looked at. */
  readonly sitting: Sitting
  /** The item at which the meeting is; 0 before the first. */
  readonly now: number
  /** The item with which it began; whoever came in it was there from the beginning. */
  readonly first: number
  /** An item is looked at that the meeting is not at. */
  readonly isLookingBack: boolean
  /** What stands, in the order of recording. */
  readonly recorded: readonly Recorded[]
  readonly mayRecord: boolean
}

/** Reads a sitting for somebody who may see it, in the item that the address names or as it is now; a fixed number of queries. */
export async function lookAtSitting({ context, params, query, form }: Pick<StaffRequest, 'context' | 'params' | 'query' | 'form'>): Promise<Outcome<SittingView>> {
  const id = meetingIdOf(params['meeting'])
  const subject = { kind: 'meeting', id: id ?? 'no such meeting' }
  return look(context, { verb: 'minutes.see', subject }, async (reader) => {
    const hand = await sittingInHand(reader, context, id)
    if (!hand.ok) return hand
    const recorded = standing(hand.value.facts.log)
    const now = currentItem(recorded)
    const asked = itemAsked(form.has('item') ? form.text('item') : query.get('item'), hand.value)
    const sitting = sittingFrom(hand.value.facts, asked ?? 'now')
    return ok({ ...hand.value, sitting, now, first: firstItem(recorded), isLookingBack: sitting.item !== now, recorded, mayRecord: context.may(context.actor, 'minutes.take') })
  })
}

/** An item of the agenda, or 0; undefined for anything else. */
function itemAsked(typed: string | null, { meeting }: SittingInHand): number | undefined {
  if (typed === null || !/^\d{1,4}$/.test(typed)) return undefined
  const number = Number(typed)
  return number === 0 || meeting.items.some((item) => item.number === number) ? number : undefined
}

export function sittingAddress(view: Pick<SittingView, 'meeting'>): string {
  return `${agendaAddress(view.meeting)}/sitting`
}

/** The way to a page below the meeting; the page of the sitting is the last, where `isBelow`. */
export function sittingCrumbs(view: Pick<SittingView, 'meeting' | 'bodyName'>, isBelow: boolean) {
  return [
    { text: 'Meetings', href: '/staff/meetings' },
    { text: `${view.bodyName}, ${formatDay(view.meeting.facts.date)}`, href: agendaAddress(view.meeting) },
    ...(isBelow ? [{ text: 'Attendance', href: sittingAddress(view) }] : []),
  ]
}

/** "5. Budget monitoring"; an item that this person may not know is named by what the public may read. */
export function itemTitle({ sight }: Pick<SittingView, 'sight'>, item: ItemInWork): string {
  return `${item.number}. ${sight.isShown(item) ? item.facts.title : (item.facts.withheld?.publicTitle ?? 'An item that is not open')}`
}

/** The same of an item by its number; what comes before the first has words of its own. */
export function titleOf(view: Pick<SittingView, 'sight' | 'meeting'>, number: number): string {
  const item = view.meeting.items.find((one) => one.number === number)
  return item === undefined ? 'before the first item' : itemTitle(view, item)
}
