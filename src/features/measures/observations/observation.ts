import type { Fault } from '#core/outcome.ts'

/** How sure a figure is, or why there is none. */
export const statuses = ['provisional', 'final', 'revised', 'not-available', 'not-applicable'] as const
export type Status = (typeof statuses)[number]

/** The columns of an `observations` file. */
export const columnsNeeded = ['measure', 'period', 'area', 'breakdown', 'numerator', 'denominator', 'value', 'status', 'note'] as const
export type Column = (typeof columnsNeeded)[number] | 'reason'

/** A row as somebody gives it: texts, by column. */
export type RowGiven = Readonly<Record<Column, string>>

/** Which figure: of what, where, of whom and when. */
export interface FigureKey {
  readonly measure: string
  /** The code of an area, or `statistical-neighbours`. */
  readonly area: string
  /** `phase=primary;district=redditch`, in the order of the definition; empty for all. */
  readonly breakdown: string
  /** As addresses write it: `2019-20-q4`. */
  readonly period: string
}

/** A figure of a period, in the unit of its measure. Without a value its status says why. */
export interface Observation extends FigureKey {
  readonly numerator: number | undefined
  readonly denominator: number | undefined
  readonly value: number | undefined
  readonly status: Status
  /** A footnote for whoever reads the figure; empty where there is none. */
  readonly note: string
  /** Why it takes the place of another; empty where it takes none. */
  readonly reason: string
}

/** What is wrong in a row, by column. */
export interface CellFault extends Pick<Fault, 'found' | 'message'> {
  readonly field: Column
}

export function keyOf({ measure, area, breakdown, period }: FigureKey): string {
  return `${measure}|${area}|${breakdown}|${period}`
}

export function hasFigure(status: Status): boolean {
  return status !== 'not-available' && status !== 'not-applicable'
}
