import type { Reader } from '#platform/database/database.ts'
import type { Fault } from '#core/outcome.ts'
import { nationalAreas, neighboursArea } from '../comparators/area.ts'
import { exampleOf, frequencies, periodOf } from '../definitions/frequencies.ts'
import { currentEntries } from '../releases/published-releases.ts'
import { measuresThatFit, type FiguresAsked } from './figures-that-fit.ts'

type Asked = Pick<FiguresAsked, 'measure' | 'area' | 'breakdown'>

/** What is wrong with a period that no frequency has; undefined where it is one. */
export function periodFault(period: string | undefined): Fault | undefined {
  if (period === undefined || frequencies.some((frequency) => periodOf(frequency, period, 'others') !== undefined)) return undefined
  return { field: 'period', found: period, message: `Give a period as its measure has it, such as ${frequencies.map(exampleOf).join(', ')}` }
}

/** Which word of a question that found nothing stands at no published figure at all; undefined where each is known and only together they fit none. */
export async function unknownWord(reader: Reader, { measure, area, breakdown }: Asked): Promise<Fault | undefined> {
  const isNowhere = async (asked: FiguresAsked) => (await measuresThatFit(reader, asked, undefined, 1)).length === 0
  if (measure !== undefined && (await currentEntries(reader, [measure])).length === 0) return { field: 'measure', found: measure, message: 'No measure of this name is published: /api/v1/measures lists them' }
  if (area !== undefined && !isStanding(area) && (await isNowhere({ area }))) return { field: 'area', found: area, message: `No published figure is of this area: give its code, such as E92000001 for England, or ${neighboursArea}` }
  if (breakdown !== undefined && breakdown !== 'all' && (await isNowhere({ breakdown }))) return { field: 'breakdown', found: breakdown, message: 'No published figure has this breakdown: give one as figures have it, such as phase=primary, or all' }
  return undefined
}

/** England, its regions and the neighbours together are known where nothing is published of them. */
function isStanding(area: string): boolean {
  return area === neighboursArea || nationalAreas.some(({ code }) => code === area)
}
