import { sql } from 'kysely'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { GroupsTables } from '../tables.ts'
import { leadMembers, usualUpdateDays, type LeadMembers } from './lead-members.ts'

/** The lead members of a body as staff keep them. */
export interface KeptLeads {
  readonly leads: LeadMembers
  /** 0 where nothing is kept of the body yet. */
  readonly revision: number
  readonly changedBy: string
  /** What a file said of it when it was loaded last. */
  readonly loaded: LoadedFields | null
}

export async function keptLeads(reader: Reader, body: string): Promise<KeptLeads> {
  const row = await reader.tables<GroupsTables>().selectFrom('work.lead_members as kept').select(['kept.record', 'kept.revision', 'kept.changed_by', 'kept.loaded']).where('kept.body', '=', body).executeTakeFirst()
  if (row === undefined) return { leads: { body, areas: [], updateDays: usualUpdateDays }, revision: 0, changedBy: '', loaded: null }
  return { leads: leadMembers.parse(row.record), revision: row.revision, changedBy: row.changed_by, loaded: row.loaded }
}

/** The lead members of every body that has some. */
export async function allLeads(reader: Reader): Promise<LeadMembers[]> {
  const rows = await reader.tables<GroupsTables>().selectFrom('work.lead_members as kept').select('kept.record').orderBy('kept.body').execute()
  return rows.map(({ record }) => leadMembers.parse(record))
}

interface Saving {
  readonly by: string
  readonly at: Date
  /** What a file says of it; left out where it is changed here. */
  readonly loaded?: LoadedFields
}

/** Saves and publishes the lead members of a body over the revision it rests on; answers whether it still was at that. */
export async function saveLeads(tx: Transaction, leads: LeadMembers, revision: number, { by, at, loaded }: Saving): Promise<boolean> {
  const tables = tx.tables<GroupsTables>()
  const saved = { record: JSON.stringify(leads), changed_by: by, changed_at: at, ...(loaded === undefined ? {} : { loaded: JSON.stringify(loaded) }) }
  const row =
    revision === 0
      ? await tables
          .insertInto('work.lead_members')
          .values({ body: leads.body, ...saved })
          .onConflict((conflict) => conflict.columns(['council', 'body'] as never).doNothing())
          .returning('work.lead_members.body')
          .executeTakeFirst()
      : await tables
          .updateTable('work.lead_members as kept')
          .set({ ...saved, revision: sql<number>`kept.revision + 1` })
          .where('kept.body', '=', leads.body)
          .where('kept.revision', '=', revision)
          .returning('kept.body')
          .executeTakeFirst()
  if (row === undefined) return false
  await publishLeads(tx, leads, at)
  return true
}

async function publishLeads(tx: Transaction, leads: LeadMembers, at: Date): Promise<void> {
  const tables = tx.tables<GroupsTables>()
  const before = await tables.selectFrom('published.current_lead_members as list').select('list.edition').where('list.body', '=', leads.body).executeTakeFirst()
  const current = { edition: (before?.edition ?? 0) + 1, record: JSON.stringify(leads) }
  await tables.insertInto('published.lead_members').values({ body: leads.body, ...current, published_at: at }).execute()
  await tables
    .insertInto('published.current_lead_members')
    .values({ body: leads.body, ...current })
    .onConflict((conflict) => conflict.columns(['council', 'body'] as never).doUpdateSet(current))
    .execute()
  await markPublished(tx)
}

/** The lead members of every body as the public reads them: a body has few, and few bodies have any. */
export async function publishedLeads(reader: Reader): Promise<LeadMembers[]> {
  const rows = await reader.tables<GroupsTables>().selectFrom('published.current_lead_members as list').select('list.record').orderBy('list.body').execute()
  return rows.map(({ record }) => record)
}
