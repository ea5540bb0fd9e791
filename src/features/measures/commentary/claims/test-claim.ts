import type { MeasureSheet } from '../../sheets/sheet.ts'
import { testAboutTarget } from './about-target.ts'
import { testBesideOthers } from './beside-others.ts'
import type { Claim, Found, Verdict } from './claim.ts'
import { testOverTime } from './over-time.ts'

const turned: Readonly<Record<Verdict, Verdict>> = { supported: 'not-supported', 'not-supported': 'supported', 'cannot-tell': 'cannot-tell' }

const tests: Readonly<Record<Claim['about'], (claim: Claim, sheet: MeasureSheet) => Found>> = { time: testOverTime, target: testAboutTarget, others: testBesideOthers }

/** Holds a claim against the part of a measure’s judgement that it speaks of. What a claim denies is borne where what it denies is not. */
export function testClaim(claim: Claim, sheet: MeasureSheet): Found {
  const found = tests[claim.about](claim, sheet)
  return claim.isNegated ? { ...found, verdict: turned[found.verdict] } : found
}
