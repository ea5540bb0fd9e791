import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import type { Clearance, ReportStanding } from '../report-standing.ts'

const states = {
  'not-begun': ['Not begun', 'neutral'],
  writing: ['Being written', 'coming'],
  'handed-in': ['Handed in', 'good'],
  returned: ['Returned', 'caution'],
} as const

/** How far a report has come; once the agenda is published, that says more, and of a report that the agenda promises, that it is to follow. */
export function stateTag(state: ReportStanding['state'], { isPublished, isToFollow, isWithdrawn }: { readonly isPublished: boolean; readonly isToFollow: boolean; readonly isWithdrawn: boolean }): Html {
  if (isWithdrawn) return statusTag('Withdrawn', 'bad')
  if (isPublished && (state === 'writing' || state === 'handed-in')) return statusTag('Agenda published', 'good')
  const [words, meaning] = states[state]
  const own = statusTag(words, meaning)
  return isToFollow && state !== 'handed-in' ? html`${statusTag('To follow', 'caution')} ${own}` : own
}

/** How a clearance stands. */
export function clearanceTag({ state, changedSince }: Pick<Clearance, 'state' | 'changedSince'>): Html {
  if (state === 'cleared') return changedSince ? statusTag('Changed since it was cleared', 'caution') : statusTag('Cleared', 'good')
  return state === 'asked' ? statusTag('Asked', 'coming') : statusTag('Returned', 'bad')
}
