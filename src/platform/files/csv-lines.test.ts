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

test('another encoding and another kind of file are told by what they seem to be', () => {
  const told = (bytes: Uint8Array) => String(read(bytes).at(-1))
  assert.match(told(Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le')), /^1,.*it seems to be UTF-16/)
  assert.match(told(Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le').swap16()), /^1,.*it seems to be UTF-16/)
  assert.match(told(Buffer.from('a,b\n1,2\n', 'utf16le')), /^1,.*it seems to be UTF-16/)
  assert.match(told(Buffer.from('a,b\n1,£5\n', 'latin1')), /^2,.*it seems to be Windows-1252, with the sign “£”/)
  assert.match(told(Buffer.from('a,b\n1,x \u0096 y\n', 'latin1')), /^2,.*with the sign “–”/)
  assert.match(told(Buffer.from([0x50, 0x4b, 3, 4, 20, 0])), /^1,This is a workbook/)
  assert.match(told(Buffer.from('a,b\nx\0,2\n')), /^2,.*bytes of zero/)
})

test('a line that is too long is told as such where no quotation mark is open', () => {
  assert.match(String(read(`a,b\n${'x'.repeat(70_000)},2\n`)[1]), /^2,This line has more than 65,536 characters/)
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
  assert.match(faults('measure,period,\na,b,c\n')[0] ?? '', /2 Column 3 has no name in the first row/)
  assert.match(faults('measure,period,colour\n')[0] ?? '', /1 colour: There is no such column/)
  assert.deepEqual(faults('measure,period,colour\n', 'left'), [])
  assert.match(faults('measure,period\na,b,c\n')[0] ?? '', /2 The line has 3 cells.*A comma inside/)
  assert.match(faults('measure,period\n1,234,\n')[0] ?? '', /2 The line has 3 cells and the first row 2\. .*a number is written without commas/)
  assert.match(faults('measure,period\na\n')[0] ?? '', /2 The line has 1 cell and the first row 2\. Give each column its cell/)
})

test('what a spreadsheet program does to a header is understood: capitals, blanks, and empty columns behind the last', () => {
  assert.deepEqual(faults('MEASURE, Period ,,\na,b,,\nc,d\n'), [])
  assert.match(faults('measure,period,,\na,b,c,d,e\n')[0] ?? '', /2 The line has 5 cells and the first row 4/)
  assert.match(faults('measure,period,Period\n')[0] ?? '', /period: The column stands here twice/)
})

test('another separator than the comma is told by its name', () => {
  assert.match(faults('measure;period;note\na;b;c\n')[0] ?? '', /separated by semicolons\. Save the file with commas/)
  assert.match(faults('"Measure"\t"Period"\na\tb\n')[0] ?? '', /separated by tabs\. Save the file with commas/)
  assert.match(faults('sep=;\nmeasure;period\n')[0] ?? '', /This line says which separator the file has\. Take it out/)
  assert.match(faults('"measure,period"\n"a,b"\n')[0] ?? '', /Each line stands in quotes as a whole/)
  assert.match(faults('measure,period\ra,b\r')[0] ?? '', /old Macintosh/)
})
