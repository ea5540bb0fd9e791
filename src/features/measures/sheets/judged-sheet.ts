import { daysBetween } from '#core/dates.ts'
import { judge } from '#core/statistics/xmr/judge.ts'
import type { Judgement } from '#core/statistics/xmr/judgement.ts'
import type { Conventions } from '#core/statistics/xmr/series.ts'
import { comparePeriods } from '#core/periods/period-order.ts'
import { given } from '#core/given.ts'
import type { Definition } from '../definitions/definition.ts'
import { kindOf, periodOf } from '../definitions/frequencies.ts'
import { rebaseAt, targetsIn } from '../definitions/in-force.ts'
import { againstOthers } from '../judgement/against-others.ts'
import { againstTarget, type JudgedFigure } from '../judgement/against-target.ts'
import { inWords } from './judgement-in-words.ts'
import { noteBeside } from './process-and-target.ts'
import { isJudgedWorse, ragOf } from './rag.ts'
import { seriesOf, type MeasureSheet, type SheetPoint, type SheetSeries } from './sheet.ts'
import type { BesideOther, SheetJudgement } from './sheet-judgement.ts'
import { periodName } from './shown.ts'

/** The sheet as it is before anything is said of it. */
export type Unjudged = Pick<MeasureSheet, 'definition' | 'earlier' | 'asOf' | 'series'>

/**
 * Judges a measure in three parts from its series as they are: against its target, over time, and against others. What has been hidden meanwhile takes part in
 * nothing that is said, so a sheet is judged again once it is protected.
 */
export function judgedSheet({ definition, earlier, asOf, series }: Unjudged): MeasureSheet {
  const own = seriesOf({ series })
  const process = own === undefined ? undefined : processOf(own, definition)
  const point = own?.points.find(({ period }) => period === asOf)
  const target = targetPart(point, asOf, definition)
  const parts = { target, time: timePart(process, target), others: othersPart(point, series, { definition, asOf }) }
  const isKnown = point?.value !== undefined
  const rag = ragOf(parts, { isKnown, polarity: definition.polarity })
  const words = inWords({ ...parts, ...rag, point, isInParts: isInParts(series, asOf), asOf, definition })
  return { definition, ...given('earlier', earlier), asOf, series, judgement: { ...parts, rag: rag.rag, ...words, isException: isJudgedWorse(rag) }, ...given('process', process) }
}

function isInParts(series: readonly SheetSeries[], asOf: string): boolean {
  return series.some(({ role, breakdown, points }) => role === 'own' && breakdown !== '' && points.some(({ period, value }) => period === asOf && value !== undefined))
}

/** The rules by which a measure's series is judged, as its definition keeps them. Figures that hold part of the one before cannot be told from chance. */
export function conventionsOf({ polarity, chart, counting }: Definition): Conventions {
  const { baseline, screen, beyondCounts } = chart
  return { polarity, ...given('baseline', baseline), screen, beyondCounts, ...(counting === 'rolling' || counting === 'year-to-date' ? { overlap: counting } : {}) }
}

/** The points that a chart of the series shows: of the measure's own kind of period, the outturn of a year stands apart. */
export function chartedPoints({ points }: Pick<SheetSeries, 'points'>, { frequency }: Pick<Definition, 'frequency'>): readonly SheetPoint[] {
  return points.filter(({ period }) => periodOf(frequency, period)?.kind === kindOf(frequency))
}

/** New limits begin where that was decided, and at a break, since what stands on both sides of it is not of one kind. */
function processOf(own: SheetSeries, definition: Definition): Judgement | undefined {
  const points = chartedPoints(own, definition)
  if (points.length === 0) return undefined
  const series = points.map(({ period, value, target, brokenHere }) => ({
    period,
    value,
    ...given('target', target),
    isRebase: brokenHere !== undefined || rebaseAt(definition, { slug: period }) !== undefined,
  }))
  const found = judge(series, conventionsOf(definition))
  return { ...found, note: withNames(found.note, points, definition) }
}

/** Periods in a sentence as a reader says them. */
function withNames(note: string, points: readonly SheetPoint[], definition: Definition): string {
  const named = new Map(points.map(({ period }) => [period, periodName(period, definition)]))
  return note.replaceAll(/\d{4}(?:-[a-z0-9]+)*/g, (word) => named.get(word) ?? word)
}

function figureOf(point: SheetPoint | undefined): JudgedFigure {
  return { value: point?.value, ...given('interval', point?.interval) }
}

function targetPart(point: SheetPoint | undefined, asOf: string, definition: Definition): SheetJudgement['target'] {
  const period = periodOf(definition.frequency, asOf)
  const of = period === undefined ? undefined : targetsIn(definition, period)[0]
  return { found: againstTarget(figureOf(point), of?.value, definition.polarity), ...given('of', of) }
}

function timePart(process: Judgement | undefined, { found }: SheetJudgement['target']): SheetJudgement['time'] {
  if (process === undefined) return { variation: 'too-short', assurance: 'none', note: 'No figure is known yet.' }
  const { variation, assurance } = process
  return { variation, assurance, note: noteBeside(process, found) }
}

const besides = ['neighbours', 'england', 'region'] as const

function othersPart(point: SheetPoint | undefined, series: readonly SheetSeries[], { definition, asOf }: Pick<Unjudged, 'definition' | 'asOf'>): readonly BesideOther[] {
  return besides.flatMap((role): BesideOther[] => {
    const other = seriesOf({ series }, role)
    if (other === undefined) return []
    const beside = besidePoint(other, asOf, definition)
    return [{ role, name: other.name, ...given('period', beside?.period), found: againstOthers(figureOf(point), beside?.value, definition.polarity) }]
  })
}

/** For how long a figure of others is held beside ours: what is known of a year comes late. */
const oldestDays = 750

/** The others' figure for our period, or else their last before it, of two years ago at the most. */
export function besidePoint({ points }: Pick<SheetSeries, 'points'>, asOf: string, { frequency }: Pick<Definition, 'frequency'>): SheetPoint | undefined {
  const ours = periodOf(frequency, asOf)
  if (ours === undefined) return undefined
  const dated = points.flatMap((point) => {
    const period = periodOf(frequency, point.period, 'others')
    return point.value === undefined || period === undefined || period.to > ours.to ? [] : [{ point, period }]
  })
  const beside = dated.find(({ period }) => period.slug === asOf) ?? dated.toSorted((one, other) => comparePeriods(one.period, other.period)).at(-1)
  return beside === undefined || daysBetween(beside.period.to, ours.to) > oldestDays ? undefined : beside.point
}
