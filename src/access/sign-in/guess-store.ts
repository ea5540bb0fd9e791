import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { tokenHash } from '../sessions/token.ts'
import type { AccessTables } from '../tables.ts'
import { network } from './network.ts'

const most = 10
const window = 5 * 60_000
/** How far clocks may differ; a guess dated later was made before the clock was set back. */
const allowance = 60_000

/** What is being guessed at, as it is counted: never the e-mail address or the network itself. */
export function guessTargets(email: string, address: string | undefined): readonly string[] {
  return [tokenHash(`account ${email}`), ...(address === undefined ? [] : [tokenHash(`network ${network(address)}`)])]
}

/**
 * Counts a guess before it is checked, so that guesses made at the same moment in any process count each other; undefined where ten
 * were made in the last five minutes at any of the targets. Guesses of the future are left out, so that nobody is kept out by a clock that was
 * wrong. A guess that proves right is taken back by `forgetGuess`.
 */
export async function countGuess(tx: Transaction, targets: readonly string[], now: Date): Promise<string | undefined> {
  const tables = tx.tables<AccessTables>()
  await sql`
    select pg_advisory_xact_lock(locks.key)
    from (select hashtextextended(target, 0) as key from unnest(${targets}::text[]) as target order by 1) as locks
  `.execute(tables)
  await tables.deleteFrom('access.guess').where('target', 'in', targets).where('guessed_at', '<=', beforeWindow(now)).execute()
  const tried = await tables
    .selectFrom('access.guess as guess')
    .select('guess.target')
    .where('guess.target', 'in', targets)
    .where('guess.guessed_at', '<=', new Date(now.getTime() + allowance).toISOString())
    .groupBy('guess.target')
    .having((guess) => guess.fn.countAll<number>(), '>=', most)
    .executeTakeFirst()
  if (tried !== undefined) return undefined
  const id = randomUUID()
  await tables.insertInto('access.guess').values(targets.map((target) => ({ id, target, guessed_at: now }))).execute()
  return id
}

export async function forgetGuess(tx: Transaction, id: string): Promise<void> {
  await tx.tables<AccessTables>().deleteFrom('access.guess').where('id', '=', id).execute()
}

export async function forgetOldGuesses(tx: Transaction, now: Date): Promise<void> {
  await tx.tables<AccessTables>().deleteFrom('access.guess').where('guessed_at', '<=', beforeWindow(now)).execute()
}

function beforeWindow(now: Date): string {
  return new Date(now.getTime() - window).toISOString()
}
