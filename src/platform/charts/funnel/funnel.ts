import type { FunnelLimits } from '#core/statistics/funnel.ts'
import type { ChartHead } from '../drawing.ts'
import type { Layout } from '../layout.ts'
import type { Scale, ScaleSettings } from '../scale.ts'

export interface FunnelPoint {
  readonly name: string
  /** Of how many. */
  readonly of: number
  readonly value: number
  /** The reader's own place: named, and of a shape of its own. */
  readonly isOwn?: boolean | undefined
}

export interface FunnelChart extends ChartHead, Pick<ScaleSettings, 'isFromZero' | 'lowest' | 'highest'> {
  readonly points: readonly FunnelPoint[]
  /** What all of them have together. */
  readonly mean: { readonly name: string; readonly value: number }
  readonly limitsAt: (of: number) => FunnelLimits
  readonly format: (value: number) => string
  readonly formatOf: (of: number) => string
  /** What is counted along the lower axis: "Children in care". */
  readonly ofName: string
  readonly unit?: string | undefined
}

/** The field in which the places stand. */
export interface FunnelField {
  readonly chart: FunnelChart
  readonly layout: Layout
  readonly x: Scale
  readonly y: Scale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Whether a place lies outside its limits. */
export function beyond({ of, value }: FunnelPoint, { limitsAt }: FunnelChart, level: '95' | '998'): boolean {
  const limits = limitsAt(of)
  return value < limits[`lower${level}`] || value > limits[`upper${level}`]
}
