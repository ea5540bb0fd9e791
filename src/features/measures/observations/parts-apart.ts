import { sql } from 'kysely'
import { given } from '#core/given.ts'
import type { Fault } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { Definition } from '../definitions/definition.ts'

/** A whole and its parts by one dimension, of which something was written. */
interface Apart {
  readonly measure: string
  readonly period: string
  readonly breakdowns: readonly string[]
  readonly dimension: string
  readonly sum: string
  readonly whole: string
  readonly line: number | null
  readonly load: string
}

const most = 200

/**
 * Counts that these loads wrote and whose parts are now more than their whole, or are all given and another sum: the first 200. They may be counted so, as where a child is in several parts; so they
 * are told, not refused. One query.
 */
export async function partsApart(tx: Transaction, loads: readonly string[], measures: readonly Definition[], files: ReadonlyMap<string, string | undefined>): Promise<readonly Fault[]> {
  const counts = new Map(measures.filter(({ unit, decimals }) => unit === 'count' && decimals === 0).map((definition) => [definition.slug, definition]))
  if (counts.size === 0) return []
  const { rows } = await sql<Apart>`
    with standing as (
      select distinct on (kept.measure, kept.area, kept.breakdown, kept.period) kept.measure, kept.area, kept.breakdown, kept.period, kept.value, kept.load, kept.line
      from work.observations as kept
      where kept.measure = any(${[...counts.keys()]}::text[])
        and exists (
          select from work.observations as written
          where written.measure = kept.measure and written.area = kept.area and written.period = kept.period and written.load = any(${[...loads]}::uuid[])
        )
      order by kept.measure, kept.area, kept.breakdown, kept.period, kept.revision desc
    ), parts as (
      select standing.*, split_part(part, '=', 1) as dimension, array_to_string(array_remove(string_to_array(standing.breakdown, ';'), part), ';') as over
      from standing cross join unnest(string_to_array(standing.breakdown, ';')) as part
      where standing.breakdown <> ''
    ), sums as (
      select parts.measure, parts.area, parts.period, parts.dimension, parts.over, sum(parts.value) as sum, bool_and(parts.value is not null) as is_given,
        array_agg(parts.breakdown order by parts.breakdown) as breakdowns, max(parts.line) filter (where parts.load = any(${[...loads]}::uuid[])) as line,
        (array_agg(parts.load) filter (where parts.load = any(${[...loads]}::uuid[])))[1] as load
      from parts
      group by parts.measure, parts.area, parts.period, parts.dimension, parts.over
    )
    select sums.measure, sums.period, sums.breakdowns, sums.dimension, sums.sum, whole.value as whole, coalesce(sums.line, whole.line) as line, coalesce(sums.load, whole.load) as load
    from sums join standing as whole on whole.measure = sums.measure and whole.area = sums.area and whole.period = sums.period and whole.breakdown = sums.over
    where (sums.sum > whole.value or (sums.sum < whole.value and sums.is_given)) and (sums.load is not null or whole.load = any(${[...loads]}::uuid[]))
    order by sums.measure, sums.period, sums.dimension
    limit ${most}
  `.execute(tx.tables())
  return rows.filter((row) => !isInPart(row, counts.get(row.measure))).map((row) => apartFault(row, files.get(row.load)))
}

/** Parts that the definition names and that nobody has given yet may be what is left of the whole. */
function isInPart({ sum, whole, dimension, breakdowns }: Apart, definition: Definition | undefined): boolean {
  const declared = definition?.breakdowns.find(({ name }) => name === dimension)
  return Number(sum) < Number(whole) && declared !== undefined && declared.values.length > breakdowns.length
}

function apartFault({ measure, period, breakdowns, sum, whole, line }: Apart, file: string | undefined): Fault {
  const message = `${measure}, ${period}: ${breakdowns.join(', ')} add up to ${Number(sum)}, and the whole is ${Number(whole)}. It was loaded; correct the part or the whole, unless they are counted otherwise.`
  return { ...given('file', file), ...given('row', line ?? undefined), field: 'value', found: String(Number(sum)), message }
}
