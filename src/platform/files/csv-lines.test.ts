import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvLines } from './csv-lines.ts'
import { csvStream } from './csv-stream.ts'

const read = (text: string | Uint8Array) => [...csvLines(typeof text === 'string' ? Buffer.from(text) : text)].map((line) => (line.trouble === undefined ? [line.row, ...line.cells] : [line.row, line.trouble]))

test('lines are read by their row, whatever ends them, and empty ones are left out', () => {
  assert.deepEqual(read('\uFEFFa,b\r\n\r\n1,\n,2'), [[1, 'a', 'b'], [3, '1', ''], [4, '', '2']])
})

test('a cell in quotes may hold commas, doubled quotation marks and line ends', () => {
  assert.deepEqual(read('"a, ""b""","c\nd",e\n"",f,""\n'), [[1, 'a, "b"', 'c\nd', 'e'], [3, '', 'f', '']])
})

test('a stray quotation mark is told by its row, and reading goes on after it', () => {
  const rows = read('a,b\n1,2"3"\n"4"5,6\n7,8\n')
  assert.deepEqual(rows.map(([row]) => row), [1, 2, 3, 4])
  assert.match(String(rows[1]?.[1]), /quotation mark/)
  assert.deepEqual(rows[3], [4, '7', '8'])
})

test('a quotation mark that is never closed is told by the row it begins on', () => {
  assert.match(String(read('a,b\n"1,2\n3,4\n')[1]), /^2,A quotation mark is not closed/)
})

test('another encoding and a control character are told by their row', () => {
  assert.match(String(read(Buffer.from('a,b\ncafé,1\n', 'latin1'))), /^1,This is not UTF-8|2,This is not UTF-8/)
  assert.match(String(read(Buffer.from('a,b\n1,2\n', 'utf16le'))), /^1,This is not UTF-8/)
  assert.match(String(read('a,b\n1,2\nx\u0007,3\n')[2]), /^3,This holds a control character/)
})

test('a file longer than a piece of it is read to its end with the right rows', () => {
  const many = 200_000
  const lines = [...csvLines(Buffer.from(Array.from({ length: many }, (_, line) => `${line},é${line}`).join('\n')))]
  assert.equal(lines.length, many)
  assert.deepEqual(lines.at(-1), { row: many, cells: [String(many - 1), `é${many - 1}`] })
})

const columns = { needed: ['measure', 'period'], optional: ['note'] } as const
const faults = (text: string, others?: 'refused' | 'left') => {
  const opened = csvStream('a.csv', Buffer.from(text), columns, others)
  return opened.ok ? [...opened.value.lines].flatMap(({ fault }) => (fault === undefined ? [] : [`${fault.row} ${fault.message}`])) : opened.refusal.faults.map(({ row, field, message }) => `${row} ${field}: ${message}`)
}

test('a file opens where its first row names the columns, and else says what to do', () => {
  assert.deepEqual(faults('measure,period\na,b\n'), [])
  assert.match(faults('Performance 2022/23,,\nmeasure,period,note\n')[0] ?? '', /Take out titles and merged cells/)
  assert.match(faults('measure,period,\na,b,c\n')[0] ?? '', /Column 3 has no name/)
  assert.match(faults('measure,period,colour\n')[0] ?? '', /1 colour: There is no such column/)
  assert.deepEqual(faults('measure,period,colour\n', 'left'), [])
  assert.match(faults('measure,period\na,b,c\n')[0] ?? '', /2 The line has 3 cells/)
})
