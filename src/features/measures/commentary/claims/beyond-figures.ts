import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { Claim, Found } from './claim.ts'

/** What is to come no figure shows. */
export function testToCome(): Found {
  return { verdict: 'cannot-tell', because: 'What is to come no figure can show.', instead: '“we aim to meet the target”' }
}

/** That nobody need worry is not borne out where the measure is one to look at first; otherwise no figure can say it. */
export function testNoConcern(_: Claim, { judgement }: MeasureSheet): Found {
  const isConcerning = judgement.isException || judgement.time.variation.startsWith('concerning')
  return isConcerning ? { verdict: 'not-supported', because: judgement.sentence } : { verdict: 'cannot-tell', because: 'Whether something is a cause for concern no figure can say.' }
}
