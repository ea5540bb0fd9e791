import type { MeasureSheet } from '../../../sheets/sheet.ts'

/** What somebody who would know a hidden number knows of numbers: between which whole ones each lies, and which of them add up to what. */
export interface Riddle {
  readonly ranges: ReadonlyMap<string, readonly [lowest: number, highest: number]>
  /** Factors of numbers whose sum is nothing. */
  readonly equations: readonly (readonly (readonly [name: string, factor: number])[])[]
}

type Ranges = Map<string, readonly [number, number]>

/** Whether a number could lie here, by trying: ranges are narrowed by every equation, and then the number with the narrowest range is guessed until all fit or none does. */
export function couldLie(riddle: Riddle, name: string, lowest: number, highest = most): boolean {
  const [least, greatest] = riddle.ranges.get(name) ?? [0, most]
  const range = [Math.max(least, lowest), Math.min(greatest, highest)] as const
  return range[0] <= range[1] && fits(riddle, new Map(riddle.ranges).set(name, range))
}

function fits(riddle: Riddle, given: Ranges): boolean {
  const ranges = narrowed(riddle, given)
  if (ranges === undefined) return false
  const open = [...ranges].filter(([, [lowest, highest]]) => lowest < highest).toSorted(([, one], [, other]) => one[1] - one[0] - (other[1] - other[0]))[0]
  if (open === undefined) return true
  const [name, [lowest, highest]] = open
  for (let guess = lowest; guess <= highest; guess += 1) if (fits(riddle, new Map(ranges).set(name, [guess, guess]))) return true
  return false
}

/** Takes from each range what no equation allows, until nothing more goes; undefined where nothing is left of one. */
function narrowed({ equations }: Riddle, given: Ranges): Ranges | undefined {
  const ranges = new Map(given)
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const terms of equations) {
      for (const [name, factor] of terms) {
        const others = terms.filter(([other]) => other !== name).map(([other, by]) => ends(ranges, other, by))
        const [least, most] = [others.reduce((sum, [low]) => sum + low, 0), others.reduce((sum, [, high]) => sum + high, 0)]
        const [lowest, highest] = ranges.get(name) ?? [0, 0]
        const allowed: readonly [number, number] = factor > 0 ? [Math.max(lowest, -most), Math.min(highest, -least)] : [Math.max(lowest, least), Math.min(highest, most)]
        if (allowed[0] > allowed[1]) return undefined
        isChanged ||= allowed[0] > lowest || allowed[1] < highest
        ranges.set(name, allowed)
      }
    }
  }
  return ranges
}

function ends(ranges: Ranges, name: string, factor: number): readonly [number, number] {
  const [lowest, highest] = ranges.get(name) ?? [0, 0]
  return factor > 0 ? [lowest, highest] : [-highest, -lowest]
}

/** More children than any figure of a test has. */
export const most = 400

/** Everything that can be read of numbers in what is public: each by measure, area, breakdown, period, part and revision. */
export function readPublic(sheets: readonly MeasureSheet[]): Map<string, readonly [number, number]> {
  const known: Ranges = new Map()
  for (const { definition, series } of sheets)
    for (const { role, area, breakdown, points } of series)
      for (const point of points)
        for (const part of ['value', 'numerator', 'denominator'] as const) {
          const key = `${definition.slug}|${area}|${breakdown}|${point.period}|${part}`
          const count = point[part]
          const isRounded = (role === 'england' || role === 'region') && count !== 0
          if (count !== undefined) known.set(`${key}@${point.revision}`, isRounded ? [Math.max(count - 5, 6), count + 4] : [count, count])
          if (count !== undefined && point.before?.value !== undefined && part === 'value') known.set(`${key}@${(point.revision ?? 1) - 1}`, [point.before.value, point.before.value])
        }
  return known
}

/** What is known of numbers by name: as it is public, or else one at least where it is a count by itself, as nought would be shown, and nought at least in a share. */
export function rangesOf(names: readonly string[], known: ReadonlyMap<string, readonly [number, number]>): Map<string, readonly [number, number]> {
  return new Map(names.map((name) => [name, known.get(name) ?? [name.includes('|value@') ? 1 : 0, most]]))
}
