import { join } from 'node:path'
import { openDatabase } from '#platform/database/open-database.ts'

export interface AuditRow {
  readonly account: string
  readonly verb: string
  readonly outcome: 'done' | 'refused'
  readonly reason: string | null
}

interface AuditTables {
  'access.audit': { number: number; actor: string; door: string; verb: string; outcome: 'done' | 'refused'; reason: string | null }
  'access.account': { person: string; email: string }
}

/** What people did by the web, and what they were refused, in the store of a site that has been stopped. `account` is the part of the address before the @. */
export async function readAudit(folder: string): Promise<AuditRow[]> {
  const opened = await openDatabase({ kind: 'embedded', folder: join(folder, 'database'), council: 'council' })
  if (!opened.ok) throw new Error(opened.refusal.message)
  try {
    const { rows, people } = await opened.value.read('operator:tests', async (reader) => {
      const tables = reader.tables<AuditTables>()
      return {
        rows: await tables.selectFrom('access.audit as row').select(['row.actor', 'row.verb', 'row.outcome', 'row.reason']).where('row.door', '=', 'web').orderBy('row.number').execute(),
        people: await tables.selectFrom('access.account as account').select(['account.person', 'account.email']).execute(),
      }
    })
    const names = new Map(people.map(({ person, email }) => [`person:${person}`, email.split('@')[0] ?? '']))
    return rows.map(({ actor, verb, outcome, reason }) => ({ account: names.get(actor) ?? actor, verb, outcome, reason }))
  } finally {
    await opened.value.close()
  }
}
