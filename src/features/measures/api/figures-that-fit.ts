import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import { periodOf, type Frequency } from '../definitions/frequencies.ts'
import type { FigureRow } from '../downloads/figure-row.ts'
import type { Status } from '../observations/observation.ts'
import type { PublishedReleaseTables } from '../releases/tables.ts'
import type { Role } from '../sheets/sheet.ts'

/** Which figures are asked for, by the words of their own rows. */
export interface FiguresAsked {
  readonly measure?: string | undefined
  readonly area?: string | undefined
  readonly period?: string | undefined
  readonly breakdown?: string | undefined
  readonly role?: Role | undefined
  readonly status?: Status | undefined
  /** Of periods that begin on this day or later. */
  readonly from?: string | undefined
  /** Of periods that end on this day or earlier. */
  readonly to?: string | undefined
}

export interface Fitting {
  readonly measure: string
  /** How many of its figures fit. */
  readonly figures: number
}

export function fits(row: FigureRow, { from, to, ...words }: FiguresAsked): boolean {
  const isSame = (name: 'area' | 'period' | 'breakdown' | 'role' | 'status') => words[name] === undefined || row[name] === words[name]
  return isSame('area') && isSame('period') && isSame('breakdown') && isSame('role') && isSame('status') && isWithin(row, { from, to })
}

/** Days sort as text. */
function isWithin(period: { readonly from: string | undefined; readonly to: string | undefined } | undefined, { from, to }: Pick<FiguresAsked, 'from' | 'to'>): boolean {
  return (from === undefined || (period?.from ?? '') >= from) && (to === undefined || (period?.to !== undefined && period.to <= to))
}

/** The published measures from one on that have a figure that fits, in the order of their address words, with how many they have; so many at most. One query. */
export async function measuresThatFit(reader: Reader, asked: FiguresAsked, start: string | undefined, most: number): Promise<readonly Fitting[]> {
  return asked.from === undefined && asked.to === undefined ? measuresByWords(reader, asked, start, most) : measuresByDays(reader, asked, start, most)
}

const ofSeries = '$.sheet.series[*] ? (($area == null || @.area == $area) && ($breakdown == null || @.breakdown == $breakdown) && ($role == null || @.role == $role))'
const ofPoints = 'points[*] ? (($period == null || @.period == $period) && ($status == null || @.status == $status))'

function wordsFor({ area, period, breakdown, role, status }: FiguresAsked): string {
  return JSON.stringify({ area: area ?? null, period: period ?? null, breakdown: breakdown === 'all' ? '' : (breakdown ?? null), role: role ?? null, status: status ?? null })
}

function published(reader: Reader, { measure }: FiguresAsked, start: string | undefined) {
  const all = reader
    .tables<PublishedReleaseTables>()
    .selectFrom('published.current_measures as current')
    .innerJoin('published.release_measures as entry', (join) =>
      join.onRef('entry.measure', '=', 'current.measure').onRef('entry.body', '=', 'current.body').onRef('entry.period', '=', 'current.period').onRef('entry.version', '=', 'current.version'),
    )
    .orderBy('current.measure')
  const named = measure === undefined ? all : all.where('current.measure', '=', measure)
  return start === undefined ? named : named.where('current.measure', '>=', start)
}

async function measuresByWords(reader: Reader, asked: FiguresAsked, start: string | undefined, most: number): Promise<readonly Fitting[]> {
  const [path, words] = [`${ofSeries}.${ofPoints}`, wordsFor(asked)]
  return published(reader, asked, start)
    .select(['current.measure', sql<number>`(select count(*)::int from jsonb_path_query(entry.document, ${path}::jsonpath, ${words}::text::jsonb))`.as('figures')])
    .where(sql<boolean>`jsonb_path_exists(entry.document, ${path}::jsonpath, ${words}::text::jsonb)`)
    .limit(most)
    .execute()
}

/** The database does not know on which days a period begins and ends: it counts by period, and those that fit are chosen here. */
async function measuresByDays(reader: Reader, asked: FiguresAsked, start: string | undefined, most: number): Promise<readonly Fitting[]> {
  const words = wordsFor(asked)
  const counted = await published(reader, asked, start)
    .innerJoinLateral(sql<{ series: unknown }>`jsonb_path_query(entry.document, ${ofSeries}::jsonpath, ${words}::text::jsonb)`.as<'part'>(sql`part(series)`), (join) => join.onTrue())
    .innerJoinLateral(sql<{ point: unknown }>`jsonb_path_query(part.series, ${`$.${ofPoints}`}::jsonpath, ${words}::text::jsonb)`.as<'of'>(sql`of(point)`), (join) => join.onTrue())
    .select(['current.measure', sql<Frequency>`entry.document#>>'{sheet,definition,frequency}'`.as('frequency'), sql<boolean>`part.series->>'role' = 'own'`.as('is_own'), sql<string>`of.point->>'period'`.as('period'), sql<number>`count(*)::int`.as('figures')])
    .groupBy(['current.measure', sql`2`, sql`3`, sql`4`])
    .execute()
  const within = counted.filter(({ frequency, is_own, period }) => isWithin(periodOf(frequency, period, is_own ? 'own' : 'others'), asked))
  return [...Map.groupBy(within, ({ measure }) => measure)].slice(0, most).map(([measure, all]) => ({ measure, figures: all.reduce((sum, { figures }) => sum + figures, 0) }))
}
