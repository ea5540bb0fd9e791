import { sql, type RawBuilder } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { Observation } from './observation.ts'

/** A figure to be written: the row of its file, and which revision it is. */
interface Placed {
  readonly line: number | undefined
  readonly observation: Observation
  readonly revision: number
}

/** With what the figures came. */
interface Load {
  readonly id: string
  readonly at: Date
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
