import { addDays, type LocalDate } from '#core/dates.ts'
import { parsePeriod, type Period } from '#core/periods/period.ts'
import type { Reader } from '#platform/database/database.ts'
import { commentariesOf } from '../commentary/store/read-commentaries.ts'
import { commentaryId } from '../commentary/model/commentary.ts'
import type { ComparatorTables } from '../comparators/tables.ts'
import type { Definition } from '../definitions/definition.ts'
import { periodOf } from '../definitions/frequencies.ts'
import { definitionsOn } from '../definitions/keep-definitions.ts'
import type { ObservationTables } from '../observations/tables.ts'
import type { Status } from '../observations/observation.ts'
import { lastPeriodBy } from '../sheets/last-period.ts'

/** The council's own last figure of a measure: of all together, or of a part where the period has none of all. */
interface LastFigure {
  readonly period: string
  readonly value: number | undefined
  readonly status: Status
  readonly isOfAll: boolean
}

/** A measure as it stands in the work. */
export interface MeasureInWork {
  readonly definition: Definition
  readonly last: LastFigure | undefined
  /** The last period whose figure could be known by today and is not there. */
  readonly late: Period | undefined
  /** Whether the owner has signed for the last figure’s period. */
  readonly isConfirmed: boolean
}

/** Every measure as it is defined today, with its last figure, what is late, and whether it is confirmed; by name. Three queries. */
export async function measuresInWork(reader: Reader, today: LocalDate): Promise<readonly MeasureInWork[]> {
  const definitions = await definitionsOn(reader, today)
  const last = await lastFigures(reader)
  const signed = await commentariesOf(reader, [...last].map(([measure, { period }]) => ({ measure, period })))
  const isSigned = (measure: string, period: string) => signed.get(commentaryId({ measure, period }))?.standing.state === 'signed'
  return definitions
    .map((definition): MeasureInWork => {
      const figure = last.get(definition.slug)
      return { definition, last: figure, late: latePeriod(definition, figure, today), isConfirmed: figure !== undefined && isSigned(definition.slug, figure.period) }
    })
    .toSorted((one, other) => one.definition.name.localeCompare(other.definition.name, 'en-GB'))
}

/** One query. */
async function lastFigures(reader: Reader): Promise<ReadonlyMap<string, LastFigure>> {
  const rows = await reader
    .tables<ObservationTables & ComparatorTables>()
    .selectFrom('work.observations as kept')
    .innerJoin('work.areas as area', (join) => join.onRef('area.code', '=', 'kept.area').on('area.is_own', '=', true))
    .select(['kept.measure', 'kept.period', 'kept.value', 'kept.status', 'kept.breakdown'])
    .where('kept.period', 'not like', '%-outturn')
    .distinctOn('kept.measure')
    .orderBy('kept.measure')
    .orderBy('kept.period', 'desc')
    .orderBy('kept.breakdown')
    .orderBy('kept.revision', 'desc')
    .execute()
  return new Map(rows.map(({ measure, period, value, status, breakdown }) => [measure, { period, value: value === null ? undefined : Number(value), status, isOfAll: breakdown === '' }]))
}

/** By its lag, the figure of this period should be known by today; undefined where it is, and of days, which follow no rule. */
export function latePeriod(definition: Definition, last: Pick<LastFigure, 'period'> | undefined, today: LocalDate): Period | undefined {
  const until = parsePeriod(addDays(today, -definition.lag.days), 'day')
  const due = until === undefined ? undefined : lastPeriodBy(definition, until)
  if (due === undefined) return undefined
  const first = definition.firstPeriod === undefined ? undefined : periodOf(definition.frequency, definition.firstPeriod)
  if (first !== undefined && due.to < first.to) return undefined
  const known = last === undefined ? undefined : periodOf(definition.frequency, last.period)
  return known === undefined || known.to < due.to ? due : undefined
}
