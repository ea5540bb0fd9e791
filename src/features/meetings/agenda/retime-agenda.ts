import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { ItemFacts, ItemInWork, MeetingId } from '../work/meeting-in-work.ts'
import { meetingInWork } from '../work/read-work.ts'
import { timingsOf } from './timing-of-agenda.ts'

/** Of what opens every meeting no times are printed, though its minutes count. */
const openings: readonly ItemFacts['standing'][] = ['apologies', 'interests', 'public-participation', 'minutes']

/**
 * Writes down the times that follow from the minutes of the items, for the agenda as it is printed; fixed times stay. To be called after every change
 * of an agenda or of the time at which its meeting begins.
 */
export async function retimeAgenda(tx: Transaction, meeting: MeetingId): Promise<void> {
  const kept = await meetingInWork(tx.reader, meeting)
  if (kept === undefined) return
  const changed = retimed(kept.facts.time, kept.items)
  if (changed.length === 0) return
  const rows = sql.join(changed.map(({ id, facts }) => sql`(${id}::uuid, ${JSON.stringify(facts)}::jsonb)`))
  await sql`update work.items set facts = timed.facts from (values ${rows}) as timed (id, facts) where items.id = timed.id`.execute(tx.tables())
}

function retimed(start: Parameters<typeof timingsOf>[0], items: readonly ItemInWork[]): Pick<ItemInWork, 'id' | 'facts'>[] {
  const { spans } = timingsOf(start, items)
  return items.flatMap(({ id, number, facts }) => {
    if (facts.minutes === undefined) return []
    const { timing: before, ...rest } = facts
    const timing = openings.includes(facts.standing) ? undefined : spans.get(number)
    if (before?.from === timing?.from && before?.to === timing?.to) return []
    return [{ id, facts: timing === undefined ? rest : { ...rest, timing } }]
  })
}
