import type { Reader } from '#platform/database/database.ts'
import { longForm } from '../downloads/long-form.ts'
import type { FigureRow } from '../downloads/figure-row.ts'
import { currentEntries } from '../releases/published-releases.ts'
import { fits, measuresThatFit, type FiguresAsked, type Fitting } from './figures-that-fit.ts'

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
  const found = await measuresThatFit(reader, asked, place?.measure, measuresAtOnce + 1)
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
