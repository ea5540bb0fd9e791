import type { CurrentEntry } from '../releases/published-releases.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { periodName } from '../sheets/shown.ts'
import { longForm } from './long-form.ts'
import { measureTold, type SiteTold } from './release-told.ts'
import { commentarySheet } from './sheets/commentary-sheet.ts'
import { definitionsSheet } from './sheets/definitions-sheet.ts'
import { figuresSheet } from './sheets/figures-sheet.ts'
import { NoteNumbers, withReferences } from './sheets/note-numbers.ts'
import { notesSheet } from './sheets/notes-sheet.ts'
import { revisedSheet } from './sheets/revised-sheet.ts'
import { shorthandSheet } from './sheets/shorthand-sheet.ts'
import { summarySheet } from './sheets/summary-sheet.ts'
import type { TableSheet } from './sheets/table-sheet.ts'
import { publishedLines, workbookOf, type WorkbookForm } from './workbook-of.ts'

/** A workbook is written at one go while others wait, some two seconds for so many figures. Of more there is the CSV. */
export const mostFiguresInWorkbook = 5000

/** Whether the measure has few enough figures for a workbook. */
export function fitsWorkbook({ series }: Pick<MeasureSheet, 'series'>): boolean {
  return series.reduce((sum, { points }) => sum + points.length, 0) <= mostFiguresInWorkbook
}

/** A measure as it was published last, as a workbook by the same rules as a release. */
export function measureWorkbook(current: CurrentEntry, form: WorkbookForm, site: SiteTold): Uint8Array {
  const { release, entry } = current
  const { definition, asOf } = entry.sheet
  const told = measureTold(current, site)
  return workbookOf(
    {
      told,
      description: told.description,
      about: [definition.definition, `Figures up to ${periodName(asOf, definition)}, as they stand in “${release.title}” for ${release.bodyName}.`, ...publishedLines(told, release.note), `Answered for by ${definition.owner}.`],
      policy: release.policy,
      pageWords: 'This measure on the site',
      tables: tablesOf(current, site),
    },
    form,
  )
}

function tablesOf({ entry }: CurrentEntry, { origin }: SiteTold): readonly TableSheet[] {
  const entries = [entry]
  const notes = new NoteNumbers()
  const figures = figuresSheet(longForm(entries).map((row) => withReferences(row, notes)))
  const revised = revisedSheet(entries, notes)
  return [notesSheet(notes), shorthandSheet, summarySheet(entries, origin), figures, commentarySheet(entries), revised, definitionsSheet(entries)]
}
