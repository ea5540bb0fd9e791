import { shorthand } from '../../sheets/shown.ts'
import type { TableSheet } from './table-sheet.ts'

/** What words in square brackets stand for. */
export const shorthandSheet: TableSheet = {
  name: 'Shorthand',
  holds: 'What words in square brackets stand for',
  columns: [{ heading: 'Shorthand', width: 14 }, { heading: 'What it stands for', width: 80 }],
  rows: shorthand.map(({ code, meaning }) => [`[${code}]`, meaning]),
}
