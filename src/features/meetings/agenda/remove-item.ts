import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { changerInWords } from '../work/item-changes.ts'
import { deleteItem, numberItems } from '../work/keep-meeting.ts'
import type { ItemId, MeetingId } from '../work/meeting-in-work.ts'
import { changeAgenda, noItem } from './change-agenda.ts'
import { itemMark } from './item-values.ts'

/** Takes an item off the agenda with its papers, and numbers the others anew. Refused for an item that was published: it is withdrawn instead, and keeps its number. */
export function removeItem(context: Context, app: Pick<MeetingsApp, 'now'>, meeting: MeetingId, item: ItemId, basedOn: string): Promise<Outcome<void>> {
  return changeAgenda(context, app, meeting, { removed: item }, async (tx, agenda) => {
    const { items } = agenda.meeting
    const found = items.find((each) => each.id === item)
    if (found === undefined) return noItem
    if (agenda.issued?.has(found.number) === true) return refuse('not-now', 'This item was published, so it cannot be removed without a trace: withdraw it, with the reason. It keeps its number.')
    if (itemMark(found) !== basedOn) return refuse('conflict', `${await changerInWords(tx.reader, item)} changed this item meanwhile. Look at it again before you remove it.`)
    await deleteItem(tx, item)
    if (agenda.issued === undefined) await numberItems(tx, items.filter((each) => each.id !== item).map((each) => each.id))
    return ok(undefined)
  })
}
