import { act, type Context } from '#access/act.ts'
import type { PersonId } from '#access/actor.ts'
import { newToken, tokenHash } from '#access/sessions/token.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ReadingTables } from '../tables.ts'

/** When the address of this person's calendar was made; undefined where they have none. */
export async function calendarMadeAt(reader: Reader, person: PersonId): Promise<Date | undefined> {
  const row = await reader.tables<ReadingTables>().selectFrom('work.calendar_addresses as own').select('own.made_at').where('own.person', '=', person).executeTakeFirst()
  return row?.made_at
}

/** Whose calendar has this secret. */
export async function personOfCalendar(reader: Reader, token: string): Promise<PersonId | undefined> {
  const row = await reader.tables<ReadingTables>().selectFrom('work.calendar_addresses as own').select('own.person').where('own.token_hash', '=', tokenHash(token)).executeTakeFirst()
  return row?.person
}

/** Makes a new address, which ends the one before. The secret is told once: only its hash is kept. */
export function renewCalendar(context: Context, now: Date): Promise<Outcome<{ token: string }>> {
  const token = newToken()
  return keepCalendar(context, 'made', async (tx, person) => {
    const row = { token_hash: tokenHash(token), made_at: now }
    await tx
      .tables<ReadingTables>()
      .insertInto('work.calendar_addresses')
      .values({ person, ...row })
      .onConflict((conflict) => conflict.columns(['council', 'person'] as never).doUpdateSet(row))
      .execute()
    return { token }
  })
}

/** Takes the address away: whoever has it finds nothing there. */
export function revokeCalendar(context: Context): Promise<Outcome<{ revoked: boolean }>> {
  return keepCalendar(context, 'revoked', async (tx, person) => {
    const gone = await tx.tables<ReadingTables>().deleteFrom('work.calendar_addresses').where('work.calendar_addresses.person', '=', person).executeTakeFirst()
    return { revoked: gone.numDeletedRows > 0n }
  })
}

function keepCalendar<T>(context: Context, done: string, work: (tx: Parameters<Parameters<typeof act>[2]>[0], person: PersonId) => Promise<T>): Promise<Outcome<T>> {
  const { actor } = context
  return act(context, { verb: 'calendars.keep', subject: { kind: 'calendar', id: 'own' }, detail: { done } }, async (tx) =>
    actor.kind === 'person' ? ok(await work(tx, actor.person)) : refuse('not-allowed', 'A calendar belongs to a person who has signed in.'),
  )
}
