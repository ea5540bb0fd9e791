import type { Block } from '#platform/documents/blocks.ts'
import { besideOthers } from '../../glance/beside-others.ts'
import type { ReleaseEntry } from '../../releases/release.ts'
import { pointOf } from '../../sheets/sheet.ts'
import { figureAndPeriod } from '../parts/figure-words.ts'
import { bullets, paragraph, words } from './block-words.ts'

/** The footnotes of the figures of a table and of those of others beside them, under it; none where none has one. */
export function noteBlocks(entries: readonly ReleaseEntry[]): readonly Block[] {
  const notes = entries.flatMap(({ sheet }) => {
    const note = pointOf(sheet)?.note
    const ofOthers = besideOthers(sheet).flatMap((other) => (other.note === undefined ? [] : [`${other.name} ${other.figure}: ${other.note}`]))
    return [...(note === undefined ? [] : [`${figureAndPeriod(sheet)}: ${note}`]), ...ofOthers].map((said) => words(`${sheet.definition.name}, ${said}`))
  })
  return notes.length === 0 ? [] : [paragraph(...words('Notes to these figures:')), bullets(notes)]
}
