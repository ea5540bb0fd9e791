import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText } from '#platform/documents/blocks.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'

interface Table {
  readonly caption: string
  readonly rules: readonly (string | undefined)[]
  readonly rows: readonly (readonly string[])[]
}
type Found = Table & { readonly from: number; readonly to: number }
interface Place {
  readonly row: number
  readonly column: number
}
interface Done {
  readonly table?: Table
  readonly place?: Place
  readonly words: string
}

/** The browser's own modules: what they say of themselves is checked by what they do here. */
const browserModule = (name: string): Promise<unknown> => import(new URL(name, import.meta.url).href)
const { tableAt, tableText } = (await browserModule('report-table-text.js')) as { tableAt: (text: string, place: number) => Found | undefined; tableText: (table: Table) => string }
const { deeds, pasted } = (await browserModule('report-table-rows.js')) as { deeds: Record<string, (table: Table, place: Place) => Done>; pasted: (table: Table, place: Place, text: string) => Done }

const places: Table = { caption: 'Places by year', rules: [], rows: [['Year', 'Places', 'Note'], ['2022', '1,200', 'a | b'], ['2023', '£90m', '']] }
const written = 'Table: Places by year\n\n| Year | Places | Note |\n| ---: | ---: | --- |\n| 2022 | 1,200 | a \\| b |\n| 2023 | £90m |   |'

test('a table is written as the Markdown of a report, figures to the right, and reads as what was typed', () => {
  assert.equal(tableText(places), written)
  const read = readMarkdown(tableText(places), { file: 'text', numbered: true, figures: new Map() })
  const [table] = read.ok ? read.value : []
  assert.ok(table?.kind === 'table')
  assert.equal(plainText(table.caption), places.caption)
  assert.deepEqual([table.columns.map(({ heading }) => plainText(heading)), ...table.rows.map((row) => row.map(plainText))], places.rows)
})

test('the table in which the caret stands is found with its caption, from any of its lines and from nowhere else', () => {
  const text = `Before.\n\n${written}\n\nAfter | not.`
  for (const words of ['Table: Pl', '| Year', '| ---:', '| 2023']) {
    const found = tableAt(text, text.indexOf(words) + 3)
    assert.deepEqual({ caption: found?.caption, rows: found?.rows, rules: found?.rules }, { caption: places.caption, rows: places.rows, rules: ['---:', '---:', '---'] }, words)
    assert.equal(text.slice(found?.from, found?.to), written)
  }
  assert.deepEqual([tableAt(text, 2), tableAt(text, text.indexOf('After') + 8), tableAt('| no table', 3), tableAt('Table: alone', 3), tableAt('', 0)], [undefined, undefined, undefined, undefined, undefined])
})

test('a table that is opened and written again is the same, its marks, rules and escaped signs kept', () => {
  for (const row of ['| a | **b** | [c](https://example.org) |', '| a\\\\ | `b` | c \\| d |', '|  | 2 | \\* |']) {
    const text = `Table: One\n\n| x | y | z |\n| :-- | :-: | --- |\n${row.replace('|  |', '|   |')}`
    const found = tableAt(text, text.length)
    assert.ok(found)
    assert.equal(tableText(found), text)
  }
})

test('a row with a cell too many keeps it, and gets a column without a heading to be named', () => {
  assert.deepEqual(tableAt('| a | b |\n|---|---|\n| 1 | 2 | 3 |', 1)?.rows, [['a', 'b', ''], ['1', '2', '3']])
})

test('rows and columns come beside the place and go at it, and the headings and the last of each stay', () => {
  const ruled = { ...places, rules: ['---', '---:', '---'] }
  const row = deeds['add-row']?.(ruled, { row: 1, column: 2 })
  assert.deepEqual([row?.table?.rows.map(([year]) => year), row?.place, row?.words], [['Year', '2022', '', '2023'], { row: 2, column: 0 }, 'Row 2 added. 3 rows, 3 columns.'])
  const column = deeds['add-column']?.(ruled, { row: 2, column: 0 })
  assert.deepEqual([column?.table?.rows[0], column?.table?.rules, column?.place], [['Year', '', 'Places', 'Note'], ['---', undefined, '---:', '---'], { row: 0, column: 1 }])
  const without = deeds['remove-column']?.(ruled, { row: 2, column: 2 })
  assert.deepEqual([without?.table?.rows[0], without?.table?.rules, without?.place], [['Year', 'Places'], ['---', '---:'], { row: 2, column: 1 }])
  assert.deepEqual(deeds['remove-row']?.(ruled, { row: 2, column: 0 })?.place, { row: 1, column: 0 })
  const one = { caption: '', rules: [], rows: [['x'], ['1']] }
  for (const [deed, place] of [['remove-row', { row: 0, column: 0 }], ['remove-row', { row: 1, column: 0 }], ['remove-column', { row: 1, column: 0 }]] as const) assert.equal(deeds[deed]?.(one, place).table, undefined, deed)
})

test('cells that are pasted fill the boxes from the place on, the table grows, and never beyond what a grid holds', () => {
  const filled = pasted(places, { row: 2, column: 2 }, 'x\ty\nz')
  assert.deepEqual(filled.table?.rows, [['Year', 'Places', 'Note', ''], ['2022', '1,200', 'a | b', ''], ['2023', '£90m', 'x', 'y'], ['', '', 'z', '']])
  assert.match(pasted(places, { row: 1, column: 0 }, 'x\n'.repeat(200)).words, /at most 100 rows and 20 columns/)
})
