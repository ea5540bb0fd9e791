import type { Limits } from '#core/statistics/xmr/limits.ts'
import type { Variation } from '#core/statistics/xmr/series.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { colours } from './colours.ts'
import { drawing, label, px } from './drawing.ts'
import { assuranceDrawing, assuranceTexts, iconSize, variationDrawing, variationTexts, type Assurance } from './icons.ts'
import { level, lineThrough } from './line.ts'
import { mark } from './mark.ts'
import { scaleOf, type Scale } from './scale.ts'
import { bandOf, lineStyles } from './series/series-lines.ts'
import { joined, type ChartPoint } from './series/series-chart.ts'
import { widthOf } from './text-width.ts'

/** A series at a glance: its shape, its last value, and what the rules of chance say of it. */
export interface SmallMultiple {
  readonly id: string
  /** What the series is, for readers who do not see it. */
  readonly title: string
  readonly points: readonly ChartPoint[]
  readonly format: (value: number) => string
  /** Of the last segment. */
  readonly limits?: Limits | undefined
  /** The icons; none where nothing can be said. */
  readonly variation?: Variation | undefined
  readonly assurance?: Assurance | undefined
}

/** The field that each is drawn in. */
export const smallSize = { width: 300, height: 64 } as const

const { width, height } = smallSize
const [edge, valueSize, textSize] = [4, 18, 14]
const field = { top: 8, bottom: 56 }

/** Its axis does not begin at zero: the shape is looked at, not the height. */
export function smallMultiple(chart: SmallMultiple): Html {
  return drawing({ id: chart.id, title: chart.title, description: inWords(chart), width, textSize, classes: 'gt-chart__small' }, [{ height, draw: () => smallField(chart) }])
}

/** What stands in the field: the line, and beside it the last value with its period and the icons. */
export function smallField(chart: Omit<SmallMultiple, 'id'>): Piece {
  const icons = iconsOf(chart)
  const { last, shown } = lastOf(chart)
  const iconsLeft = width - edge - icons.length * (iconSize + 4)
  const textWidth = Math.max(widthOf(shown, { size: valueSize, isBold: true }), widthOf(last?.label ?? '', { size: textSize }))
  const textLeft = iconsLeft - textWidth - 6
  return [
    sparkline(chart, [edge, textLeft - 10]),
    label({ x: textLeft, y: 30, text: shown, size: valueSize, isBold: true }),
    label({ x: textLeft, y: 49, text: last?.label ?? '', size: textSize, colour: colours.quiet }),
    icons.map((icon, place) => html`<g transform="translate(${px(iconsLeft + 4 + place * (iconSize + 4))} ${(height - iconSize) / 2})">${icon}</g>`),
  ]
}

function lastOf({ points, format }: Pick<SmallMultiple, 'points' | 'format'>): { readonly last: ChartPoint | undefined; readonly shown: string } {
  const last = points.findLast(({ value }) => value !== undefined)
  return { last, shown: last?.value === undefined ? 'no figure' : format(last.value) }
}

function iconsOf({ variation, assurance }: Pick<SmallMultiple, 'variation' | 'assurance'>): Html[] {
  return [...(variation === undefined ? [] : [variationDrawing(variation)]), ...(assurance === undefined ? [] : [assuranceDrawing(assurance)])]
}

function sparkline({ points, limits }: Pick<SmallMultiple, 'points' | 'limits'>, [left, right]: readonly [number, number]): Piece {
  const values = points.map(({ value }) => value)
  const scale = sparkScale(points, limits)
  const place = (index: number) => ({ x: left + ((index + 0.5) / points.length) * (right - left), y: scale.at(values[index] ?? 0) })
  const target = points.at(-1)?.target
  const last = points.findLastIndex(({ value }) => value !== undefined)
  const lines = joined(values, (index) => points[index]?.breakReason !== undefined)
  return [
    limits === undefined ? undefined : bandOf(limits, scale, [left, right]),
    limits === undefined ? undefined : level(scale.at(limits.mean), [left, right], { ...lineStyles.mean, width: 0.75 }),
    target === undefined ? undefined : level(scale.at(target), [left, right], { ...lineStyles.target, width: 1.5 }),
    lines.map(({ from, to }) => {
      const places = values.slice(from, to + 1).map((_, step) => place(from + step))
      return from === to ? mark(place(from), { radius: 2.5 }) : lineThrough(places, { ...lineStyles.series, width: 1.75 })
    }),
    last < 0 ? undefined : mark(place(last), { variation: points[last]?.variation, radius: 4.25, isHollow: points[last]?.isProvisional }),
  ]
}

function sparkScale(points: readonly ChartPoint[], limits: Limits | undefined): Scale {
  const values = [...points.map(({ value }) => value), points.at(-1)?.target, limits?.lower, limits?.upper].filter((value) => value !== undefined)
  return scaleOf(values, [field.bottom, field.top], { isFromZero: false, lines: 3 })
}

function inWords(chart: SmallMultiple): string {
  const { variation, assurance } = chart
  const { last, shown } = lastOf(chart)
  const said = [last === undefined ? 'No figure' : `Last figure ${shown} (${last.label}${last.isProvisional === true ? ', provisional' : ''})`]
  if (variation !== undefined) said.push(variationTexts[variation])
  if (assurance !== undefined) said.push(assuranceTexts[assurance])
  return said.map((sentence) => `${sentence}.`).join(' ')
}
