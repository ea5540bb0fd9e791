import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import readSheets from 'read-excel-file/node'
import { allOf, packageOf, treeOf, wordsOf } from '#platform/documents/tables/testing/package-of.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { columns } from './columns.ts'
import { measureDownload, releaseDownload } from './downloads.ts'
import { exampleRelease, exampleSite } from './testing.ts'
import { longForm } from './long-form.ts'
import { entryOf } from '../dashboards/testing.ts'

const out = exampleRelease()
const text = (form: 'csv' | 'csv-metadata.json' | 'json') => String(releaseDownload(out, form, exampleSite).body)
const bytes = (form: 'xlsx' | 'ods') => Buffer.from(releaseDownload(out, form, exampleSite).body)
type Row = Record<string, string>
const rows = parse<Row>(text('csv'), { bom: true, columns: true })
const row = (period: string, changes: Row = {}) => rows.find((one) => one['period'] === period && Object.entries({ role: 'own', breakdown: 'all', ...changes }).every(([name, value]) => one[name] === value)) ?? assert.fail(period)
const some = (found: Row, names: readonly string[]) => names.map((name) => found[name])

test('there is one row for each measure, area, breakdown and period', () => {
  const keys = rows.map((one) => some(one, ['measure', 'area', 'breakdown', 'period']).join('|'))
  assert.equal(new Set(keys).size, keys.length)
  const given = out.entries.flatMap(({ sheet }) => sheet.series.flatMap(({ points }) => points)).length
  assert.equal(rows.length, given)
})

test('no cell is blank: one that holds nothing says why', () => {
  for (const one of rows) for (const [name, cell] of Object.entries(one)) assert.notEqual(cell, '', name)
  assert.deepEqual(some(row('2018-19', { role: 'england' }), ['numerator', 'target', 'note', 'value']), ['x', 'z', 'z', '58.3'])
})

test('value, status and confidentiality are three fields, and a hidden figure leaves nothing behind', () => {
  const hidden = row('2019-20-q4', { breakdown: 'phase=primary' })
  assert.deepEqual(some(hidden, ['value', 'numerator', 'denominator', 'lower_95', 'status', 'confidentiality', 'shorthand', 'value_before']), ['c', 'c', 'c', 'c', 'final', 'hidden', 'c', 'z'])
  assert.deepEqual(some(row('2019-20-q4'), ['value', 'status', 'confidentiality', 'shorthand']), ['70', 'provisional', 'open', 'p'])
  assert.deepEqual(some(row('2019-20-q3'), ['shorthand', 'break', 'value_before', 'revision_reason', 'revision']), ['r b', 'Counted anew, "by" week', '60', 'A school was late', '2'])
})

test('the figure that the release is about carries its interval, its target and whose it is, its judgement and those beside it', () => {
  const judged = row('2019-20-q4')
  assert.deepEqual(some(judged, ['lower_95', 'upper_95', 'interval_method', 'target', 'target_whose', 'target_set_by', 'target_set_on', 'against_target']), ['63.3', '75.9', 'wilson', '60', 'council', 'Cabinet', '2019-03-01', 'met'])
  assert.deepEqual(some(judged, ['against_england', 'england_value', 'england_period', 'against_neighbours', 'neighbours_value', 'against_region']), ['better', '58.3', '2018-19', 'better', '50', 'z'])
  assert.deepEqual(some(judged, ['over_time', 'rag', 'confirmed', 'polarity', 'definition_version']), ['too-short', 'green', 'false', 'higher', '1'])
  assert.match(judged['judged_by'] ?? '', /95% interval \(Wilson\).*XmR/)
  assert.deepEqual(some(row('2019-20-q2'), ['against_target', 'rag', 'against_england']), ['cannot-tell', 'z', 'z'])
  assert.deepEqual(some(row('2019-20-q4', { role: 'neighbours' }), ['comparator_method', 'comparator_used', 'comparator_of']), ['mean', '1', '2'])
})

