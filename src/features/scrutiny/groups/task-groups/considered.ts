import type { FinalReport, Recommendation } from './task-group.ts'

/** A recommendation with its number in the report, from 1. */
export interface Numbered extends Recommendation {
  readonly number: number
}

/** A report without the rest of the group. */
type Report = Pick<FinalReport, 'recommendations' | 'considered'>

/**
 * The recommendations of a final report that the body which set the group up has made its own, and so asks of others. None before it has considered the report: until then they
 * are the group's proposals, since the power to recommend is the committee's (Local Government Act 2000 s9F(2)).
 */
export function agreedOf({ recommendations, considered }: Report): Numbered[] {
  return considered === undefined ? [] : numbered(recommendations).filter(({ number }) => !considered.notAgreed.includes(number))
}

/** Those that it considered and did not make its own. */
export function notAgreedOf({ recommendations, considered }: Report): Numbered[] {
  return considered === undefined ? [] : numbered(recommendations).filter(({ number }) => considered.notAgreed.includes(number))
}

function numbered(recommendations: readonly Recommendation[]): Numbered[] {
  return recommendations.map((one, index) => ({ ...one, number: index + 1 }))
}
