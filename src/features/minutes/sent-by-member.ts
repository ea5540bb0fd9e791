import { sql } from 'kysely'
import type { PersonId } from '#access/actor.ts'
import { refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'

/** More than a member means in a day; beyond it a script is at work, or somebody is worn out. Questions and requests are counted apart. */
export const mostADay = 20
/** So many letters in a day tell the officers that a member asks; the rest stand in their list. */
export const mostLettersADay = 5
const day = 24 * 3600_000

/** What is sent after this moment counts as sent in the day before it. */
export function dayBefore(moment: Date): Date {
  return new Date(moment.getTime() - day)
}

/** Holds what a member sends until the deed is done: forms of theirs that arrive at the same moment come after one another, and count each other. */
export async function inTurn(tx: Transaction, person: PersonId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`asks ${person}`}, 0))`.execute(tx.tables())
}

/** Said to a member who has sent as many in a day as anybody may. */
export function tooManyToday(things: string): Outcome<never> {
  return refuse('not-now', `You have sent ${mostADay} ${things} in the last 24 hours, and more are taken tomorrow. Nothing was sent; what you typed is still here. If it cannot wait, write to the clerk of the body.`)
}

/** What the last letter of a day adds; a sentence of which the address is another line. */
export const noMoreLetters = 'This member has asked several times today. What they send in the rest of the day comes without a letter: look at the list.'
