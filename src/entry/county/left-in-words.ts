import { faultLine } from '#core/outcome.ts'
import type { LoadedExample } from './load-example.ts'

/** Of each kind that was left so many reasons are said. */
const mostFaults = 3

/** What loading the example left as it stands, why, and how to have it whole all the same: a line each; none where nothing was left. */
export function leftInWords(left: LoadedExample['left']): readonly string[] {
  if (left.length === 0) return []
  const kinds = left.flatMap(({ what, refusal }) => [`Left as it is: ${what}. ${refusal.message}`, ...refusal.faults.slice(0, mostFaults).map((fault) => `  ${faultLine(fault)}`)])
  return [...kinds, 'What is published is never changed, nor what was worked on here. To have the example of this build whole, start it in a folder of its own: DATA_DIR=./new-example npm start']
}
