import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Invention } from '#features/minutes'
import type { Reader } from '#platform/database/database.ts'
import { planEntry, type PlanEntry } from '../../forward-plan/entry/plan-entry.ts'
import { toldAt } from '../../forward-plan/entry/told-at.ts'
import type { PlanTables } from '../../forward-plan/store/tables.ts'
import { perPage } from '../alert-source.ts'

/** An edition of an entry of the forward plan, as news tells of it. */
export interface PlanNews {
  readonly reference: string
  readonly edition: number
  readonly matter: string
  /** What of it is made up; nothing where it is of record. */
  readonly invented: Invention | null
  readonly what: string
  readonly publishedAt: Date
  /** The body that decides, where one does. */
  readonly body: string | null
  /** The matters that it is about. */
  readonly subjects: readonly string[]
}

function editions(reader: Reader) {
  return reader
    .tables<PlanTables>()
    .selectFrom('published.plan_editions as of')
    .select(['of.reference', 'of.edition', 'of.what', 'of.published_at as publishedAt', sql<string>`of.record ->> 'matter'`.as('matter'), sql<Invention | null>`of.record ->> 'invented'`.as('invented'), sql<string | null>`of.record #>> '{decisionMaker,body}'`.as('body'), sql<string[]>`coalesce(of.record -> 'subjects', '[]'::jsonb)`.as('subjects')])
}

/** Editions published after a moment, the oldest first. A page goes on after the last of the page before. */
export function editionsSince(reader: Reader, since: Date, after?: PlanNews): Promise<PlanNews[]> {
  // A moment that was read has milliseconds, and one in the store more: what was read last must not come again.
  const at = sql<Date>`date_trunc('milliseconds', of.published_at)`
  let query = editions(reader).where('of.published_at', '>', since)
  if (after !== undefined) query = query.where('of.published_at', '>=', after.publishedAt).where(sql<boolean>`(${at}, of.reference, of.edition) > (${after.publishedAt}, ${after.reference}::text, ${after.edition}::integer)`)
  return query.orderBy(at).orderBy('of.reference').orderBy('of.edition').limit(perPage).execute()
}

/** The latest editions of one entry, about one matter, of what one body decides, or of all; the newest first, each at the moment at which the public was told. */
export async function latestEditions(reader: Reader, { reference, subject, body, limit }: { readonly reference?: string; readonly subject?: string; readonly body?: string; readonly limit: number }): Promise<PlanNews[]> {
  let query = editions(reader).select('of.said')
  if (reference !== undefined) query = query.where('of.reference', '=', reference)
  if (body !== undefined) query = query.where(sql<boolean>`of.record #>> '{decisionMaker,body}' = ${body}`)
  if (subject !== undefined) query = query.where(sql<boolean>`of.record -> 'subjects' @> ${JSON.stringify([subject])}::jsonb`)
  const rows = await query.orderBy('of.said', (order) => order.desc().nullsLast()).orderBy('of.published_at', 'desc').orderBy('of.reference').orderBy('of.edition', 'desc').limit(limit).execute()
  return rows.map(({ said, ...row }) => ({ ...row, publishedAt: toldAt(said ?? undefined, row.publishedAt) }))
}

/** A decision whose window is open, with the moment at which the public could first read it as it stands. */
export interface OpenWindow {
  readonly entry: PlanEntry
  readonly publishedAt: Date
}

/** Decisions whose window for a call-in is open on that day or later, by their reference: page by page. */
export async function windowsAfter(reader: Reader, day: LocalDate, after: string): Promise<OpenWindow[]> {
  const rows = await reader
    .tables<PlanTables>()
    .selectFrom('published.current_plan as plan')
    .select(['plan.record', 'plan.published_at'])
    .where('plan.window_day', '>=', day)
    .where('plan.reference', '>', after)
    .orderBy('plan.reference')
    .limit(perPage)
    .execute()
  return rows.map(({ record, published_at: publishedAt }) => ({ entry: planEntry.parse(record), publishedAt }))
}