test('where no target holds for the period that is judged, another stands in columns of its own with its periods', () => {
  const targets = [{ from: '2020-21', to: '2021-22', value: 64, whose: 'national' as const, setBy: 'The Department' }]
  const told = longForm([entryOf({ measure: 'plans', values: [60, 70], definition: { targets } })]).map(({ otherTarget, otherTargetFrom, otherTargetTo }) => [otherTarget, otherTargetFrom, otherTargetTo])
  assert.deepEqual(told, [[undefined, undefined, undefined], [64, '2020-21', '2021-22']])
})

test('what looks like a formula is text in every form', () => {
  assert.equal(row('2019-20-q4')['note'], "'=Counted by hand")
})

test('the metadata of the CSV name every column in its order by the rules of W3C, and each cell is of its kind or a shorthand', () => {
  const metadata = JSON.parse(text('csv-metadata.json')) as Metadata
  assert.deepEqual(metadata['@context'], ['http://www.w3.org/ns/csvw', { '@language': 'en' }])
  assert.equal(metadata.url, '2019-20-q4.csv')
  const header = Object.keys(rows[0] ?? {})
  assert.deepEqual(metadata.tableSchema.columns.map(({ titles }) => titles[0]), header)
  for (const { name, titles, datatype, null: none, required } of metadata.tableSchema.columns) {
    // Tabular data model 2015, "name": as a variable of a URI template, and not beginning with an underscore.
    assert.match(name, /^[A-Za-z0-9][A-Za-z0-9_]*$/)
    assert.ok(titles.includes(name))
    const kind = typeof datatype === 'string' ? datatype : datatype.base
    const cells = rows.map((one) => one[name] ?? '').filter((cell) => none?.includes(cell) !== true)
    for (const cell of cells) assert.match(cell, kinds[kind] ?? assert.fail(kind), `${name}: ${cell}`)
    if (required === true) assert.equal(cells.length, rows.length, name)
  }
  for (const key of metadata.tableSchema.primaryKey) assert.ok(header.includes(key))
  assert.deepEqual([metadata['dc:license'], metadata['dc:publisher'], metadata['wdrs:describedby']], [{ '@id': exampleSite.dataLicence }, { 'schema:name': 'Example County' }, [{ '@id': 'https://council.example/measures/plans-on-time#definition' }]])
})

interface Metadata {
  readonly '@context': unknown
  readonly url: string
  readonly 'dc:license': unknown
  readonly 'dc:publisher': unknown
  readonly 'wdrs:describedby': unknown
  readonly tableSchema: { readonly primaryKey: readonly string[]; readonly columns: readonly { readonly name: string; readonly titles: readonly string[]; readonly datatype: string | { readonly base: string }; readonly null?: readonly string[]; readonly required?: boolean }[] }
}

const kinds: Readonly<Record<string, RegExp>> = { string: /./, decimal: /^-?\d+(\.\d+)?$/, integer: /^-?\d+$/, date: /^\d{4}-\d{2}-\d{2}$/, boolean: /^(true|false)$/ }

test('the JSON holds the same figures, null where there is none, with what shorthand means', () => {
  const { measures, shorthand } = JSON.parse(text('json')) as { readonly measures: readonly { readonly figures: readonly Record<string, unknown>[]; readonly definition: { readonly name: string } }[]; readonly shorthand: Record<string, string> }
  const figures = measures[0]?.figures ?? []
  assert.equal(figures.length, rows.length)
  const hidden = figures.find(({ breakdown }) => breakdown === 'phase=primary')
  assert.deepEqual([hidden?.['value'], hidden?.['shorthand']], [null, ['c']])
  assert.deepEqual(figures.map(({ value }) => value), rows.map(({ value }) => (value === 'c' ? null : Number(value))))
  assert.match(shorthand['c'] ?? '', /^confidential/)
  assert.equal(measures[0]?.definition.name, 'Plans on time')
})

