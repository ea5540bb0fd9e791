import { childrenNamedIn } from '../../commentary/naming/children-named.ts'
import { namesOfNobody } from '../../commentary/naming/known-names.ts'
import type { ReleaseMaterial } from '../preview/release-material.ts'
import type { ReleaseEntry } from '../release.ts'
import type { CheckItem } from './check-item.ts'
import { passagesOf, wordsOfWhole } from './passages.ts'

/** Words beside the figures that may name a child or point to one. Whether they do, only somebody who reads them can tell. */
export function namingChecks({ kept, sheets }: Pick<ReleaseMaterial, 'kept' | 'sheets'>, entries: readonly Pick<ReleaseEntry, 'commentary' | 'measure' | 'sheet'>[]): readonly CheckItem[] {
  const known = [kept.bodyName, ...namesOfNobody(sheets)]
  const ofWhole = wordsOfWhole(kept).flatMap((text) => childrenNamedIn(text, known))
  return [
    ...[...new Set(ofWhole)].map((words): CheckItem => ({ kind: 'person-named', message: `“${words}” in the title, the note or a heading may name or point to a child. Say it without the name, the age and the place.` })),
    ...entries.flatMap((entry) => {
      const found = passagesOf(entry).flatMap(({ where, text, putRight }) => childrenNamedIn(text, known).map((words) => `${where} says “${words}”, which may name or point to a child. ${putRight} the name, the age and the place, unless it speaks of no child.`))
      return [...new Set(found)].map((message): CheckItem => ({ kind: 'person-named', measure: entry.measure, message }))
    }),
  ]
}
