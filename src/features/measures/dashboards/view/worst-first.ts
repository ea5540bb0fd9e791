import type { ReleaseEntry } from '../../releases/release.ts'
import { plainChange, type PlainChange } from '../../glance/plain-change.ts'
import { pointOf } from '../../sheets/sheet.ts'

/** Each asks one thing of a measure; an earlier one outweighs all that follow. */
const concerns: readonly ((entry: ReleaseEntry) => boolean)[] = [
  ({ sheet }) => sheet.judgement.rag === 'red',
  ({ sheet }) => sheet.judgement.rag === 'amber',
  ({ sheet }) => sheet.judgement.time.variation.startsWith('concerning'),
  ({ sheet }) => sheet.judgement.target.found.kind === 'missed',
  ({ sheet }) => sheet.judgement.time.assurance === 'never',
  ({ sheet }) => sheet.judgement.others.some(({ found }) => found.kind === 'worse'),
]

/**
 * What somebody should read first: red, then amber; of those what gets worse, misses its target, never reaches it or stands behind others; of equals what is furthest
 * from its target by its own measure (half of it is further than nine tenths), and then the order of the dashboard.
 */
export function worstFirst(entries: readonly ReleaseEntry[]): readonly ReleaseEntry[] {
  return entries.toSorted((one, other) => {
    const deciding = concerns.find((concern) => concern(one) !== concern(other))
    return deciding === undefined ? distance(other) - distance(one) : deciding(one) ? -1 : 1
  })
}

/** How far a figure misses its target, as a share of the target. */
function distance({ sheet }: ReleaseEntry): number {
  const { found } = sheet.judgement.target
  const value = pointOf(sheet)?.value
  if (found.kind !== 'missed' || found.target === 0 || value === undefined) return 0
  return Math.abs((value - found.target) / found.target)
}

/** Those that went away from what is better, by nothing but arithmetic: first what did so by the largest share. */
export function wrongWayFirst(entries: readonly ReleaseEntry[]): readonly ReleaseEntry[] {
  return byShare(entries, ({ isWrongWay }) => isWrongWay)
}

/** Those that changed, whichever way: first what did so by the largest share. */
export function mostChanged(entries: readonly ReleaseEntry[]): readonly ReleaseEntry[] {
  return byShare(entries, ({ way }) => way !== 'same')
}

function byShare(entries: readonly ReleaseEntry[], isMeant: (change: PlainChange) => boolean): readonly ReleaseEntry[] {
  const changed = entries.flatMap((entry) => {
    const change = plainChange(entry.sheet)
    return change !== undefined && isMeant(change) ? [{ entry, share: change.share }] : []
  })
  return changed.toSorted((one, other) => other.share - one.share).map(({ entry }) => entry)
}
