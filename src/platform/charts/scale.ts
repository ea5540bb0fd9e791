import { nice, ticks } from 'd3-array'

/** Where values stand on an axis, and the round values at which lines help to read it. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  /** The place of a value on the drawing; beyond the axis it stays at its end. */
  at(value: number): number
  /** Whether the value lies on the axis. */
  has(value: number): boolean
}

export interface ScaleSettings {
  /** Whether the axis begins at zero: it does unless told otherwise, as a bar or a share without zero misleads. */
  readonly isFromZero?: boolean | undefined
  /** Values beyond which there is nothing, such as 0 and 100 for shares: the axis does not go there. */
  readonly lowest?: number | undefined
  readonly highest?: number | undefined
  /** About how many gridlines; never more than ten are drawn. */
  readonly lines: number
}

const mostLines = 10

/** An axis that holds all these values, drawn from `start` to `end`. */
export function scaleOf(values: readonly number[], [start, end]: readonly [start: number, end: number], settings: ScaleSettings): Scale {
  const [from, to] = ends(values, settings)
  const at = (value: number) => start + ((Math.min(Math.max(value, from), to) - from) / (to - from)) * (end - start)
  return { from, to, ticks: fewTicks(from, to, settings.lines), at, has: (value) => value >= from && value <= to }
}

function ends(values: readonly number[], { isFromZero = true, lowest = -Infinity, highest = Infinity, lines }: ScaleSettings): [number, number] {
  const all = [...values.filter(Number.isFinite), ...(isFromZero ? [0] : [])].map((value) => Math.min(Math.max(value, lowest), highest))
  const [low, high] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)]
  const [from, to] = low === high ? around(low, lowest, highest) : [low, high]
  const [niceFrom, niceTo] = nice(from, to, lines)
  return [Math.max(niceFrom, lowest), Math.min(niceTo, highest)]
}

/** Room about a single value. */
function around(value: number, lowest: number, highest: number): [number, number] {
  const room = value === 0 ? 1 : Math.abs(value) / 10
  const [below, above] = [Math.max(value - room, lowest), Math.min(value + room, highest)]
  return value === 0 && above > 0 ? [0, above] : [below, above]
}

function fewTicks(from: number, to: number, lines: number): number[] {
  for (let asked = lines; asked > 1; asked -= 1) {
    const found = ticks(from, to, asked)
    if (found.length <= mostLines) return found
  }
  return [from, to]
}
