import { inPeriod } from '../../sheets/shown.ts'
import type { Ranked } from '../view/ranked.ts'

/** "Each rank is of the 10 shown."; of unlike numbers period by period. */
export function countedAmong({ periods, sizes, sheet: { definition } }: Pick<Ranked, 'periods' | 'sizes' | 'sheet'>): string {
  const unlike = new Set(sizes).size > 1
  const of = unlike ? sizes.map((size, index) => `the ${size} shown ${inPeriod(periods[index] ?? '', definition)}`).toReversed().join(', ') : `the ${sizes[0] ?? 0} shown`
  return `Each rank is of ${of}.`
}
