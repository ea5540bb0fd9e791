import { sql } from 'kysely'
import type { Reader } from '#platform/database/database.ts'
import { longForm } from '../downloads/long-form.ts'
import type { FigureRow } from '../downloads/figure-row.ts'
import { currentEntries } from '../releases/published-releases.ts'
import type { PublishedReleaseTables } from '../releases/tables.ts'

/** Which figures are asked for, by the words of their own rows. */
interface FiguresAsked {
  readonly measure?: string | undefined
  readonly area?: string | undefined
  readonly period?: string | undefined
  readonly breakdown?: string | undefined
}

interface FiguresPart {
  readonly items: readonly FigureRow[]
  readonly next?: string
}

/** At most so many measures are read at a time, so that nobody who asks for everything has it all held at once. */
const measuresAtOnce = 40

/**
 * The published figures that fit, up to `limit`, from the place on with which the part before ended; undefined where no part ended so. A measure without a figure that fits is passed over, so that no part
 * is empty that has a next one. Two queries.
 */
export async function figuresAsked(reader: Reader, asked: FiguresAsked, limit: number, after?: string): Promise<FiguresPart | undefined> {
  const place = after === undefined ? undefined : placeFrom(after)
  if (after !== undefined && place === undefined) return undefined
  const found = await measuresThatFit(reader, asked, place?.measure)
  if (place !== undefined && found[0]?.measure !== place.measure) return undefined
  const part = found.slice(0, Math.min(enough(found, limit, place), measuresAtOnce)).map(({ measure }) => measure)
  const rows = longForm((await currentEntries(reader, part)).map(({ entry }) => entry)).filter((row) => fits(row, asked))
  const begin = place === undefined ? 0 : beginAfter(rows, place)
  if (begin === undefined) return undefined
  const items = rows.slice(begin, begin + limit)
  const last = items.at(-1)
  if (begin + limit < rows.length && last !== undefined) return { items, next: placeOf(last) }
  const following = found[part.length]?.measure
  return following === undefined ? { items } : { items, next: following }
}

/** Of how many measures the figures fill a part. Of one that was begun in the part before, nobody knows here how many are left. */
function enough(found: readonly Fitting[], limit: number, place: Place | undefined): number {
  const counts = found.map(({ figures }, index) => (index === 0 && place?.row !== undefined ? 0 : figures))
  const filled = counts.findIndex((_, index) => counts.slice(0, index + 1).reduce((sum, count) => sum + count, 0) >= limit)
  return filled < 0 ? found.length : filled + 1
}

function fits(row: FigureRow, { area, period, breakdown }: FiguresAsked): boolean {
  return (area === undefined || row.area === area) && (period === undefined || row.period === period) && (breakdown === undefined || row.breakdown === breakdown)
}

interface Place {
  readonly measure: string
  /** The row of the measure with which the part before ended; the measure begins here where there is none. */
  readonly row?: string
}

function placeOf(row: FigureRow): string {
  return `${row.measure} ${rowKey(row)}`
}

function rowKey({ area, breakdown, period, role }: FigureRow): string {
  return [role, area, breakdown, period].join('|')
}

function placeFrom(text: string): Place | undefined {
  const [, measure, row] = /^([a-z0-9-]{1,200})(?: (.+))?$/.exec(text) ?? []
  return measure === undefined ? undefined : { measure, ...(row === undefined ? {} : { row }) }
}

function beginAfter(rows: readonly FigureRow[], { measure, row }: Place): number | undefined {
  if (row === undefined) return 0
  const found = rows.findIndex((one) => one.measure === measure && rowKey(one) === row)
  return found < 0 ? undefined : found + 1
}

interface Fitting {
  readonly measure: string
  /** How many of its figures fit. */
  readonly figures: number
}

const fitting = '$.sheet.series[*] ? (($area == null || @.area == $area) && ($breakdown == null || @.breakdown == $breakdown)).points[*] ? ($period == null || @.period == $period)'

/** The published measures from one on that have a figure that fits, in the order of their address words, with how many they have: one more than are read at a time. */
async function measuresThatFit(reader: Reader, { measure, area, period, breakdown }: FiguresAsked, from: string | undefined): Promise<readonly Fitting[]> {
  const words = JSON.stringify({ area: area ?? null, period: period ?? null, breakdown: breakdown === 'all' ? '' : (breakdown ?? null) })
  const all = reader
    .tables<PublishedReleaseTables>()
    .selectFrom('published.current_measures as current')
    .innerJoin('published.release_measures as entry', (join) =>
      join.onRef('entry.measure', '=', 'current.measure').onRef('entry.body', '=', 'current.body').onRef('entry.period', '=', 'current.period').onRef('entry.version', '=', 'current.version'),
    )
    .select(['current.measure', sql<number>`(select count(*)::int from jsonb_path_query(entry.document, ${fitting}::jsonpath, ${words}::text::jsonb))`.as('figures')])
    .where(sql<boolean>`jsonb_path_exists(entry.document, ${fitting}::jsonpath, ${words}::text::jsonb)`)
    .orderBy('current.measure')
    .limit(measuresAtOnce + 1)
  const named = measure === undefined ? all : all.where('current.measure', '=', measure)
  return (from === undefined ? named : named.where('current.measure', '>=', from)).execute()
}
