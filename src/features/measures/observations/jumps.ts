import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database.ts'
import type { Definition } from '../definitions/definition.ts'
import { timesAYear } from '../definitions/frequencies.ts'

/** A figure that was written, beside the one before it in its series. */
export interface Jump {
  readonly measure: string
  readonly period: string
  readonly line: number | null
  readonly load: string
  readonly value: number
  readonly before: number
  readonly periodBefore: string
  readonly hasNote: boolean
  /** Whether the two are a hundred times apart, or a thousand where it is money: more likely a slip of the unit than a change. */
  readonly isSlip: boolean
}

/** From so large a count on ten times as much is worth a look. */
const smallestCount = 20
const most = 200

/**
 * The figures of these loads that are ten times the figure before them or more, or a tenth or less; the first 200 by their rows. Of figures that add up over the year the one
 * before is that of the year before. Where a break in the series is recorded nothing is said. One query.
 */
export async function jumpsIn(tx: Transaction, loads: readonly string[], measures: readonly Definition[]): Promise<readonly Jump[]> {
  const compared = measures.map(({ slug, unit, counting, frequency }) => ({ slug, floor: unit === 'count' ? smallestCount : 0, step: counting === 'year-to-date' ? timesAYear(frequency) : 1 }))
  const breaks = measures.flatMap(({ slug, breaks, rebases }) => [...breaks, ...rebases].map(({ period }) => `${slug}|${period}`))
  const units = new Map(measures.map(({ slug, unit }) => [slug, unit]))
  const { rows } = await sql<Omit<Jump, 'isSlip' | 'value' | 'before'> & { readonly value: string; readonly before: string }>`
    select near.measure, near.period, near.line, near.load, near.value, near.before, near.period_before as "periodBefore", near.has_note as "hasNote"
    from (
      select standing.*, lag(standing.value, asked.step) over series as before, lag(standing.period, asked.step) over series as period_before, asked.floor
      from (
        select kept.measure, kept.area, kept.breakdown, kept.period, kept.line, kept.load, kept.value, kept.note <> '' or kept.reason <> '' as has_note,
          lead(kept.revision) over (partition by kept.measure, kept.area, kept.breakdown, kept.period order by kept.revision) as later
        from work.observations as kept
        where kept.measure = any(${compared.map(({ slug }) => slug)}::text[]) and kept.period not like '%-outturn'
      ) as standing
      join unnest(${compared.map(({ slug }) => slug)}::text[], ${compared.map(({ floor }) => floor)}::integer[], ${compared.map(({ step }) => step)}::integer[]) as asked (slug, floor, step) on asked.slug = standing.measure
      where standing.later is null and standing.value is not null
      window series as (partition by standing.measure, standing.area, standing.breakdown order by standing.period)
    ) as near
    where near.load = any(${[...loads]}::uuid[]) and near.value * near.before > 0 and greatest(abs(near.value), abs(near.before)) >= greatest(10 * least(abs(near.value), abs(near.before)), near.floor)
      and near.measure || '|' || near.period <> all(${breaks}::text[])
    order by near.line limit ${most}
  `.execute(tx.tables())
  return rows.map((row) => {
    const [value, before] = [Number(row.value), Number(row.before)]
    return { ...row, value, before, isSlip: isSlip(units.get(row.measure), value, before) }
  })
}

/** How many times apart two figures are where one is likely in another unit. */
function isSlip(unit: Definition['unit'] | undefined, value: number, before: number): boolean {
  const times = Math.max(value / before, before / value)
  if (unit === 'percent' || unit === 'rate' || unit === 'ratio') return times >= 80 && times <= 125
  return unit === 'pounds' && times >= 800 && times <= 1250
}
