import type { MeasureSheet } from '../sheets/sheet.ts'

/** A figure that the public does not see, for staff only. */
export interface HiddenFigure {
  readonly measure: string
  readonly area: string
  readonly breakdown: string
  readonly period: string
  /** It is small, it would tell a small one, or it is made of one that is hidden. */
  readonly reason: 'primary' | 'secondary' | 'inherited'
  /** Between which counts everything that is public leaves it; infinite where nothing bounds it. */
  readonly lowest: number
  readonly highest: number
  /** All numbers that are hidden with it: the value as it would be shown, numerator and denominator. */
  readonly numbers: readonly number[]
}

/** Sheets as the public may have them. */
export interface ProtectedSheets {
  readonly sheets: readonly MeasureSheet[]
  readonly hidden: readonly HiddenFigure[]
  /** By which rule: `one-to-five v1`. */
  readonly policy: string
}
