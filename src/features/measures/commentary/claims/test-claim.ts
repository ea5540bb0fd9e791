import { seriesOf, type MeasureSheet } from '../../sheets/sheet.ts'
import { testAboutTarget } from './about-target.ts'
import { testBesideOthers } from './beside-others.ts'
import { testNoConcern, testToCome } from './beyond-figures.ts'
import type { Claim, Found, Sense, SenseApart, Verdict } from './claim.ts'
import { isExtreme } from './extremes.ts'
import { testGap } from './gap.ts'
import { testOfOpposite } from './of-opposite.ts'
import { testOverTime } from './over-time.ts'
import { testPartOfAll } from './part-of-all.ts'
import { isApart } from './senses-apart.ts'
import { speaksOf } from './subject/speaks-of.ts'

type Test = (claim: Claim, sheet: MeasureSheet) => Found

const turned: Readonly<Record<Verdict, Verdict>> = { supported: 'not-supported', 'not-supported': 'supported', 'cannot-tell': 'cannot-tell' }

const tests: Readonly<Record<Claim['about'], Test>> = { time: testOverTime, target: testAboutTarget, others: testBesideOthers }
const testsApart: Readonly<Record<SenseApart, Test>> = { narrowed: testGap, widened: testGap, 'top-part': testPartOfAll, 'bottom-part': testPartOfAll, 'to-come': testToCome, 'no-concern': testNoConcern }

/**
 * Holds a claim against the part of a measure’s judgement that it speaks of. What a claim denies is borne where what it denies is not. Where its words do not show that it speaks of the measure nothing is borne out, until
 * its author says of which measure it speaks.
 */
export function testClaim(claim: Claim, sheet: MeasureSheet, isTied = false): Found {
  const spoken = speaksOf(claim.subject.replaceAll(seriesOf(sheet)?.name ?? /$^/g, ' '), sheet.definition, isOfSize(claim.sense))
  if (spoken === 'opposite') return testOfOpposite(claim, sheet, tested)
  if (spoken === 'another' && !isTied) return { verdict: 'cannot-tell', because: `Its words do not show that it speaks of “${sheet.definition.name}”.`, isOfAnother: true }
  const found = tested(ofPerformance(claim, sheet), sheet)
  return claim.isNegated ? { ...found, verdict: turned[found.verdict] } : found
}

function tested(claim: Claim, sheet: MeasureSheet): Found {
  return isApart(claim.sense) ? testsApart[claim.sense](claim, sheet) : tests[claim.about](claim, sheet)
}

function isOfSize(sense: Sense): boolean {
  return sense === 'up' || sense === 'down' || (isExtreme(sense) && sense !== 'best' && sense !== 'worst')
}

/** Performance that goes up is good, though the figure of it be one that is to be low. */
function ofPerformance(claim: Claim, { definition: { polarity } }: MeasureSheet): Claim {
  if (polarity !== 'lower' || !/\b(?:performance|outcomes|standards|quality)\b/i.test(claim.subject)) return claim
  return claim.sense === 'up' ? { ...claim, sense: 'good' } : claim.sense === 'down' ? { ...claim, sense: 'bad' } : claim
}
