import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import { retimeAgenda } from '../agenda/retime-agenda.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { noteChange } from '../work/item-changes.ts'
import { changeMeeting, saveItem } from '../work/keep-meeting.ts'
import type { ItemFacts, ItemId, ItemInWork, MeetingId, MeetingInWork } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'

/** An item of a meeting as somebody saw it. */
export interface ItemSeen {
  readonly meeting: MeetingId
  readonly item: ItemId
  readonly revision: number
}

const noSuchItem = refuse('not-found', 'There is no such item on this agenda. Somebody may have taken it off.')

/** Changes what is said of one item of an agenda, as a deed of whoever publishes; the times of the others follow. Refused where somebody else changed the meeting meanwhile. */
export function changeItem(
  context: Context,
  app: Pick<MeetingsApp, 'now'>,
  { meeting, item, revision }: ItemSeen,
  step: string,
  change: (item: ItemInWork, meeting: MeetingInWork, reader: Reader) => Outcome<ItemFacts> | Promise<Outcome<ItemFacts>>,
): Promise<Outcome<void>> {
  return act(context, { verb: 'meetings.publish', subject: { kind: 'item', id: item }, detail: { step } }, async (tx) => {
    const kept = await meetingInWork(tx.reader, meeting)
    const found = kept?.items.find((one) => one.id === item)
    if (kept === undefined || found === undefined) return noSuchItem
    const changed = await change(found, kept, tx.reader)
    if (!changed.ok) return changed
    const begun = await changeMeeting(tx, meeting, revision, app.now())
    if (!begun.ok) return begun
    await saveItem(tx, item, changed.value, found.author)
    await retimeAgenda(tx, meeting)
    await noteChange(tx, item, context.actor)
    return ok(undefined)
  })
}
