import { formatDate, formatTime } from '#core/date-words.ts'
import { dateOf, londonMoment, timeOf } from '#core/london-time.ts'
import { odsFile } from '#platform/documents/tables/ods/ods-file.ts'
import type { Cell, Sheet } from '#platform/documents/tables/spreadsheet.ts'
import { xlsxFile } from '#platform/documents/tables/xlsx/xlsx-file.ts'
import type { TableTold } from './csv-metadata.ts'
import { withLines, type TableSheet } from './sheets/table-sheet.ts'

export type WorkbookForm = 'xlsx' | 'ods'

/** What stands in a workbook of figures. */
export interface WorkbookTold {
  readonly told: TableTold
  /** For the properties of the file. */
  readonly description: string
  /** What the cover says after its title. */
  readonly about: readonly Cell[]
  /** By which rule small counts were hidden. */
  readonly policy: string
  /** The words of the link to its page. */
  readonly pageWords: string
  /** The sheets after the cover and the list of sheets. Those without a row are left out. */
  readonly tables: readonly TableSheet[]
}

/**
 * Figures as a workbook by the rules for statistics that governments publish: a cover, the list of sheets, notes, and sheets with one marked table each, from column
 * A, one row of headings, nothing merged or blank. The same figures are the same file.
 */
export function workbookOf(given: WorkbookTold, form: WorkbookForm): Uint8Array {
  const { told, description } = given
  const tables = given.tables.filter(({ rows }) => rows.length > 0)
  const name = `${told.title}, version ${told.version}`
  const sheets = [cover(given), contents(tables, name), ...tables.map((table) => withLines(table, name))]
  const spreadsheet = { title: told.title, creator: told.publisher, description, createdAt: told.issuedAt, sheets }
  return form === 'xlsx' ? xlsxFile(spreadsheet) : odsFile(spreadsheet)
}

function contents(tables: readonly TableSheet[], name: string): Sheet {
  const rows = tables.map(({ name: sheet, holds, rows: of }): Cell[] => [{ text: sheet, sheet }, holds, of.length])
  return { name: 'Contents', lines: ['Contents', `${name}. This sheet holds one table.`], table: { name: 'Contents', columns: [{ heading: 'Sheet', width: 16 }, { heading: 'What it holds', width: 80 }, { heading: 'Rows', width: 10 }], rows } }
}

function cover({ told, about, policy, pageWords }: WorkbookTold): Sheet {
  const lines: Cell[] = [
    told.title,
    ...about,
    `Small counts are hidden by the rule ${policy}. Figures that would tell a hidden one are hidden too.`,
    'A cell that holds nothing says why, in words in square brackets. No colour says anything that words do not say.',
    { text: 'To the list of sheets', sheet: 'Contents' },
    { text: pageWords, address: told.page },
    ...(told.licence === undefined ? [] : [{ text: 'Licence under which you may use these figures', address: told.licence }]),
  ]
  return { name: 'Cover', lines }
}

/** Who published it and when, in which version, and what that version corrects. */
export function publishedLines({ publisher, issuedAt, version }: TableTold, note: string): readonly string[] {
  const moment = londonMoment(issuedAt.toISOString())
  return [`Published by ${publisher}, ${formatDate(dateOf(moment))}, ${formatTime(timeOf(moment))}. Version ${version}.`, ...(note === '' ? [] : [`What this version corrects: ${note}`])]
}
