import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import readSheets from 'read-excel-file/node'
import { allOf, packageOf, treeOf } from '#platform/documents/tables/testing/package-of.ts'
import { measureDownload } from './downloads.ts'
import { fitsWorkbook, mostFiguresInWorkbook } from './measure-workbook.ts'
import { exampleRelease, exampleSite } from './testing.ts'

const out = exampleRelease()
const first = out.entries[0] ?? assert.fail()

test('the workbook of a measure has the sheets of a release, and the same figures as its CSV', async () => {
  const entry = { ...first, revised: [{ period: '2019-20-q3', breakdown: '', was: '60.0%', now: '63.0%', reason: 'A school was late' }] }
  const file = (form: 'csv' | 'xlsx' | 'ods') => measureDownload({ entry, release: out.release }, form, exampleSite)
  assert.deepEqual([file('xlsx').filename, file('ods').filename], ['plans-on-time.xlsx', 'plans-on-time.ods'])
  const sheets = await readSheets(Buffer.from(file('xlsx').body))
  const names = ['Cover', 'Contents', 'Notes', 'Shorthand', 'Summary', 'Figures', 'Commentary', 'Revised', 'Definitions']
  assert.deepEqual(sheets.map(({ sheet }) => sheet), names)
  const ods = treeOf((await packageOf(Buffer.from(file('ods').body))).get('content.xml') ?? '')
  assert.deepEqual(allOf(ods, 'table:table').map(({ of }) => of['table:name']), names)
  const cover = sheets[0]?.data.map(([line]) => String(line)) ?? []
  assert.deepEqual([cover[0], cover.at(-2)], ['Plans on time', 'This measure on the site'])
  assert.match(cover[2] ?? '', /^Figures up to Q4 2019\/20, as they stand in “Figures of quarter 4” for Children’s Panel\.$/)
  for (const { sheet, data } of sheets.slice(1)) for (const line of data.slice(sheet === 'Contents' ? 2 : 3)) for (const cell of line) assert.ok(cell !== null && cell !== '', sheet)
  const figures = sheets[5]?.data ?? []
  const at = figures[3]?.indexOf('Figure') ?? -1
  const rows = parse<Record<string, string>>(String(file('csv').body), { bom: true, columns: true })
  assert.deepEqual(figures.slice(4).map((line) => line[at]), rows.map(({ value }) => (value === 'c' ? '[c]' : Number(value))))
})

test('a measure of more figures than a workbook takes at one go is told apart', () => {
  const point = { period: '2019-20-q4', status: 'final', confidentiality: 'open' } as const
  const ofFigures = (count: number) => ({ series: [{ role: 'own' as const, area: 'E10000034', name: 'Worcestershire', breakdown: '', points: Array.from({ length: count }, () => point) }] })
  assert.deepEqual([fitsWorkbook(ofFigures(mostFiguresInWorkbook)), fitsWorkbook(ofFigures(mostFiguresInWorkbook + 1))], [true, false])
})
