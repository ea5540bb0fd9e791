import { sql } from 'kysely'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { FileReferences } from '#platform/files/file-references.ts'
import { markPublished } from '#platform/http/publication.ts'
import { planEntry, type PlanEntry } from '../entry/plan-entry.ts'
import type { PlanTables } from '../store/tables.ts'
import type { NoticeKind } from '../entry/notice-kinds.ts'

/** A notice as a PDF, in the store of files. */
export interface Paper {
  readonly reference: string
  readonly kind: NoticeKind
  /** Of what it says. */
  readonly print: string
  readonly pdf: string
  readonly bytes: number
  readonly pages: number
}

/** A published entry whose notices may lack their PDFs. */
export interface EntryDue {
  readonly entry: PlanEntry
  readonly edition: number
}

/** Entries that were published since their notices were set last. */
export async function entriesDue(reader: Reader, limit: number): Promise<EntryDue[]> {
  const rows = await reader
    .tables<PlanTables>()
    .selectFrom('published.current_plan as plan')
    .select(['plan.record', 'plan.edition'])
    .whereRef('plan.papers_edition', '<', 'plan.edition')
    .orderBy('plan.reference')
    .limit(limit)
    .execute()
  return rows.map(({ record, edition }) => ({ entry: planEntry.parse(record), edition }))
}

/** Published entries whose notices were set, in the order of their references. */
export async function entriesSet(reader: Reader, after: string, limit: number): Promise<PlanEntry[]> {
  const rows = await reader
    .tables<PlanTables>()
    .selectFrom('published.current_plan as plan')
    .select('plan.record')
    .whereRef('plan.papers_edition', '>=', 'plan.edition')
    .where('plan.reference', '>', after)
    .orderBy('plan.reference')
    .limit(limit)
    .execute()
  return rows.map(({ record }) => planEntry.parse(record))
}

/** Which notices of these entries are set, as `paperKey` names them. */
export async function papersKept(reader: Reader, references: readonly string[]): Promise<ReadonlySet<string>> {
  if (references.length === 0) return new Set()
  const rows = await reader.tables<PlanTables>().selectFrom('published.plan_papers as paper').select(['paper.reference', 'paper.kind', 'paper.print']).where('paper.reference', 'in', references).execute()
  return new Set(rows.map(paperKey))
}

export function paperKey({ reference, kind, print }: Pick<Paper, 'reference' | 'kind' | 'print'>): string {
  return `${reference} ${kind} ${print}`
}

/** Publishes PDFs of notices; one that somebody else set meanwhile stays. */
export async function keepPapers(tx: Transaction, papers: readonly Paper[], at: Date): Promise<void> {
  if (papers.length === 0) return
  await tx
    .tables<PlanTables>()
    .insertInto('published.plan_papers')
    .values(papers.map((paper) => ({ ...paper, published_at: at })))
    .onConflict((conflict) => conflict.columns(['council', 'reference', 'kind', 'print'] as never).doNothing())
    .execute()
  await markPublished(tx)
}

/** Marks entries whose notices are set, each up to the edition that was looked at. */
export async function markSet(tx: Transaction, entries: readonly { readonly reference: string; readonly edition: number }[]): Promise<void> {
  if (entries.length === 0) return
  const done = sql.join(entries.map(({ reference, edition }) => sql`(${reference}::text, ${edition}::integer)`))
  await sql`update published.current_plan as plan set papers_edition = done.edition from (values ${done}) as done (reference, edition) where plan.reference = done.reference`.execute(tx.tables())
}

/** Every PDF of a notice that was published. */
export const paperFiles: FileReferences = async (reader) => {
  const rows = await reader.tables<PlanTables>().selectFrom('published.plan_papers').select('published.plan_papers.pdf').distinct().execute()
  return rows.map(({ pdf }) => pdf)
}

/** The PDF that says what a notice says; undefined until it is set. */
export async function paperOf(reader: Reader, { reference, kind, print }: Pick<Paper, 'reference' | 'kind' | 'print'>): Promise<Paper | undefined> {
  return reader
    .tables<PlanTables>()
    .selectFrom('published.plan_papers as paper')
    .select(['paper.reference', 'paper.kind', 'paper.print', 'paper.pdf', 'paper.bytes', 'paper.pages'])
    .where('paper.reference', '=', reference)
    .where('paper.kind', '=', kind)
    .where('paper.print', '=', print)
    .executeTakeFirst()
}
