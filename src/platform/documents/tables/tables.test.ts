import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSheet } from 'read-excel-file/node'
import { csvFile } from './csv.ts'
import { workbookFile } from './workbook.ts'

const table = { headings: ['Issue', 'Why'], rows: [['School “transport”, & <more>', 'Two\nlines'], ['=1+1', '-'], ['', 'ends\u0001here']] }

test('a workbook reads back cell by cell, and what looks like a formula is text', async () => {
  const rows = await readSheet(Buffer.from(workbookFile('Programme 2023/24', table)))
  assert.deepEqual(rows, [['Issue', 'Why'], ['School “transport”, & <more>', 'Two\nlines'], ['=1+1', '-'], [null, 'endshere']])
})

test('the same table is the same workbook, byte for byte', () => {
  assert.deepEqual(workbookFile('Programme', table), workbookFile('Programme', table))
})

test('in comma-separated values commas, quotes and lines stay in their cell, and no cell begins a formula', () => {
  const lines = csvFile({ headings: ['a', 'b'], rows: [['one, "two"', '=cmd()'], ['+1', 'plain']] })
  assert.equal(lines, '\uFEFFa,b\r\n"one, ""two""",\'=cmd()\r\n\'+1,plain\r\n')
})

test('a number below zero stays a number, and what only begins like one does not', () => {
  assert.equal(csvFile({ headings: ['a', 'b'], rows: [['-3.5', '-3+cmd()']] }), "\uFEFFa,b\r\n-3.5,'-3+cmd()\r\n")
})
