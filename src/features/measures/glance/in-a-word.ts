import type { Variation } from '#core/statistics/xmr/series.ts'
import { pointOf, type MeasureSheet } from '../sheets/sheet.ts'
import { besideOthers } from './beside-others.ts'
import { brokenOff } from './broken-off.ts'
import { isSaid } from './icons-of.ts'
import { plainChange } from './plain-change.ts'

const signals: Readonly<Record<Variation, string>> = {
  'common-cause': 'no change beyond chance',
  'improving-high': 'getting better',
  'improving-low': 'getting better',
  'concerning-high': 'getting worse',
  'concerning-low': 'getting worse',
  'change-high': 'higher than by chance',
  'change-low': 'lower than by chance',
}

const besides = { better: 'better than', worse: 'worse than', similar: 'similar to', higher: 'higher than', lower: 'lower than' } as const

/** Is it getting worse, and compared with whom? As short as it can be said: "getting worse; similar to England". Nothing of a period without a figure. */
export function inAWord(sheet: MeasureSheet): string {
  if (pointOf(sheet)?.value === undefined) return ''
  return [...overTime(sheet), ...besideOther(sheet)].join('; ')
}

/** By the rules of chance, and of too few figures by arithmetic alone. */
function overTime(sheet: MeasureSheet): readonly string[] {
  const { variation } = sheet.judgement.time
  if (isSaid(variation)) return [signals[variation]]
  if (brokenOff(sheet) !== undefined) return ['a break before it']
  const change = plainChange(sheet)
  if (change === undefined) return []
  if (change.way === 'same') return ['as before']
  return [change.isWrongWay ? `${change.way}, the wrong way` : change.way]
}

/** The first of the others beside whom it can be judged; where nobody can tell chance from a difference, the figure of the first. */
function besideOther(sheet: MeasureSheet): readonly string[] {
  const judged = sheet.judgement.others.flatMap(({ found, name }) => (found.kind === 'none' ? [] : [`${besides[found.kind]} ${name}`]))
  const [beside] = besideOthers(sheet)
  return judged.length > 0 ? judged.slice(0, 1) : beside === undefined ? [] : [`${beside.name} ${beside.figure}`]
}
