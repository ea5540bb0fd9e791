import { sql, type RawBuilder } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import { keyOf, type Observation } from './observation.ts'
import type { Standing } from './next-revision.ts'
import type { ObservationTables } from './tables.ts'

/** A figure to be written: the row of its file, and which revision it is. */
export interface Placed {
  readonly line: number | undefined
  readonly observation: Observation
  readonly revision: number
}

/** With what the figures came. */
export interface Load {
  readonly id: string
  readonly at: Date
}

/** A figure that is kept, and from where it came. */
export interface Kept extends Standing {
  readonly load: string
  readonly line: number | undefined
}

/** Stands between texts that are sent as one, and in none of them: a control character, which no file may hold. */
const between = '\u001F'

/** Texts as one parameter, which costs a fraction of an array; an empty one arrives as null. */
function column(texts: readonly (string | number)[]): RawBuilder<unknown> {
  return sql`string_to_array(${texts.join(between)}::text, ${between}::text, '')`
}

/** Writes figures in one statement and gives back how many were: one whose place is taken is left out. */
export async function insertFigures(tx: Transaction, figures: readonly Placed[], { id, at }: Load): Promise<number> {
  if (figures.length === 0) return 0
  const of = (read: (observation: Observation) => string | number | undefined) => column(figures.map(({ observation }) => read(observation) ?? ''))
  const written = await sql`
    insert into work.observations (measure, area, breakdown, period, revision, numerator, denominator, value, status, note, reason, entered_at, load, line)
    select given.measure, given.area, coalesce(given.breakdown, ''), given.period, given.revision::integer, given.numerator::numeric, given.denominator::numeric, given.value::numeric,
      given.status, coalesce(given.note, ''), coalesce(given.reason, ''), ${at}::timestamptz, ${id}::uuid, given.line::integer
    from unnest(
      ${of(({ measure }) => measure)}, ${of(({ area }) => area)}, ${of(({ breakdown }) => breakdown)}, ${of(({ period }) => period)}, ${column(figures.map(({ revision }) => revision))},
      ${of(({ numerator }) => numerator)}, ${of(({ denominator }) => denominator)}, ${of(({ value }) => value)}, ${of(({ status }) => status)},
      ${of(({ note }) => note)}, ${of(({ reason }) => reason)}, ${column(figures.map(({ line }) => line ?? ''))}
    ) as given (measure, area, breakdown, period, revision, numerator, denominator, value, status, note, reason, line)
    on conflict do nothing
  `.execute(tx.tables())
  return Number(written.numAffectedRows ?? 0)
}

/** Every revision that is kept of these figures, by their keys, the last in force. One query. */
export async function revisionsOf(tx: Transaction, figures: readonly Pick<Placed, 'observation'>[]): Promise<ReadonlyMap<string, readonly Kept[]>> {
  const of = (read: (observation: Observation) => string) => column(figures.map(({ observation }) => read(observation)))
  const { rows } = await sql<KeptRow>`
    select kept.measure, kept.area, kept.breakdown, kept.period, kept.revision, kept.numerator, kept.denominator, kept.value, kept.status, kept.note, kept.reason, kept.load, kept.line
    from (
      select distinct given.measure, given.area, coalesce(given.breakdown, '') as breakdown, given.period
      from unnest(${of(({ measure }) => measure)}, ${of(({ area }) => area)}, ${of(({ breakdown }) => breakdown)}, ${of(({ period }) => period)}) as given (measure, area, breakdown, period)
    ) as asked
    join work.observations as kept on kept.measure = asked.measure and kept.area = asked.area and kept.breakdown = asked.breakdown and kept.period = asked.period
    order by kept.revision
  `.execute(tx.tables())
  return grouped(rows.map(keptOf))
}

/** The columns that a reading of figures takes. */
export type KeptRow = Omit<ObservationTables['work.observations'], 'entered_at' | 'council'>

export function keptOf({ numerator, denominator, value, line, ...row }: KeptRow): Kept {
  return { ...row, numerator: numberOf(numerator), denominator: numberOf(denominator), value: numberOf(value), line: line ?? undefined }
}

function numberOf(text: string | null): number | undefined {
  return text === null ? undefined : Number(text)
}

function grouped(kept: readonly Kept[]): Map<string, Kept[]> {
  const byKey = new Map<string, Kept[]>()
  for (const one of kept) {
    const key = keyOf(one)
    const others = byKey.get(key)
    if (others === undefined) byKey.set(key, [one])
    else others.push(one)
  }
  return byKey
}
