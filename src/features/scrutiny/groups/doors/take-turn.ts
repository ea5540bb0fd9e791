import type { Context } from '#access/act.ts'
import { inTurn } from '#features/minutes'
import type { Transaction } from '#platform/database/database.ts'

/** Of two presses of one person at the same moment the second waits, and then reads what the first has made. */
export async function takeTurn(tx: Transaction, { actor }: Pick<Context, 'actor'>): Promise<void> {
  if (actor.kind === 'person') await inTurn(tx, actor.person)
}