test('the workbook reads back sheet by sheet: a cover, the list of sheets, and one table a sheet without a blank cell', async () => {
  const sheets = await readSheets(bytes('xlsx'))
  assert.deepEqual(sheets.map(({ sheet }) => sheet), ['Cover', 'Contents', 'Notes', 'Shorthand', 'Summary', 'Figures', 'Commentary', 'Definitions'])
  for (const { sheet, data } of sheets.slice(1)) {
    const table = data.slice(sheet === 'Contents' ? 2 : 3)
    assert.ok(table.length > 1, sheet)
    for (const line of table) for (const cell of line) assert.ok(cell !== null && cell !== '', `${sheet}: ${JSON.stringify(line)}`)
  }
  const figures = sheets[5]?.data ?? []
  assert.deepEqual(figures[3], columns.map(({ title }) => title))
  assert.equal(figures.length - 4, rows.length)
  const at = (title: string) => figures[3]?.indexOf(title) ?? -1
  const judged = figures.find((line) => line[at('Period')] === '2019-20-q4' && line[at('Note')] !== '[z]')
  assert.deepEqual([judged?.[at('Figure')], judged?.[at('Note')], judged?.[at('To')]], [70, '[note 3]', new Date('2020-03-31T00:00:00Z')])
  assert.deepEqual(sheets[2]?.data.slice(4), [['[note 1]', 'Counted anew, "by" week'], ['[note 2]', 'A school was late'], ['[note 3]', '=Counted by hand']])
  assert.equal(sheets[6]?.data[4]?.[3], 'The owner has not confirmed this period')
})

test('both workbooks hold the same words', async () => {
  const ods = treeOf((await packageOf(bytes('ods'))).get('content.xml') ?? '')
  const names = allOf(ods, 'table:table').map(({ of }) => of['table:name'])
  const sheets = await readSheets(bytes('xlsx'))
  assert.deepEqual(names, sheets.map(({ sheet }) => sheet))
  const words = allOf(ods, 'table:table').map((sheet) => allOf(sheet, 'table:table-row').map((line) => wordsOf(line.children[0] ?? assert.fail())))
  assert.deepEqual(words, sheets.map(({ data }) => data.map(([first]) => String(first))))
  assert.equal(allOf(ods, 'table:database-range').length, names.length - 1)
})

test('a measure is downloaded as its own table', () => {
  const entry = out.entries[0] ?? assert.fail()
  const file = measureDownload({ entry, release: out.release }, 'csv-metadata.json', exampleSite)
  assert.equal(file.filename, 'plans-on-time.csv-metadata.json')
  assert.equal((JSON.parse(String(file.body)) as Metadata).url, 'plans-on-time.csv')
  assert.equal(measureDownload({ entry, release: out.release }, 'csv', exampleSite).body, text('csv'))
})

test('lists of what is most frequent and revised figures are sheets of their own where there are any', async () => {
  const entry = out.entries[0] ?? assert.fail()
  const more = { ...out, release: { ...out.release, rankings: [{ measure: entry.measure, by: 'phase', top: 3, title: 'Phases' }] }, entries: [{ ...entry, sheet: withParts(entry.sheet), revised: [{ period: '2019-20-q3', breakdown: '', was: '60.0%', now: '63.0%', reason: 'A school was late' }] }] }
  const sheets = await readSheets(Buffer.from(releaseDownload(more, 'xlsx', exampleSite).body))
  const table = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data.slice(4)
  assert.deepEqual(table('Rankings'), [['Phases', 'Secondary', 'Q4 2019/20', 1, 'No', 20]])
  assert.deepEqual(table('Revised'), [['Plans on time', 'Q3 2019/20', 'all', '60.0%', '63.0%', 'A school was late', '[z]']])
})

/** One part more, which is not hidden. */
function withParts(sheet: MeasureSheet): MeasureSheet {
  return { ...sheet, series: [...sheet.series, { role: 'own', area: 'E10000034', name: 'Worcestershire', breakdown: 'phase=secondary', points: [{ period: '2019-20-q4', value: 20, status: 'final', confidentiality: 'open' }] }] }
}
