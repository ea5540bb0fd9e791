import { odsFile } from '#platform/documents/tables/ods/ods-file.ts'
import type { Cell, Sheet, Spreadsheet } from '#platform/documents/tables/spreadsheet.ts'
import { xlsxFile } from '#platform/documents/tables/xlsx/xlsx-file.ts'
import { formatDate, formatTime } from '#core/date-words.ts'
import { dateOf, londonMoment, timeOf } from '#core/london-time.ts'
import type { ReleaseOut } from '../releases/published-releases.ts'
import type { Release } from '../releases/release.ts'
import { periodName, shorthand } from '../sheets/shown.ts'
import { longForm } from './long-form.ts'
import { releaseTold, type SiteTold } from './release-told.ts'
import { commentarySheet } from './sheets/commentary-sheet.ts'
import { definitionsSheet } from './sheets/definitions-sheet.ts'
import { figuresSheet } from './sheets/figures-sheet.ts'
import { NoteNumbers, withReferences } from './sheets/note-numbers.ts'
import { rankingsSheet } from './sheets/rankings-sheet.ts'
import { revisedSheet } from './sheets/revised-sheet.ts'
import { summarySheet } from './sheets/summary-sheet.ts'
import { withLines, type TableSheet } from './sheets/table-sheet.ts'

/**
 * A release as a workbook by the rules for statistics that governments publish: a cover, the list of sheets, notes, and sheets with one marked table each, from column
 * A, one row of headings, nothing merged or blank. The same release is the same file.
 */
export function releaseWorkbook(out: ReleaseOut, kind: 'xlsx' | 'ods', site: SiteTold): Uint8Array {
  const spreadsheet = releaseSpreadsheet(out, site)
  return kind === 'xlsx' ? xlsxFile(spreadsheet) : odsFile(spreadsheet)
}

function releaseSpreadsheet(out: ReleaseOut, site: SiteTold): Spreadsheet {
  const { release, entries } = out
  const told = releaseTold(out, site)
  const tables = tablesOf(out, site)
  const name = `${told.title}, version ${release.version}`
  return {
    title: told.title,
    creator: told.publisher,
    description: `Figures of ${entries.length} measures. ${told.description}`,
    createdAt: release.publishedAt,
    sheets: [cover(release, told), contents(tables, name), ...tables.map((table) => withLines(table, name))],
  }
}

/** The sheets after the cover, those without a row left out. */
function tablesOf(out: ReleaseOut, { origin }: SiteTold): readonly TableSheet[] {
  const { entries } = out
  const numbers = new NoteNumbers()
  const figures = figuresSheet(longForm(entries).map((row) => withReferences(row, numbers)))
  const tables = [notesSheet(numbers), shorthandSheet, summarySheet(entries, origin), figures, commentarySheet(entries), rankingsSheet(out), revisedSheet(entries), definitionsSheet(entries)]
  return tables.filter(({ rows }) => rows.length > 0)
}

const shorthandSheet: TableSheet = {
  name: 'Shorthand',
  holds: 'What words in square brackets stand for',
  columns: [{ heading: 'Shorthand', width: 14 }, { heading: 'What it stands for', width: 80 }],
  rows: shorthand.map(({ code, meaning }) => [`[${code}]`, meaning]),
}

function notesSheet(numbers: NoteNumbers): TableSheet {
  return { name: 'Notes', holds: 'Notes to single figures', columns: [{ heading: 'Note', width: 12 }, { heading: 'What it says', width: 100 }], rows: numbers.all() }
}

function contents(tables: readonly TableSheet[], release: string): Sheet {
  const rows = tables.map(({ name, holds, rows: of }): Cell[] => [{ text: name, sheet: name }, holds, of.length])
  return { name: 'Contents', lines: ['Contents', `${release}. This sheet holds one table.`], table: { name: 'Contents', columns: [{ heading: 'Sheet', width: 16 }, { heading: 'What it holds', width: 80 }, { heading: 'Rows', width: 10 }], rows } }
}

function cover(release: Release, told: ReturnType<typeof releaseTold>): Sheet {
  const moment = londonMoment(release.publishedAt.toISOString())
  const lines: Cell[] = [
    told.title,
    `Figures of ${periodName(release.period)} for ${release.bodyName}.`,
    `Published by ${told.publisher}, ${formatDate(dateOf(moment))}, ${formatTime(timeOf(moment))}. Version ${release.version}.`,
    ...(release.note === '' ? [] : [`What this version corrects: ${release.note}`]),
    `Approved by ${release.approvedBy}.`,
    `Small counts are hidden by the rule ${release.policy}. Figures that would tell a hidden one are hidden too.`,
    'A cell that holds nothing says why, in words in square brackets. No colour says anything that words do not say.',
    { text: 'To the list of sheets', sheet: 'Contents' },
    { text: 'This release on the site', address: told.page },
    ...(told.licence === undefined ? [] : [{ text: 'Licence under which you may use these figures', address: told.licence }]),
  ]
  return { name: 'Cover', lines }
}
