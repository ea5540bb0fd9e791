import { periodBefore, yearBefore } from '#core/periods/period-order.ts'
import type { Period } from '#core/periods/period.ts'
import { periodOf } from '../../definitions/frequencies.ts'
import { chartedPoints } from '../../sheets/judged-sheet.ts'
import { pointOf, seriesOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { inPeriod, periodName, shownValue } from '../../sheets/shown.ts'
import type { Found, NumberInText, Since } from './claim.ts'

/** A figure of the measure’s own that is known. */
export interface OwnFigure {
  readonly period: string
  readonly value: number
}

/** The council’s own figures up to the period that is judged, those without a value left out, in order of time. */
export function ownFigures(sheet: MeasureSheet): readonly OwnFigure[] {
  const own = seriesOf(sheet)
  if (own === undefined) return []
  return chartedPoints(own, sheet.definition).flatMap(({ period, value }) => (value === undefined ? [] : [{ period, value }]))
}

/** The figure of the period that is judged. */
export function figureNow(sheet: MeasureSheet): OwnFigure | undefined {
  const value = pointOf(sheet)?.value
  return value === undefined ? undefined : { period: sheet.asOf, value }
}

export function periodOfSheet({ definition, asOf }: MeasureSheet): Period | undefined {
  return periodOf(definition.frequency, asOf)
}

/** The earlier figure that somebody holds the present one beside; undefined where there is none, and for the period before one whose figure holds it. */
export function figureSince(sheet: MeasureSheet, since: Since): OwnFigure | undefined {
  if (since.kind === 'unknown') return undefined
  const period = periodOfSheet(sheet)
  if (since.kind === 'before' && sheet.definition.counting !== 'year-to-date') return ownFigures(sheet).findLast(({ period: of }) => of !== sheet.asOf)
  if (since.kind === 'period-before' && sheet.definition.counting === 'year-to-date') return undefined
  const slug = since.kind === 'period' ? since.period : period && (since.kind === 'period-before' ? periodBefore(period) : yearBefore(period))?.slug
  return ownFigures(sheet).find((figure) => figure.period === slug)
}

/** "5.2% in Q4 2019/20", "12 on 31 Mar 2020" */
export function said({ period, value }: OwnFigure, { definition }: MeasureSheet): string {
  return `${shownValue(value, definition)} ${inPeriod(period, definition)}`
}

/** Whether a number that somebody wrote is this value, rounded to the decimals with which they wrote it. */
export function isSaid({ value, decimals }: Pick<NumberInText, 'value' | 'decimals'>, figure: number): boolean {
  return Math.abs(figure - value) <= 0.5 * 10 ** -decimals + 1e-9
}

/** Why two figures cannot be held beside each other: the series was broken after the first; undefined where it was not. */
export function breakBetween(before: OwnFigure, now: OwnFigure, sheet: MeasureSheet): string | undefined {
  const points = seriesOf(sheet)?.points ?? []
  const [from, to] = [before, now].map((figure) => points.findIndex(({ period }) => period === figure.period))
  const broken = points.slice((from ?? 0) + 1, (to ?? 0) + 1).find(({ brokenHere }) => brokenHere !== undefined)
  return broken && `Figures from ${periodName(broken.period, sheet.definition)} on are not like those before: ${broken.brokenHere ?? ''}`
}

/** A plain comparison that could be written instead, in quotation marks; nothing where no figure is known. */
export function instead(sheet: MeasureSheet): Pick<Found, 'instead'> {
  const now = figureNow(sheet)
  if (now === undefined) return {}
  const [before] = (['year-before', 'period-before'] as const).flatMap((kind) => figureSince(sheet, { kind }) ?? []).filter((figure) => breakBetween(figure, now, sheet) === undefined)
  if (before === undefined) return { instead: `“was ${said(now, sheet)}”` }
  const than = before.period === figureSince(sheet, { kind: 'year-before' })?.period ? 'a year before' : inPeriod(before.period, sheet.definition)
  const [shown, shownBefore] = [shownValue(now.value, sheet.definition), shownValue(before.value, sheet.definition)]
  if (shown === shownBefore) return { instead: `“was ${shown}, as ${than}”` }
  return { instead: `“was ${now.value > before.value ? 'higher' : 'lower'} than ${than}, ${shown} against ${shownBefore}”` }
}
