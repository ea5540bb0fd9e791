import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { ObservationTables, Source } from '../tables.ts'
import type { Finding } from './findings.ts'

/** With what figures came, and what was worth a look in it. */
export interface LoadKept {
  readonly id: string
  readonly what: Source
  readonly enteredAt: Date
  /** The person; none where a command or a job brought them. */
  readonly by?: string
  readonly figures: number
  readonly findings: number
}

/** A finding, and whether its figure was given otherwise since. */
export interface FindingKept extends Finding {
  readonly isChangedSince: boolean
}

interface PersonTable {
  'access.person': { id: string; name: string }
}

const batch = 500

/** Keeps what was worth a look in a load with it, in its order, behind so many that are kept already. */
export async function keepFindings(tx: Transaction, load: string, findings: readonly Finding[], from: number): Promise<void> {
  const rows = findings.map(({ kind, figure, file, row, field, found, message }, place) => ({ load, place: from + place, kind, ...figure, file: file ?? null, line: row ?? null, field: field ?? null, found: found ?? null, message }))
  for (let at = 0; at < rows.length; at += batch) await tx.tables<ObservationTables>().insertInto('work.load_findings').values(rows.slice(at, at + batch)).execute()
}

function loads(reader: Reader) {
  return reader
    .tables<ObservationTables & PersonTable>()
    .selectFrom('work.observation_loads as load')
    .leftJoin('access.person as person', (join) => join.on(sql<boolean>`load.entered_by = 'person:' || person.id::text`))
    .select((query) => [
      'load.id', 'load.what', 'load.entered_at', 'load.figures', 'person.name',
      query.selectFrom('work.load_findings as finding').whereRef('finding.load', '=', 'load.id').select(query.fn.countAll<string>().as('count')).as('findings'),
    ])
}

type LoadRow = Awaited<ReturnType<ReturnType<typeof loads>['execute']>>[number]

function loadOf({ id, what, entered_at, figures, name, findings }: LoadRow): LoadKept {
  return { id, what, enteredAt: entered_at, ...given('by', name), figures, findings: Number(findings) }
}

/** The files that were loaded last, the newest first, or those before the load `after`. One query. */
export async function lastLoads(reader: Reader, { after, limit }: { readonly after: string | undefined; readonly limit: number }): Promise<readonly LoadKept[]> {
  const all = loads(reader).where('load.what', '!=', 'page').orderBy('load.entered_at', 'desc').orderBy('load.id', 'desc').limit(limit)
  const before = after === undefined ? all : all.where(sql<boolean>`(load.entered_at, load.id) < (select other.entered_at, other.id from work.observation_loads as other where other.id::text = ${after})`)
  return (await before.execute()).map(loadOf)
}

/** One load; undefined where there is none. One query. */
export async function loadKept(reader: Reader, id: string): Promise<LoadKept | undefined> {
  const row = await loads(reader).where(sql<boolean>`load.id::text = ${id}`).executeTakeFirst()
  return row && loadOf(row)
}

/** What was worth a look in a load. One query. */
export async function findingsKept(reader: Reader, load: string): Promise<readonly FindingKept[]> {
  const rows = await reader
    .tables<ObservationTables>()
    .selectFrom('work.load_findings as finding')
    .select(['finding.kind', 'finding.measure', 'finding.area', 'finding.breakdown', 'finding.period', 'finding.file', 'finding.line', 'finding.field', 'finding.found', 'finding.message'])
    .select(sql<boolean>`exists (
      select from work.observations as later join work.observations as own using (council, measure, area, breakdown, period)
      where own.load = finding.load and own.measure = finding.measure and own.area = finding.area and own.breakdown = finding.breakdown and own.period = finding.period and later.revision > own.revision
    )`.as('is_changed'))
    .where('finding.load', '=', load)
    .orderBy('finding.place')
    .execute()
  return rows.map(({ kind, measure, area, breakdown, period, file, line, field, found, message, is_changed }) => ({
    kind, figure: { measure, area, breakdown, period }, ...given('file', file), ...given('row', line), ...given('field', field), ...given('found', found), message, isChangedSince: is_changed,
  }))
}
