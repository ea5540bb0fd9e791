// What becomes of the rows of a table when a row or a column comes or goes. A place is a row and a column from 0; row 0 names the columns.

export const mostRows = 100
export const mostColumns = 20

/** A table for somebody to begin with. */
export const newTable = () => ({ caption: '', rules: [], rows: Array.from({ length: 4 }, () => ['', '', '']) })

/** Whether a grid of boxes can hold these rows. */
export function fits(rows) {
  return rows.length <= mostRows + 1 && rows[0].length <= mostColumns
}

/** Each answers the table as it is then, the place to go to and what to say; or only why nothing is done. */
export const deeds = {
  'add-row': ({ rows, rules }, { row }) => checked({ rules, rows: rows.toSpliced(row + 1, 0, rows[0].map(() => '')) }, { row: row + 1, column: 0 }, `Row ${row + 1} added`),
  'add-column': ({ rows, rules }, { column }) =>
    checked({ rules: evenRules(rules, rows).toSpliced(column + 1, 0, undefined), rows: rows.map((cells) => cells.toSpliced(column + 1, 0, '')) }, { row: 0, column: column + 1 }, `Column ${column + 2} added`),
  'remove-row': ({ rows, rules }, { row, column }) => {
    if (row === 0) return { words: 'The headings stay. Go to a box of the row that is to be removed.' }
    if (rows.length <= 2) return { words: 'The last row stays.' }
    return checked({ rules, rows: rows.toSpliced(row, 1) }, { row: Math.min(row, rows.length - 2), column }, `Row ${row} removed`)
  },
  'remove-column': ({ rows, rules }, { row, column }) => {
    if (rows[0].length <= 1) return { words: 'The last column stays.' }
    return checked({ rules: rules.toSpliced(column, 1), rows: rows.map((cells) => cells.toSpliced(column, 1)) }, { row, column: Math.min(column, rows[0].length - 2) }, `Column ${column + 1} removed`)
  },
}

/** The table with cells that were copied elsewhere put in from this place on: lines of cells with tabs between them. */
export function pasted({ rows, rules }, { row, column }, text) {
  const given = text.split('\n').map((line) => line.split('\t'))
  const height = Math.max(rows.length, row + given.length)
  const width = Math.max(rows[0].length, column + Math.max(...given.map((cells) => cells.length)))
  const filled = Array.from({ length: height }, (_, down) => Array.from({ length: width }, (_cell, along) => given[down - row]?.[along - column] ?? rows[down]?.[along] ?? ''))
  return checked({ rules, rows: filled }, { row, column }, 'Pasted')
}

function checked(table, place, done) {
  const { rows } = table
  if (!fits(rows)) return { words: `A grid has at most ${mostRows} rows and ${mostColumns} columns.` }
  return { table, place, words: `${done}. ${counted(rows.length - 1, 'row')}, ${counted(rows[0].length, 'column')}.` }
}

const counted = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`

const evenRules = (rules, rows) => rows[0].map((_, column) => rules[column])
