import { yearBefore } from '#core/periods/period-order.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { kindOf, periodOf } from '../../definitions/frequencies.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { periodName } from '../../sheets/shown.ts'
import type { Claim, Found, Sense } from './claim.ts'
import { betterSide } from './compared-figures.ts'
import { breakBetween, figureNow, ownFigures, periodOfSheet, said, type OwnFigure } from './own-figures.ts'

export type Extreme = 'highest' | 'lowest' | 'best' | 'worst'

export function isExtreme(sense: Sense): sense is Extreme {
  return sense === 'highest' || sense === 'lowest' || sense === 'best' || sense === 'worst'
}

/** At which end of the figures a claim puts one; nowhere where it judges and neither side is better. */
function sideOf(sense: Sense, { definition }: MeasureSheet): 'highest' | 'lowest' | undefined {
  if (sense === 'highest' || sense === 'lowest') return sense
  const side = betterSide(sense === 'best' ? 'good' : 'bad', definition.polarity)
  return side && (side === 'up' ? 'highest' : 'lowest')
}

/** "The highest", of the figures that are known, as far back as is said. */
export function testExtreme({ sense, reach }: Claim, sheet: MeasureSheet): Found {
  const side = sideOf(sense, sheet)
  if (side === undefined) return { verdict: 'cannot-tell', because: 'Neither higher nor lower is better of this measure, so none is the best or the worst.' }
  const now = figureNow(sheet)
  const reached = reach === 'unknown' ? undefined : firstDay(reach, sheet)
  if (now === undefined) return { verdict: 'cannot-tell', because: `There is no figure for ${periodName(sheet.asOf, sheet.definition)}.` }
  if (reached === undefined) return { verdict: 'cannot-tell', because: 'The check does not know since when is meant. Give it as “since Q1 2017/18”, “since 2017/18” or “for five years”.' }
  const all = ownFigures(sheet)
  const within = all.filter((figure) => figure.period === now.period || (dayOf(figure, sheet) ?? '') >= reached)
  const first = within[0]
  if (within.length < 2 || first === undefined) return { verdict: 'cannot-tell', because: 'There is no other figure to compare with.' }
  const isFarEnough = reach === undefined || (dayOf(all[0] ?? first, sheet) ?? '9') <= reached
  const broken = breakBetween(first, now, sheet)
  if (broken !== undefined) return { verdict: 'cannot-tell', because: broken }
  const beyond = within.find((figure) => figure.period !== now.period && (side === 'highest' ? figure.value > now.value : figure.value < now.value))
  if (beyond !== undefined) return { verdict: 'not-supported', because: `It was ${side === 'highest' ? 'higher' : 'lower'} before: ${said(beyond, sheet)}, and ${said(now, sheet)}.` }
  const known = `Of the ${within.length} figures that are known since ${periodName(first.period, sheet.definition)}, ${said(now, sheet)} is the ${side}`
  if (!isFarEnough) return { verdict: 'cannot-tell', because: `${known}, but nothing older is held here.` }
  const isShared = within.some((figure) => figure.period !== now.period && figure.value === now.value)
  return { verdict: 'supported', because: `${known}${isShared ? ', with another that is the same' : ''}.` }
}

function dayOf({ period }: OwnFigure, { definition }: MeasureSheet): string | undefined {
  return periodOf(definition.frequency, period)?.to
}

/** The first day on which a period that counts may end; the beginning of all where nothing is said. */
function firstDay(reach: Exclude<Claim['reach'], 'unknown'>, sheet: MeasureSheet): string | undefined {
  if (reach === undefined) return ''
  if ('from' in reach) return (periodOf(sheet.definition.frequency, reach.from) ?? parsePeriod(reach.from, kindOf(sheet.definition.frequency)))?.from
  let period = periodOfSheet(sheet)
  for (let year = 0; year < reach.years && period !== undefined; year++) period = yearBefore(period)
  return period?.to
}
