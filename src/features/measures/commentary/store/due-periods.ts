import { addDays, type LocalDate } from '#core/dates.ts'
import { periodBefore } from '#core/periods/period-order.ts'
import type { Period } from '#core/periods/period.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ComparatorTables } from '../../comparators/tables.ts'
import type { Definition } from '../../definitions/definition.ts'
import { periodOf } from '../../definitions/frequencies.ts'
import { definitionsOn } from '../../definitions/keep-definitions.ts'
import type { ObservationTables } from '../../observations/tables.ts'
import { lastPeriodBy } from '../../sheets/last-period.ts'
import type { CommentaryKey } from '../model/commentary.ts'

/** A period of a measure that its owner has to confirm. */
export interface DuePeriod extends CommentaryKey {
  readonly definition: Definition
}

interface Due {
  /** The quarter whose figures are coming in. */
  readonly until: Period
  readonly periods: readonly DuePeriod[]
}

/** What is to be confirmed now: of each measure the period that is judged at the end of the quarter whose figures are coming in, as far as the council has a figure of it. Two queries. */
export async function duePeriods(reader: Reader, today: LocalDate): Promise<Due> {
  const definitions = await definitionsOn(reader, today)
  const given = Map.groupBy(await ownPeriods(reader), ({ measure }) => measure)
  const measures = definitions.map((definition) => ({ definition, periods: (given.get(definition.slug) ?? []).flatMap(({ period }) => periodOf(definition.frequency, period) ?? []).filter(({ to, kind }) => to <= today && kind !== 'outturn') }))
  const until = lastQuarterOf(measures.flatMap(({ periods }) => periods), today)
  const periods = measures.flatMap(({ definition, periods: own }): DuePeriod[] => {
    const last = own.filter(({ to }) => to <= until.to).toSorted((one, other) => (one.to < other.to ? -1 : 1)).at(-1)
    return last !== undefined && isJudgedAt(last, definition, until) && !isOld(last, until) ? [{ measure: definition.slug, period: last.slug, definition }] : []
  })
  return { until, periods }
}

/** The periods of each measure for which a figure of the council’s own was given. */
function ownPeriods(reader: Reader): Promise<readonly CommentaryKey[]> {
  return reader
    .tables<ObservationTables & ComparatorTables>()
    .selectFrom('work.observations as kept')
    .innerJoin('work.areas as area', (join) => join.onRef('area.code', '=', 'kept.area').on('area.is_own', '=', true))
    .select(['kept.measure', 'kept.period'])
    .distinct()
    .execute()
}

/** The last quarter that is over and of which some month or quarter has a figure; without one the last that is over. */
function lastQuarterOf(periods: readonly Period[], today: LocalDate): Period {
  const day = periods.flatMap(({ kind, to }) => (kind === 'quarter' || kind === 'month' ? [to] : [])).toSorted().at(-1) ?? today
  const quarter = lastPeriodBy({ frequency: 'quarter' }, { kind: 'day', slug: day, from: day, to: day })
  if (quarter === undefined) throw new Error(`No quarter before ${day}`)
  return quarter
}

/** A figure of a year before waits for nobody: it was published without being confirmed, or is not the matter of this quarter. */
const longestWait = 400

/** Whether a period ended so long before another that nobody is asked to confirm it any more. */
export function isOld(period: Pick<Period, 'to'>, until: Pick<Period, 'to'>): boolean {
  return addDays(period.to, longestWait) < until.to
}

/** Whether this is the period of the measure that is judged at the end of another: the last by then, the one before where the last cannot be known yet, or any day. */
function isJudgedAt(period: Period, definition: Definition, until: Period): boolean {
  const last = lastPeriodBy(definition, until)
  if (last === undefined || last.slug === period.slug) return true
  return last.kind !== until.kind && addDays(last.to, definition.lag.days) > until.to && periodBefore(last)?.slug === period.slug
}
