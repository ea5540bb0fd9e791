import type { Actor } from '#access/actor.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'
import type { ItemId } from './meeting-in-work.ts'

/** Notes who changes an item, for those who have it open meanwhile. */
export async function noteChange(tx: Transaction, item: ItemId, actor: Actor): Promise<void> {
  const changed_by = actor.kind === 'public' ? '' : actor.name
  await tx
    .tables<MeetingsTables>()
    .insertInto('work.item_changes')
    .values({ item, changed_by })
    .onConflict((conflict) => conflict.columns(['council', 'item'] as never).doUpdateSet({ changed_by }))
    .execute()
}

/** Who changed an item last, in words; an item that was loaded or moved names nobody. */
export async function changerInWords(reader: Reader, item: ItemId): Promise<string> {
  const row = await reader.tables<MeetingsTables>().selectFrom('work.item_changes').select('work.item_changes.changed_by').where('work.item_changes.item', '=', item).executeTakeFirst()
  return row?.changed_by ?? 'Somebody else'
}
