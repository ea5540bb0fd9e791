import { periodName } from '../../sheets/shown.ts'
import type { ReleaseEntry } from '../release.ts'
import type { CheckItem } from './check-item.ts'

/** So many are named of one measure; the rest are counted. */
const mostNamed = 3

/** Figures of this release that are not what was published before. */
export function revisionChecks({ revised, sheet: { definition } }: Pick<ReleaseEntry, 'revised' | 'sheet'>): readonly CheckItem[] {
  if (revised.length === 0) return []
  const named = revised.slice(0, mostNamed).map(({ period, breakdown, was, now }) => `${periodName(period, definition)}${breakdown === '' ? '' : ` (${breakdown})`} was ${was} and is ${now}`)
  const more = revised.length > mostNamed ? `, and ${revised.length - mostNamed} more` : ''
  return [{ kind: 'revised', measure: definition.slug, message: `“${definition.name}”: ${named.join('; ')}${more}.` }]
}

/** What somebody had to look at first in the release before, and this one does not show. */
export function leftOutChecks(entries: readonly Pick<ReleaseEntry, 'measure'>[], before: readonly Pick<ReleaseEntry, 'measure' | 'sheet'>[]): readonly CheckItem[] {
  const here = new Set(entries.map(({ measure }) => measure))
  return before
    .filter(({ measure, sheet }) => sheet.judgement.isException && !here.has(measure))
    .map(({ measure, sheet }) => ({ kind: 'exception-left-out', measure, message: `“${sheet.definition.name}” was an exception in the last release and is not in this one.` }))
}
