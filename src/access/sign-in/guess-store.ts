import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { tokenHash } from '../sessions/token.ts'
import type { AccessTables } from '../tables.ts'
import { network } from './network.ts'

/** In five minutes at one account: wide enough for somebody who tries every password they have. */
const mostAtAccount = 10
/** In five minutes from one network: an office behind one address has many who mistype, and ten accounts' worth of guesses find no password. */
const mostFromNetwork = 100
const window = 5 * 60_000
/** How far clocks may differ; a guess dated later was made before the clock was set back. */
const allowance = 60_000

/** What is being guessed at, as it is counted, and how often it may be: never the e-mail address or the network itself. */
type GuessTargets = ReadonlyMap<string, number>

/**
 * Guesses of a browser in which the account was signed in to before are held to a limit of that browser's own, so that strangers who guess do not keep its owner out.
 * They count at the account too: whoever has stolen the browser's cookie has no more guesses for it once they leave it away.
 */
export function guessTargets(email: string, address: string | undefined, browser: string | undefined): GuessTargets {
  const account = tokenHash(`account ${email}`)
  const from = address === undefined ? [] : [[tokenHash(`network ${network(address)}`), mostFromNetwork] as const]
  if (browser === undefined) return new Map([[account, mostAtAccount], ...from])
  return new Map([[account, Infinity], [tokenHash(`account ${email} in browser ${browser}`), mostAtAccount], ...from])
}

/** The same of keys, counted apart: a program with a key that is over keeps nobody of its office from signing in. */
export function keyTargets(mark: string | undefined, address: string): GuessTargets {
  const targets = [...(mark === undefined ? [] : [`key ${mark}`]), `keys from network ${network(address)}`]
  return new Map(targets.map((target) => [tokenHash(target), mostAtAccount]))
}

/**
 * Counts a guess before it is checked, so that guesses made at the same moment in any process count each other; undefined where as many as may be
 * were made in the last five minutes at any of the targets. Guesses of the future are left out, so that nobody is kept out by a clock that was
 * wrong. A guess that proves right is taken back by `forgetGuess`.
 */
export async function countGuess(tx: Transaction, limits: GuessTargets, now: Date): Promise<string | undefined> {
  const targets = [...limits.keys()]
  const tables = tx.tables<AccessTables>()
  await sql`
    select pg_advisory_xact_lock(locks.key)
    from (select hashtextextended(target, 0) as key from unnest(${targets}::text[]) as target order by 1) as locks
  `.execute(tables)
  await tables.deleteFrom('access.guess').where('target', 'in', targets).where('guessed_at', '<=', beforeWindow(now)).execute()
  const tried = await tables
    .selectFrom('access.guess as guess')
    .select(({ fn }) => ['guess.target', fn.countAll<number>().as('count')])
    .where('guess.target', 'in', targets)
    .where('guess.guessed_at', '<=', new Date(now.getTime() + allowance).toISOString())
    .groupBy('guess.target')
    .execute()
  if (tried.some(({ target, count }) => count >= (limits.get(target) ?? 0))) return undefined
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
