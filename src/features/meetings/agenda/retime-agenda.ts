import { sql } from 'kysely'
import type { LocalTime } from '#core/dates.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { ItemFacts, MeetingId } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { timingsOf } from './timing-of-agenda.ts'

/**
 * Writes down the times that follow from the minutes of the items, for the agenda as it is printed; fixed times stay. To be called after every change
 * of an agenda or of the time at which its meeting begins.
 */
export async function retimeAgenda(tx: Transaction, meeting: MeetingId): Promise<void> {
  const kept = await meetingInWork(tx.reader, meeting)
  if (kept === undefined) return
  const changed = itemsTimed(kept.facts.time, kept.items).filter((item, index) => item !== kept.items[index])
  if (changed.length === 0) return
  const rows = sql.join(changed.map(({ id, facts }) => sql`(${id}::uuid, ${JSON.stringify(facts)}::jsonb)`))
  await sql`update work.items set facts = timed.facts from (values ${rows}) as timed (id, facts) where items.id = timed.id`.execute(tx.tables())
}

interface TimedItem {
  readonly number: number
  readonly facts: ItemFacts
}

/** The items with the times that follow from this start, as they are printed; one whose time stays is given back as it came. */
export function itemsTimed<Item extends TimedItem>(start: LocalTime | undefined, items: readonly Item[]): Item[] {
  const { spans } = timingsOf(start, items)
  return items.map((item) => {
    const { timing: before, ...rest } = item.facts
    if (rest.minutes === undefined) return item
    const timing = isOpening(rest) ? undefined : spans.get(item.number)
    if (before?.from === timing?.from && before?.to === timing?.to) return item
    return { ...item, facts: timing === undefined ? rest : { ...rest, timing } }
  })
}

const openings: readonly ItemFacts['standing'][] = ['apologies', 'interests', 'public-participation', 'minutes']

/** Of what opens every meeting no times are printed, though its minutes count. */
function isOpening({ standing }: Pick<ItemFacts, 'standing'>): boolean {
  return openings.includes(standing)
}
