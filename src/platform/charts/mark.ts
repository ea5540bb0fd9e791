import type { Variation } from '#core/statistics/xmr/series.ts'
import type { Html } from '#platform/pages/html.ts'
import { colours } from './colours.ts'
import { px } from './drawing.ts'
import type { Place } from './line.ts'
import { filled } from './shapes.ts'

type Shape = 'disc' | 'square' | 'diamond' | 'upward-triangle' | 'downward-triangle'

interface Look {
  readonly shape: Shape
  readonly colour: string
}

const improving: Look = { shape: 'square', colour: colours.improving }
const concerning: Look = { shape: 'diamond', colour: colours.concerning }

/** A point of a chart and the icon of a table are the same shape in the same colour. */
export const looks: Readonly<Record<Variation, Look>> = {
  'common-cause': { shape: 'disc', colour: colours.series },
  'improving-high': improving,
  'improving-low': improving,
  'concerning-high': concerning,
  'concerning-low': concerning,
  'change-high': { shape: 'upward-triangle', colour: colours.change },
  'change-low': { shape: 'downward-triangle', colour: colours.change },
}

interface MarkSettings {
  readonly variation?: Variation | undefined
  /** Half of its height, about. */
  readonly radius: number
  /** Drawn as an outline, as a provisional figure is. */
  readonly isHollow?: boolean | undefined
}

/** The point of a series: without a variation it is a disc. */
export function mark({ x, y }: Place, { variation = 'common-cause', radius, isHollow = false }: MarkSettings): Html {
  const { shape, colour } = looks[variation]
  const classes = `gt-chart__mark gt-chart__mark--${variation}${isHollow ? ' gt-chart__hollow' : ''}`
  const paint = isHollow ? { fill: colours.paper, stroke: { colour, width: 1.75 } } : { fill: colour, stroke: { colour: colours.paper, width: 0.75 } }
  return filled(outlineOf(shape, x, y, radius), { classes, ...paint })
}

/** The outline of a shape about a middle, all of about the same area. */
export function outlineOf(shape: Shape, x: number, y: number, radius: number): string {
  const half = (across: number) => `a${px(radius)} ${px(radius)} 0 1 0 ${px(across)} 0`
  if (shape === 'disc') return `M${px(x - radius)} ${px(y)}${half(2 * radius)}${half(-2 * radius)}Z`
  const corners = cornersOf(shape).map(([right, down]) => `${px(x + right * radius)} ${px(y + down * radius)}`)
  return `M${corners.join('L')}Z`
}

function cornersOf(shape: Exclude<Shape, 'disc'>): readonly (readonly [right: number, down: number])[] {
  if (shape === 'square') return [[-1, -1], [1, -1], [1, 1], [-1, 1]]
  if (shape === 'diamond') return [[0, -1.4], [1.4, 0], [0, 1.4], [-1.4, 0]]
  const tip = shape === 'upward-triangle' ? -1.35 : 1.35
  return [[0, tip], [1.3, -tip * 0.75], [-1.3, -tip * 0.75]]
}
