import type { Limits } from '#core/statistics/xmr/limits.ts'
import type { ChartPoint } from '#platform/charts/series/series-chart.ts'
import { chartedPoints } from '../sheets/judged-sheet.ts'
import { seriesOf, type MeasureSheet } from '../sheets/sheet.ts'
import { periodName } from '../sheets/shown.ts'

/** The council's own series without a breakdown as charts draw it, each point with what the rules of chance found there. */
export function chartPoints(sheet: MeasureSheet): ChartPoint[] {
  const { definition, process } = sheet
  const judged = new Map(process?.points.map((point) => [point.period, point]))
  const rebased = new Map(definition.rebases.map(({ period, reason }) => [period, reason]))
  const own = seriesOf(sheet)
  return (own === undefined ? [] : chartedPoints(own, definition)).map(({ period, value, status, interval, target, brokenHere }) => ({
    label: periodName(period, definition),
    value,
    variation: judged.get(period)?.variation,
    segment: judged.get(period)?.segment,
    isProvisional: status === 'provisional',
    low: interval?.lower95,
    high: interval?.upper95,
    target,
    breakReason: brokenHere,
    rebaseReason: rebased.get(period),
  }))
}

/** Between which limits the process runs now; none where there are too few figures, or where they are rolling. */
export function lastLimits({ process }: Pick<MeasureSheet, 'process'>): Limits | undefined {
  return process?.segments.at(-1)?.limits
}
