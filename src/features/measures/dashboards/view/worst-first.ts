import type { ReleaseEntry } from '../../releases/release.ts'
import { brokenOff } from '../../glance/broken-off.ts'
import { extremeOf } from '../../glance/extremes.ts'
import { plainChange, type PlainChange } from '../../glance/plain-change.ts'
import { pointOf } from '../../sheets/sheet.ts'

/** Each asks one thing of a measure; an earlier one outweighs all that follow. */
const concerns: readonly ((entry: ReleaseEntry) => boolean)[] = [
  ({ sheet }) => sheet.judgement.rag === 'red',
  ({ sheet }) => sheet.judgement.rag === 'amber',
  ({ sheet }) => sheet.judgement.isException,
  ({ sheet }) => sheet.judgement.time.variation.startsWith('concerning'),
  ({ sheet }) => sheet.judgement.target.found.kind === 'missed',
  ({ sheet }) => sheet.judgement.time.assurance === 'never',
  ({ sheet }) => sheet.judgement.others.some(({ found }) => found.kind === 'worse'),
]

/**
 * What somebody should read first: red, then amber, of which what a rule found worse comes before what chance may decide; of those what gets worse, misses its target, never reaches it or stands behind others; of equals what is furthest
 * from its target by its own measure (half of it is further than nine tenths), and then the order of the dashboard.
 */
export function worstFirst(entries: readonly ReleaseEntry[]): readonly ReleaseEntry[] {
  return entries.toSorted((one, other) => {
    const deciding = concerns.find((concern) => concern(one) !== concern(other))
    return deciding === undefined ? distance(other) - distance(one) : deciding(one) ? -1 : 1
  })
}

/** Whether somebody should look at it before what no rule can judge: red or amber, as every exception is. */
export function isRedOrAmber({ sheet }: Pick<ReleaseEntry, 'sheet'>): boolean {
  return sheet.judgement.rag === 'red' || sheet.judgement.rag === 'amber'
}

/** How far a figure misses its target, as a share of the target. */
function distance({ sheet }: ReleaseEntry): number {
  const { found } = sheet.judgement.target
  const value = pointOf(sheet)?.value
  if (found.kind !== 'missed' || found.target === 0 || value === undefined) return 0
  return Math.abs((value - found.target) / found.target)
}

/** The rule by which figures that nothing judges are said to have gone the wrong way, for those who read the list. */
export const wrongWayWords =
  'First those whose figure is the worst of four or more that are published; then those that are worse than at the same time a year before or, where that is not known, than the figure before. Counts come and go with the year, so a count is held beside the same time of year alone.'

/**
 * Those that went away from what is better, by nothing but arithmetic: first those whose figure is the worst of all that are published, by how far it lies from the best of them, then those that went the
 * wrong way since the same time a year before, or since the last figure of what does not follow the year.
 */
export function wrongWayFirst(entries: readonly ReleaseEntry[]): readonly ReleaseEntry[] {
  const worst = (entry: ReleaseEntry) => [extremeOf(entry.sheet)].find((extreme) => extreme?.isWorst === true)
  const records = entries.filter((entry) => worst(entry) !== undefined)
  const rest = entries.filter((entry) => worst(entry) === undefined)
  return [...records.toSorted((one, other) => (worst(other)?.share ?? 0) - (worst(one)?.share ?? 0)), ...byShare(rest, ({ isWrongWay, isLike }) => isWrongWay && isLike)]
}

/** Those that changed, whichever way: first what did so by the largest share. */
export function mostChanged(entries: readonly ReleaseEntry[]): readonly ReleaseEntry[] {
  return byShare(entries, ({ way, isLike }) => way !== 'same' && isLike)
}

/** Those that a break parts from every figure before: nobody can say which way they went. */
export function withoutBefore(entries: readonly ReleaseEntry[]): readonly ReleaseEntry[] {
  return entries.filter(({ sheet }) => brokenOff(sheet) !== undefined)
}

function byShare(entries: readonly ReleaseEntry[], isMeant: (change: PlainChange) => boolean): readonly ReleaseEntry[] {
  const changed = entries.flatMap((entry) => {
    const change = plainChange(entry.sheet)
    return change !== undefined && isMeant(change) ? [{ entry, share: change.share }] : []
  })
  return changed.toSorted((one, other) => other.share - one.share).map(({ entry }) => entry)
}
