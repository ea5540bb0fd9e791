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

/** So many measures are read at a time, so that nobody who asks for everything has it all held at once. */
const measuresAtOnce = 8

/**
 * The published figures that fit, up to `limit`, from the place on with which the part before ended; undefined where no part ended so. A part may hold fewer
 * than `limit` and still have a next one. Two queries.
 */
export async function figuresAsked(reader: Reader, asked: FiguresAsked, limit: number, after?: string): Promise<FiguresPart | undefined> {
  const place = after === undefined ? undefined : placeFrom(after)
  if (after !== undefined && place === undefined) return undefined
  const slugs = await publishedSlugs(reader, { measure: asked.measure, from: place?.measure, limit: measuresAtOnce + 1 })
  if (place !== undefined && slugs[0] !== place.measure) return undefined
  const part = slugs.slice(0, measuresAtOnce)
  const rows = longForm((await currentEntries(reader, part)).map(({ entry }) => entry)).filter((row) => fits(row, asked))
  const begin = place === undefined ? 0 : beginAfter(rows, place)
  if (begin === undefined) return undefined
  const items = rows.slice(begin, begin + limit)
  const last = items.at(-1)
  if (begin + limit < rows.length && last !== undefined) return { items, next: placeOf(last) }
  const following = slugs[measuresAtOnce]
  return following === undefined ? { items } : { items, next: following }
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

/** The address words of published measures from one on, in their order. */
async function publishedSlugs(reader: Reader, { measure, from, limit }: { readonly measure: string | undefined; readonly from: string | undefined; readonly limit: number }): Promise<readonly string[]> {
  const all = reader.tables<PublishedReleaseTables>().selectFrom('published.current_measures as current').select('current.measure').orderBy('current.measure').limit(limit)
  const named = measure === undefined ? all : all.where('current.measure', '=', measure)
  return (await (from === undefined ? named : named.where('current.measure', '>=', from)).execute()).map((row) => row.measure)
}
