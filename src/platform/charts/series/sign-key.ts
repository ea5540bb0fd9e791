import type { Variation } from '#core/statistics/xmr/series.ts'
import type { KeyEntry } from '../key.ts'
import { level, upright } from '../line.ts'
import { mark } from '../mark.ts'
import { lineStyles } from './series-lines.ts'
import type { DrawnSeries } from './series-chart.ts'

const signs: readonly (readonly [of: readonly Variation[], text: string])[] = [
  [['common-cause'], 'no signal'],
  [['improving-high', 'improving-low'], 'improving'],
  [['concerning-high', 'concerning-low'], 'concerning'],
  [['change-high'], 'change, high'],
  [['change-low'], 'change, low'],
]

const provisional: KeyEntry = { text: 'provisional', sample: (middle) => mark(middle, { radius: 4.25, isHollow: true }) }
const range: KeyEntry = { text: '95 % range of each figure', sample: ({ x, y }) => upright(x, [y - 8, y + 8], lineStyles.range) }
const near: KeyEntry = { text: 'two thirds of the way to a limit', sample: ({ x, y }) => level(y, [x - 13, x + 13], lineStyles.near) }

/** What the shapes of points and the fine lines mean: those that this series has. */
export function signKey({ points, segments }: DrawnSeries): KeyEntry[] {
  const known = points.filter(({ value }) => value !== undefined)
  const entries: KeyEntry[] = signs.flatMap(([of, text]) => {
    const variation = known.find(({ variation }) => variation !== undefined && of.includes(variation))?.variation
    return variation === undefined ? [] : [{ text, sample: (middle) => mark(middle, { variation, radius: 4.5 }) }]
  })
  if (known.some(({ isProvisional }) => isProvisional)) entries.push(provisional)
  if (known.some(({ low, high }) => low !== undefined && high !== undefined)) entries.push(range)
  if (segments.some(({ limits }) => limits !== undefined)) entries.push(near)
  return entries
}
