import type { MeasureSheet } from '../sheets/sheet.ts'
import { comparedPoints, shareOf } from './plain-change.ts'

/** The figure at an end of all that can be held beside it, by nothing but arithmetic. */
interface Extreme {
  readonly end: 'highest' | 'lowest'
  /** Whether an earlier figure is written alike. */
  readonly isShared: boolean
  /** Of how many figures, itself included. */
  readonly of: number
  /** At the end that nobody wants; never where neither is better. */
  readonly isWorst: boolean
  /** How far it lies from the other end, as a share of that. */
  readonly share: number
}

/** Of fewer figures one is soon the highest or the lowest. */
const fewest = 4

/** Whether the figure of the period is the highest or the lowest of those that can be compared with it; undefined where it is neither, where they are few, or where one of them is hidden, which may lie further out. */
export function extremeOf(sheet: Pick<MeasureSheet, 'definition' | 'series' | 'asOf'>): Extreme | undefined {
  const { definition } = sheet
  const { now, before } = comparedPoints(sheet)
  const written = (value: number) => Number(value.toFixed(definition.decimals))
  const earlier = before.flatMap(({ value }) => (value === undefined ? [] : written(value)))
  if (now?.value === undefined || definition.counting === 'year-to-date' || earlier.length + 1 < fewest || before.some(({ confidentiality }) => confidentiality !== 'open')) return undefined
  const own = written(now.value)
  const [low, high] = [Math.min(...earlier), Math.max(...earlier)]
  if (low === high && own === low) return undefined
  const end = own >= high ? 'highest' : own <= low ? 'lowest' : undefined
  if (end === undefined) return undefined
  return {
    end,
    isShared: earlier.includes(own),
    of: earlier.length + 1,
    isWorst: definition.polarity !== 'neither' && definition.polarity !== (end === 'highest' ? 'higher' : 'lower'),
    share: shareOf(own, end === 'highest' ? low : high),
  }
}

/** "the highest of the 12 figures published"; "none of the 7 figures published is lower" */
export function extremeInWords({ end, isShared, of }: Extreme, { series }: Pick<MeasureSheet, 'series'>): string {
  const isBroken = series[0]?.points.some(({ brokenHere }) => brokenHere !== undefined) === true
  const all = `of the ${of} figures ${isBroken ? 'that can be compared' : 'published'}`
  return isShared ? `none ${all} is ${end === 'highest' ? 'higher' : 'lower'}` : `the ${end} ${all}`
}
