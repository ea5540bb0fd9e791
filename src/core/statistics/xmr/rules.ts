import type { Limits } from './limits.ts'
import { runsOf, type Flag, type Measured, type Run } from './series.ts'

/** So many in a row make a shift or a trend (NHS England, Making Data Count). */
const inARow = 7

/** The points, by place in the series, at which each rule found something; rules cross neither a gap nor a rebase. */
export function flagsOf(points: readonly Measured[], limits: Limits, beyondCounts: boolean): ReadonlyMap<number, readonly Flag[]> {
  const runs = runsOf(points)
  const found: readonly (readonly [Flag, ReadonlySet<number>])[] = [
    ['outside', new Set(points.filter(({ value }) => isOutside(value, limits)).map(({ at }) => at))],
    ['trend', new Set(runs.flatMap(trends))],
    ['two-in-three', new Set(runs.flatMap((run) => twoInThree(run, limits, beyondCounts)))],
    ['shift', new Set(runs.flatMap((run) => shifts(run, limits.mean)))],
  ]
  return new Map(points.map(({ at }) => [at, found.filter(([, places]) => places.has(at)).map(([flag]) => flag)]))
}

function isOutside(value: number, { lower, upper }: Limits): boolean {
  return value < lower || value > upper
}

/** Seven in a row strictly on one side of the mean; a point on the mean ends it. */
function shifts(run: Run, mean: number): number[] {
  return inRow(run, inARow, ({ value }) => Math.sign(value - mean))
}

/** Seven points, each strictly above (or each strictly below) the one before; a tie ends it. */
function trends(run: Run): number[] {
  const places = windows(run, inARow).filter((seven) => {
    const steps = new Set(seven.slice(1).map(({ value }, index) => Math.sign(value - (seven[index]?.value ?? value))))
    return steps.size === 1 && !steps.has(0)
  })
  return places.flat().map(({ at }) => at)
}

/** Two of three in a row beyond the near line, all three on that side of the mean: the points beyond it are found. */
function twoInThree(run: Run, limits: Limits, beyondCounts: boolean): number[] {
  return windows(run, 3).flatMap((three) => {
    const side = Math.sign((three[0]?.value ?? limits.mean) - limits.mean)
    if (side === 0 || three.some(({ value }) => Math.sign(value - limits.mean) !== side)) return []
    const beyond = three.filter(({ value }) => (value < limits.nearLower || value > limits.nearUpper) && (beyondCounts || !isOutside(value, limits)))
    return beyond.length < 2 ? [] : beyond.map(({ at }) => at)
  })
}

/** The points of every stretch of at least so many with the same side, which is not none. */
function inRow(run: Run, length: number, sideOf: (point: Measured) => number): number[] {
  return windows(run, length)
    .filter((stretch) => {
      const sides = new Set(stretch.map(sideOf))
      return sides.size === 1 && !sides.has(0)
    })
    .flat()
    .map(({ at }) => at)
}

function windows(run: Run, length: number): Run[] {
  return run.length < length ? [] : Array.from({ length: run.length - length + 1 }, (_, start) => run.slice(start, start + length))
}
