import type { ReleaseOut } from '../releases/published-releases.ts'
import { periodName } from '../sheets/shown.ts'
import { longForm } from './long-form.ts'
import { releaseTold, type SiteTold } from './release-told.ts'
import { commentarySheet } from './sheets/commentary-sheet.ts'
import { definitionsSheet } from './sheets/definitions-sheet.ts'
import { figuresSheet } from './sheets/figures-sheet.ts'
import { NoteNumbers, withReferences } from './sheets/note-numbers.ts'
import { notesSheet } from './sheets/notes-sheet.ts'
import { rankingsSheet } from './sheets/rankings-sheet.ts'
import { revisedSheet } from './sheets/revised-sheet.ts'
import { shorthandSheet } from './sheets/shorthand-sheet.ts'
import { summarySheet } from './sheets/summary-sheet.ts'
import type { TableSheet } from './sheets/table-sheet.ts'
import { publishedLines, workbookOf, type WorkbookForm } from './workbook-of.ts'

/** A release as a workbook. */
export function releaseWorkbook(out: ReleaseOut, form: WorkbookForm, site: SiteTold): Uint8Array {
  const { release, entries } = out
  const told = releaseTold(out, site)
  return workbookOf(
    {
      told,
      description: `Figures of ${entries.length} measures. ${told.description}`,
      about: [`Figures of ${periodName(release.period)} for ${release.bodyName}.`, ...publishedLines(told, release.note), `Approved by ${release.approvedBy}.`],
      policy: release.policy,
      pageWords: 'This release on the site',
      tables: tablesOf(out, site),
    },
    form,
  )
}

function tablesOf(out: ReleaseOut, { origin }: SiteTold): readonly TableSheet[] {
  const { entries } = out
  const notes = new NoteNumbers()
  const figures = figuresSheet(longForm(entries).map((row) => withReferences(row, notes)))
  const revised = revisedSheet(entries, notes)
  return [notesSheet(notes), shorthandSheet, summarySheet(entries, origin), figures, commentarySheet(entries), rankingsSheet(out), revised, definitionsSheet(entries)]
}
