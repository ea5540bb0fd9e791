import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { Claim, Found, Sense, Verdict } from './claim.ts'
import { instead } from './own-figures.ts'

const turned: Readonly<Partial<Record<Sense, Sense>>> = { up: 'down', down: 'up', highest: 'lowest', lowest: 'highest' }

/**
 * Tests what is said of the opposite of what a measure counts: "delays fell" beside the share that was in time. It is not borne out where the figures speak against it. They never bear it out, since they count the
 * other side: its author can say it of the measure.
 */
export function testOfOpposite(claim: Claim, sheet: MeasureSheet, test: (claim: Claim, sheet: MeasureSheet) => Found): Found {
  const other = turned[claim.sense]
  const asWritten = test(claim, sheet)
  const ofMeasure = other === undefined ? asWritten : test({ ...claim, sense: other }, sheet)
  const isAgainst = ofMeasure.verdict === 'not-supported' || (other !== undefined && asWritten.verdict === 'supported')
  const verdict: Verdict = isAgainst ? 'not-supported' : ofMeasure.verdict
  const isNotBorne = verdict === (claim.isNegated ? 'supported' : 'not-supported')
  const because = 'It speaks of the opposite of what this measure counts'
  if (!isNotBorne) return { verdict: 'cannot-tell', because: `${because}, and the figures of this cannot bear it out.`, ...instead(sheet) }
  return { verdict: 'not-supported', because: `${because}. ${(ofMeasure.verdict === 'not-supported' ? ofMeasure : asWritten).because}`, ...instead(sheet) }
}
