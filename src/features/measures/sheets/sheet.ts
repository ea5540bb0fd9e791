import type { Interval } from '#core/statistics/intervals/interval.ts'
import type { Judgement } from '#core/statistics/xmr/judgement.ts'
import type { NeighbourFigure } from '../comparators/neighbours.ts'
import type { Definition } from '../definitions/definition.ts'
import type { Status } from '../observations/observation.ts'
import type { SheetJudgement } from './sheet-judgement.ts'

/** Whether a figure is shown. Why one is hidden stands at no point: to tell small ones from those that would tell them would tell the figures. */
export type Confidentiality = 'open' | 'hidden'

/** The figure of a period with all that is said of it. A point without a value says why by its status or its confidentiality. */
export interface SheetPoint {
  /** As addresses write it: `2019-20-q4`. */
  readonly period: string
  readonly value?: number
  readonly numerator?: number
  readonly denominator?: number
  /** In the unit of the value. */
  readonly interval?: Pick<Interval, 'lower95' | 'upper95' | 'lower998' | 'upper998' | 'method'>
  readonly status: Status
  readonly confidentiality: Confidentiality
  readonly note?: string
  /** Which revision of the figure this is, from 1; none of a period of which nothing was ever given. */
  readonly revision?: number
  /** What stood before the last revision, and why it was changed. */
  readonly before?: { readonly value?: number; readonly status: Status; readonly reason: string }
  /** What the period was to reach, in the unit of the value: the target that is judged by. */
  readonly target?: number
  /** Why figures from here on are not like those before. */
  readonly brokenHere?: string
  /** Where the figure is made of those of the neighbours: how, and of how many. */
  readonly made?: Pick<NeighbourFigure, 'method' | 'used' | 'of'>
}

/** Whose figures: the council’s, England’s, its region’s, the neighbours’ together, or one of the neighbours’ for itself. */
export type Role = 'own' | 'england' | 'region' | 'neighbours' | 'neighbour'

export interface SheetSeries {
  readonly role: Role
  /** The code of the area, or `statistical-neighbours`. */
  readonly area: string
  /** As a reader says it: Worcestershire, England, Statistical neighbours. */
  readonly name: string
  /** `phase=primary`; empty for all. */
  readonly breakdown: string
  /** Of a neighbour: how like the council it is. */
  readonly closeness?: string
  /** In order of time. A period between the first and the last of which nothing was given is there without a value. */
  readonly points: readonly SheetPoint[]
}

/**
 * All that is known of a measure up to a period: the one thing of which page, chart, table, download and API are made. It holds nothing but what JSON holds,
 * so that what was published is kept as it was.
 */
export interface MeasureSheet {
  /** The version by which the figure of the period is counted. */
  readonly definition: Definition
  /** The versions that held before it, in order of time: older figures are counted by them. None of a measure that never had another. */
  readonly earlier?: readonly Definition[]
  /** The period that is judged, of the measure’s own frequency. */
  readonly asOf: string
  /** The council’s own series without a breakdown first. */
  readonly series: readonly SheetSeries[]
  readonly judgement: SheetJudgement
  /** Signal and noise in the council’s own series without a breakdown; none where it has no point. */
  readonly process?: Judgement
}

/** A series of the sheet; of the council’s own and of all where nothing is said. */
export function seriesOf({ series }: Pick<MeasureSheet, 'series'>, role: Role = 'own', breakdown = ''): SheetSeries | undefined {
  return series.find((one) => one.role === role && one.breakdown === breakdown)
}

/** Whether there is a figure for the period that is judged, for all together or for a part, be it hidden. */
export function hasFigureNow({ series, asOf }: Pick<MeasureSheet, 'series' | 'asOf'>): boolean {
  return series.some(({ role, points }) => role === 'own' && points.some((point) => point.period === asOf && isGiven(point)))
}

/** Whether figures are given for the parts of the measure alone, and none for all together. */
export function isOnlyInParts({ series }: Pick<MeasureSheet, 'series'>): boolean {
  const given = series.filter(({ role, points }) => role === 'own' && points.some(isGiven))
  return given.length > 0 && given.every(({ breakdown }) => breakdown !== '')
}

/** Whether there is a figure, be it hidden. */
export function isGiven({ value, confidentiality }: Pick<SheetPoint, 'value' | 'confidentiality'>): boolean {
  return value !== undefined || confidentiality !== 'open'
}

/** The point of a period; of the period that is judged where none is named. */
export function pointOf(sheet: Pick<MeasureSheet, 'series' | 'asOf'>, role: Role = 'own', breakdown = '', period = sheet.asOf): SheetPoint | undefined {
  return seriesOf(sheet, role, breakdown)?.points.find((point) => point.period === period)
}
