import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMarkdown } from '../read-markdown.ts'
import { readSheet } from './read-sheet.ts'
import type { IncomingSheet, IncomingSheets } from './sheets/sheets.ts'
import { readCsv } from './sheets/read-csv.ts'
import { readWorkbook } from './sheets/read-workbook.ts'
import { sheetFile, sheetRows } from './testing/sheet-file.ts'
import { paragraph, wordFile } from './testing/word-file.ts'
import { zip } from './testing/zip.ts'

async function workbook(file: Buffer): Promise<IncomingSheets> {
  const outcome = await readWorkbook(file)
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.message)
  return outcome.value
}

async function csv(text: string): Promise<IncomingSheet> {
  const outcome = await readCsv(Buffer.from(text))
  assert.ok(outcome.ok && outcome.value.sheets[0] !== undefined)
  assert.ok(readMarkdown(outcome.value.sheets[0].markdownTable, { file: 'a.csv', numbered: false }).ok)
  return outcome.value.sheets[0]
}

test('each sheet of a workbook is a table with its name, its days and its numbers as people write them', async () => {
  const rows = sheetRows([['Service', 'Amount', 'Due'], ['Roads | &lt;b&gt;', 0.1 + 0.2, [46126]], ['', 12, '']])
  const outcome = await readSheet(sheetFile([{ name: 'Budget &amp; plan', rows }, { name: 'Empty', rows: '' }]), 'xlsx')
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.message)
  const [budget, empty] = outcome.value.sheets
  assert.equal(budget?.markdownTable, 'Table: Budget & plan\n\n| Service | Amount | Due |\n| - | - | - |\n| Roads \\| \\<b> | 0.3 | 2026-04-14 |\n| | 12 | |\n')
  assert.deepEqual([budget.rows, budget.columns, budget.isCut], [3, 3, false])
  assert.deepEqual(empty, { name: 'Empty', markdownTable: '', rows: 0, columns: 0, isCut: false })
})

test('hidden sheets are named and left out', async () => {
  const rows = sheetRows([['a']])
  const read = await workbook(sheetFile([{ name: 'Shown', rows }, { name: 'Names', isHidden: true, rows }]))
  assert.deepEqual([read.sheets.map((sheet) => sheet.name), read.hidden], [['Shown'], ['Names']])
})

test('a table is cut at 500 rows, 30 columns and 4,800 cells, which is told with its true size', async () => {
  const cut = await csv(`${Array.from({ length: 700 }, () => Array.from({ length: 40 }, () => '1').join(',')).join('\n')}\n`)
  assert.deepEqual([cut.rows, cut.columns, cut.isCut, cut.markdownTable.split('\n').length], [700, 40, true, 164])
  const long = await csv('a,b\n'.repeat(700))
  assert.deepEqual([long.rows, long.columns, long.isCut, long.markdownTable.split('\n').length], [700, 2, true, 504])
})

test('a CSV file may divide by commas, semicolons or tabs, and put cells in quotes', async () => {
  const table = '| a | b;c |\n| - | - |\n| 1 | "2" 3 |\n'
  for (const text of ['a,b;c\r\n1,"""2""\n3"\r\n', 'a\t"b;c"\n1\t"""2"" 3"', '\uFEFFa;"b;c"\r1;"""2"" 3"\r\r']) assert.ok((await csv(text)).markdownTable.endsWith(table), text)
  assert.match((await csv('a,b\n"never closed,1\n')).markdownTable, /\| "never closed \| 1 \|/)
})

test('what is no workbook, defines entities or is damaged is refused', async () => {
  const refusals = [
    [wordFile({ body: paragraph('x') }), /is a Word document, not an Excel workbook/],
    [zip([{ name: '[Content_Types].xml', content: 'spreadsheetml.sheet.main+xml' }, { name: 'xl/workbook.xml', content: '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }]), /defines entities/],
    [zip([{ name: '[Content_Types].xml', content: 'spreadsheetml.sheet.main+xml' }]), /cannot be read/],
  ] as const
  for (const [bytes, message] of refusals) {
    const outcome = await readWorkbook(bytes)
    assert.ok(!outcome.ok)
    assert.match(outcome.refusal.message, message)
  }
})

test('a sheet that claims to reach the last cell there can be is read or given up, and does no harm', async () => {
  const far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
  const started = performance.now()
  const outcome = await readSheet(sheetFile([{ name: 'Far', rows: far }]), 'xlsx', { seconds: 5, megabytes: 400 })
  assert.ok(outcome.ok || outcome.refusal.kind === 'unavailable')
  assert.ok(performance.now() - started < 8000)
})

test('hidden rows and columns, and sheets that no menu shows, are told', async () => {
  const rows = sheetRows([['a'], ['b']])
  const shown = await workbook(sheetFile([{ name: 'Shown', rows }]))
  assert.deepEqual([shown.hasHiddenCells, shown.hasEmbedded], [false, false])
  assert.equal((await workbook(sheetFile([{ name: 'Shown', rows: rows.replace('<row r="2"', '<row r="2" hidden="1"') }]))).hasHiddenCells, true)
})
