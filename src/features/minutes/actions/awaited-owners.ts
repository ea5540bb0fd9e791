import { sql } from 'kysely'
import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { possibleOwners } from './assign-action.ts'
import type { ActionsTables } from './tables.ts'

/** Has everybody answer what a file gave to their e-mail address before they had an account. For those who may answer; everything else goes on waiting. */
export function nameAwaitedOwners(context: Context): Promise<Outcome<{ named: number }>> {
  return act(context, { verb: 'actions.keep', subject: { kind: 'actions', id: 'awaited owners' }, detail: { step: 'assigned' } }, async (tx) => ok({ named: await findOwners(tx, context) }))
}

/** The same within a deed; answers how many were given to somebody. */
export async function findOwners(tx: Transaction, context: Context): Promise<number> {
  const awaited = await awaitedOwners(tx.reader)
  if (awaited.length === 0) return 0
  const found = (await possibleOwners(tx.reader, context)).filter(({ email }) => awaited.includes(email.toLowerCase())).map(({ person, email }) => ({ person, email: email.toLowerCase() }))
  if (found.length === 0) return 0
  const { numAffectedRows } = await sql`update work.actions set owner = found.person, awaited_owner = null, revision = actions.revision + 1
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as found (person uuid, email text) where actions.awaited_owner = found.email`.execute(tx.tables())
  return Number(numAffectedRows ?? 0)
}

/** The e-mail addresses that nobody has yet who may answer. */
export async function awaitedOwners(reader: Reader): Promise<string[]> {
  const rows = await reader.tables<ActionsTables>().selectFrom('work.actions as action').select('action.awaited_owner as email').distinct().where('action.awaited_owner', 'is not', null).$narrowType<{ email: string }>().execute()
  return rows.map(({ email }) => email)
}
