import { overlapWords } from '#core/statistics/xmr/judgement-words.ts'
import type { Definition } from '../definitions/definition.ts'
import { conventionsOf } from '../sheets/judged-sheet.ts'

const intervals: Readonly<Record<Definition['interval'], string>> = {
  none: 'the figure as it stands, without an interval',
  wilson: 'the 95% interval (Wilson)',
  byars: 'the 95% interval (Byar; exact Poisson below 10)',
  dobson: 'the 95% interval (Dobson)',
  'student-t': 'the 95% interval (Student’s t)',
}

/** By which rules a measure’s figures are judged, as its definition keeps them, in one sentence or two. */
export function judgingRule(definition: Definition): string {
  const { baseline, screen, beyondCounts, overlap } = conventionsOf(definition)
  const held = `Against target and others by ${intervals[definition.interval]}.`
  if (overlap !== undefined) return `${held} Over time by no rule of chance. ${overlapWords[overlap]}.`
  const limits = `limits from ${baseline === undefined ? 'all points' : `the first ${baseline} points`} of a stretch, ranges of 3.267 times the mean or more ${screen ? 'left out once' : 'kept'}`
  return `${held} Over time by XmR: ${limits}; a point beyond a limit, 7 on one side of the mean, 7 rising or falling, 2 of 3 near a limit (points beyond it ${beyondCounts ? 'count' : 'do not count'}); none under 13 points.`
}
