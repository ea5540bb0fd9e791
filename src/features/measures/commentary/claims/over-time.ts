import { overlapWords } from '#core/statistics/xmr/judgement-words.ts'
import type { SheetJudgement } from '../../sheets/sheet-judgement.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { periodName } from '../../sheets/shown.ts'
import type { Claim, Found, Sense, SenseApart } from './claim.ts'
import { comparedFigures, reachedElsewhere } from './compared-figures.ts'
import { borneAsArithmetic } from './bad-news.ts'
import { isExtreme, testExtreme, type Extreme } from './extremes.ts'
import { figureNow, instead } from './own-figures.ts'
import { isApart } from './senses-apart.ts'

/**
 * Tests what is said of a measure over time. "Improved" and "worsened" are borne only by a signal of the chart, since chance moves every figure; so is "rose" or "fell" that names
 * nothing to compare with; under thirteen points bad news may rest on arithmetic. A comparison of two figures that names both, by number or by period, is checked as arithmetic.
 */
export function testOverTime(claim: Claim, sheet: MeasureSheet): Found {
  if (isExtreme(claim.sense)) return testExtreme(claim, sheet)
  const elsewhere = reachedElsewhere(claim, sheet)
  if (elsewhere !== undefined) return elsewhere
  const compared = claim.needsSignal || claim.isSignificant ? undefined : comparedFigures(claim, sheet)
  if (compared?.verdict !== 'not-supported' || claim.sense !== 'same' || isExact(claim)) return compared ?? testSignal(claim, sheet)
  const signal = testSignal(claim, sheet)
  return { ...signal, because: `${compared.because} ${signal.because}` }
}

/** "Similar" and "stable" leave room for chance; these do not. */
function isExact({ said: words }: Claim): boolean {
  return /\b(?:same|unchanged|equal|level)\b/i.test(words)
}

type Variation = SheetJudgement['time']['variation']

/** Which variations bear a claim. */
const bearing: Readonly<Record<Exclude<Sense, Extreme | SenseApart | 'vague'>, (variation: Variation) => boolean>> = {
  good: (variation) => variation.startsWith('improving'),
  bad: (variation) => variation.startsWith('concerning'),
  up: (variation) => variation.endsWith('-high'),
  down: (variation) => variation.endsWith('-low'),
  same: (variation) => variation === 'common-cause' || variation === 'constant',
  change: (variation) => /-(?:high|low)$/.test(variation),
}

function testSignal(claim: Claim, sheet: MeasureSheet): Found {
  const { sense } = claim
  if (isExtreme(sense) || isApart(sense) || sense === 'vague') return { verdict: 'cannot-tell', because: 'It is not said against what.' }
  const { variation, note } = sheet.judgement.time
  if (figureNow(sheet) === undefined) return { verdict: 'cannot-tell', because: `There is no figure for ${periodName(sheet.asOf, sheet.definition)}, so nothing shows how it went.` }
  if (sheet.definition.polarity === 'neither' && (sense === 'good' || sense === 'bad')) return { verdict: 'not-supported', because: 'Neither higher nor lower is better of this measure, so it neither improves nor worsens.', ...instead(sheet) }
  const arithmetic = variation === 'too-short' ? borneAsArithmetic(claim, sheet) : undefined
  if (arithmetic !== undefined) return arithmetic
  if (variation === 'too-short') return { verdict: 'cannot-tell', because: `There are too few figures to tell a change from chance: ${lowered(note)}`, ...instead(sheet) }
  if (variation === 'rolling' || variation === 'year-to-date') return { verdict: 'cannot-tell', because: `${overlapWords[variation]}, so no rule of chance can say whether it changed.`, ...instead(sheet) }
  const isBorne = bearing[sense](variation)
  return { verdict: isBorne ? 'supported' : 'not-supported', because: variationInWords(variation), ...(isBorne || sense === 'same' ? {} : instead(sheet)) }
}

function variationInWords(variation: Variation): string {
  if (variation === 'common-cause') return 'The chart shows no signal: the figure moves as chance alone would move it.'
  if (variation === 'constant') return 'The figure does not move.'
  const side = variation.endsWith('-high') ? 'higher' : 'lower'
  if (variation.startsWith('improving')) return `The chart shows an improving signal: ${side} than chance alone would bring.`
  if (variation.startsWith('concerning')) return `The chart shows a concerning signal: ${side} than chance alone would bring.`
  return `The chart shows a signal: ${side} than chance alone would bring, of which neither side is better.`
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
