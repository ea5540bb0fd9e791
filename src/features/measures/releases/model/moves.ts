import { refuse } from '#core/outcome.ts'
import type { ReleaseState } from './release-draft.ts'

/** From which state a release may go to which. Whatever is changed in it leads back to assembling; only what was approved is published. An amendment may be dropped from each of them (`isAmended`): then what was published stands. */
const moves: Readonly<Record<ReleaseState, readonly ReleaseState[]>> = {
  assembling: ['assembling', 'checked'],
  checked: ['assembling', 'approved'],
  approved: ['assembling', 'embargoed', 'published'],
  embargoed: ['assembling', 'approved', 'embargoed', 'published'],
  published: ['assembling'],
}

export function mayMove(from: ReleaseState, to: ReleaseState): boolean {
  return moves[from].includes(to)
}

/** What somebody is told who asks for a state that does not follow from the one that stands. */
const whyNot: Readonly<Record<ReleaseState, string>> = {
  assembling: 'It is being put together. Check it first.',
  checked: 'It is checked and waits for approval.',
  approved: 'It is approved already. Publish it, or send it back to change it.',
  embargoed: 'It waits for its moment. Lift that, or send it back to change it.',
  published: 'It is published, and what is published is never changed. Amend it: that makes the next version, with a note.',
}

export function cannotMove(from: ReleaseState) {
  return refuse('not-now', whyNot[from])
}
