import { sql } from 'kysely'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { Invention } from '#features/minutes'
import { toldAt } from '../entry/told-at.ts'
import { planEntry, type PlanEntry } from '../entry/plan-entry.ts'
import type { PlanStage, PlanTables } from './tables.ts'

/** An entry as it is published now. */
export interface PublishedEntry {
  readonly entry: PlanEntry
  readonly edition: number
  readonly publishedAt: Date
}

/** A place in a list by day: the next page goes on after it. */
export interface PlanPlace {
  readonly date: LocalDate
  readonly reference: string
}

interface PlanFilter {
  readonly stage: PlanStage
  /** Expected on this day or later: a period that runs on counts. */
  readonly from?: LocalDate | undefined
  /** Over before this day. */
  readonly before?: LocalDate | undefined
  readonly subjects?: readonly string[] | undefined
  /** Only what is of record, or only what is invented from beginning to end. */
  readonly record?: 'of-record' | 'invented' | undefined
  readonly after?: PlanPlace | undefined
  readonly limit: number
}

function entries(reader: Reader) {
  return reader.tables<PlanTables>().selectFrom('published.current_plan as plan').select(['plan.record', 'plan.edition', 'plan.published_at'])
}

type Row = { readonly record: PlanEntry; readonly edition: number; readonly published_at: Date }

function read(row: Row): PublishedEntry {
  return { entry: planEntry.parse(row.record), edition: row.edition, publishedAt: row.published_at }
}

/** The entries of a stage by the day on which their decision is expected. One query. */
export async function plannedEntries(reader: Reader, { stage, from, before, subjects, record, after, limit }: PlanFilter): Promise<PublishedEntry[]> {
  if (subjects?.length === 0) return []
  let query = entries(reader).where('plan.stage', '=', stage)
  if (from !== undefined) query = query.where('plan.expected_until', '>=', from)
  if (before !== undefined) query = query.where('plan.expected_until', '<', before)
  if (after !== undefined) query = query.where(sql<boolean>`(plan.expected_from, plan.reference) > (${after.date}::date, ${after.reference}::text)`)
  if (record !== undefined) query = query.where(sql<boolean>`((plan.record ->> 'invented') is not distinct from 'everything') = ${record === 'invented'}`)
  if (subjects !== undefined) query = query.where(sql<boolean>`plan.record -> 'subjects' ?| array[${sql.join(subjects.map((subject) => sql`${subject}::text`))}]`)
  const rows = await query.orderBy('plan.expected_from').orderBy('plan.reference').limit(limit).execute()
  return rows.map(read)
}

/** Decisions, the latest first: all, or only those by special urgency or whose notice fell short. One query. */
export async function decidedEntries(reader: Reader, { after, which = 'all', limit }: { readonly after?: PlanPlace | undefined; readonly which?: 'all' | 'urgent' | 'short'; readonly limit: number }): Promise<PublishedEntry[]> {
  let query = entries(reader).where('plan.decided_on', 'is not', null)
  if (which === 'urgent') query = query.where('plan.is_urgent', '=', true)
  if (which === 'short') query = query.where(sql<boolean>`plan.record -> 'decision' -> 'shortfall' is not null`)
  if (after !== undefined) query = query.where(sql<boolean>`(plan.decided_on, plan.reference) < (${after.date}::date, ${after.reference}::text)`)
  const rows = await query.orderBy('plan.decided_on', 'desc').orderBy('plan.reference', 'desc').limit(limit).execute()
  return rows.map(read)
}

/** Decisions whose window for a call-in is open on that day or later, the first to close first. */
export async function openWindows(reader: Reader, day: LocalDate, limit: number): Promise<PublishedEntry[]> {
  const rows = await entries(reader).where('plan.window_day', '>=', day).orderBy('plan.window_day').orderBy('plan.reference').limit(limit).execute()
  return rows.map(read)
}

/** Decisions that stand still because they are called in. */
export async function stoppedEntries(reader: Reader, limit: number): Promise<PublishedEntry[]> {
  const rows = await entries(reader).where('plan.is_stopped', '=', true).orderBy('plan.reference').limit(limit).execute()
  return rows.map(read)
}

/** What a body decides or has decided at its meeting of a day, as the plan has it. */
export async function entriesOfMeeting(reader: Reader, body: string, date: LocalDate, limit: number): Promise<PublishedEntry[]> {
  const rows = await entries(reader)
    .where('plan.body', '=', body)
    .where((where) => where.or([where.and([where('plan.stage', '=', 'coming'), where('plan.expected_from', '=', date)]), where('plan.decided_on', '=', date)]))
    .orderBy('plan.reference')
    .limit(limit)
    .execute()
  return rows.map(read)
}

/** What is referred to a scrutiny body for its meeting of a day. */
export async function entriesReferredTo(reader: Reader, body: string, meeting: LocalDate, limit: number): Promise<PublishedEntry[]> {
  const rows = await entries(reader)
    .where(sql<boolean>`plan.record -> 'referrals' @> ${JSON.stringify([{ body, meeting }])}::jsonb`)
    .orderBy('plan.reference')
    .limit(limit)
    .execute()
  return rows.map(read)
}

/** An entry as it is published, or as an earlier edition had it. */
export async function publishedEntry(reader: Reader, reference: string, edition?: number): Promise<PublishedEntry | undefined> {
  if (edition === undefined) {
    const row = await entries(reader).where('plan.reference', '=', reference).executeTakeFirst()
    return row && read(row)
  }
  const row = await reader
    .tables<PlanTables>()
    .selectFrom('published.plan_editions as of')
    .select(['of.record', 'of.edition', 'of.published_at'])
    .where('of.reference', '=', reference)
    .where('of.edition', '=', edition)
    .executeTakeFirst()
  return row && read(row)
}

/** One edition in the list of an entry's, or in the feed of all. */
export interface PlanEdition {
  readonly reference: string
  readonly edition: number
  readonly matter: string
  readonly what: string
  /** What of it is made up; nothing where it is of record. */
  readonly invented: Invention | null
  /** When the public was told, by what the edition says: earlier than it came here where a file told of earlier days. */
  readonly toldAt: Date
}

/** The editions of an entry, the newest first. */
export async function planEditions(reader: Reader, reference: string, limit: number): Promise<PlanEdition[]> {
  const rows = await editions(reader).where('of.reference', '=', reference).orderBy('of.edition', 'desc').limit(limit).execute()
  return rows.map(editionOf)
}

/** The editions of all entries in the order in which the public was told, the latest first. */
export async function latestEditions(reader: Reader, limit: number): Promise<PlanEdition[]> {
  const rows = await editions(reader).orderBy('of.said', (order) => order.desc().nullsLast()).orderBy('of.published_at', 'desc').orderBy('of.reference').orderBy('of.edition', 'desc').limit(limit).execute()
  return rows.map(editionOf).toSorted((one, other) => other.toldAt.getTime() - one.toldAt.getTime())
}

function editions(reader: Reader) {
  return reader.tables<PlanTables>().selectFrom('published.plan_editions as of').select(['of.reference', 'of.edition', 'of.what', 'of.said', 'of.published_at', sql<string>`of.record ->> 'matter'`.as('matter'), sql<Invention | null>`of.record ->> 'invented'`.as('invented')])
}

function editionOf({ said, published_at, ...row }: Omit<PlanEdition, 'toldAt'> & { readonly said: string | null; readonly published_at: Date }): PlanEdition {
  return { ...row, toldAt: toldAt(said ?? undefined, published_at) }
}
