import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { plainText, type Block } from '#platform/documents/blocks.ts'
import { checksumOf } from '#platform/files/content-store.ts'
import type { Release } from '../../releases/release.ts'
import { entryOf } from '../testing.ts'
import { dashboardBlocks } from './dashboard-blocks.ts'
import { exceptionCharts } from './exception-charts.ts'

const release: Release = {
  body: 'panel', bodyName: 'Children’s Panel', period: '2019-20-q4', version: 1, title: 'Figures', publishedAt: new Date('2020-07-09T08:00:00Z'), note: '', approvedBy: 'Director', approvedOn: '2020-07-08',
  headings: ['Education'], rankings: [{ measure: 'factors', by: 'factor', top: 10, title: 'Ten factors' }], asked: [], policy: 'one-to-five v1',
}
const commentary = { happened: 'Two left.\u0000', why: '', doing: [{ what: 'Hire', byWhom: 'Head', byWhen: '2020-09-01' }], backOnTrack: 'December', signedBy: 'Head', signedOn: '2020-07-01', claims: [] }
const entries = [
  entryOf({ measure: 'good', values: [70, 71, 72, undefined, 74, 75, 76, 77], england: 60 }),
  entryOf({ measure: 'late', values: [40], commentary }),
  entryOf({ measure: 'factors', values: [9], parts: { 'factor=neglect': [40, 50], 'factor=gangs': [9, 'hidden'] }, definition: { polarity: 'neither', unit: 'count', decimals: 0 } }),
]
const blocks = dashboardBlocks(release, entries)
const table = (name: string) => blocks.flatMap((block) => (block.kind === 'table' && plainText(block.caption).startsWith(name) ? [block] : []))[0] ?? assert.fail(name)
const rows = (name: string) => table(name).rows.map((row) => row.map((cell) => plainText(cell)))

test('an appendix begins with what needs looking at first and what is said of it', () => {
  assert.deepEqual(rows('What needs looking at first'), [['Late', 'Red', '40.0% in Q4 2019/20', '60.0% or more, national: missed']])
  const said = blocks.map((block) => (block.kind === 'list' ? block.items.map((item) => item.map((one: Block) => (one.kind === 'paragraph' ? plainText(one.content) : '')).join(' ')) : [])).flat()
  assert.deepEqual(said, ['What happened: Two left.\uFFFD', 'Being done: Hire: Head, 1 September 2020', 'Back on track: December'])
})

test('an exception has its chart with what it shows in words; what is no exception, and what is hidden, has none', () => {
  const worse = [...entries.slice(0, 1), entryOf({ measure: 'late', values: [50, 45, 40] }), entryOf({ measure: 'single', values: [40] }), entryOf({ measure: 'hidden', values: [undefined, undefined], exception: 'new' })]
  const charts = exceptionCharts(worse)
  assert.deepEqual([...charts.keys()], ['late'])
  const { figure, picture } = charts.get('late') ?? assert.fail()
  assert.match(figure.alternative, /^Chart of Late, Q2 2019\/20 to Q4 2019\/20\. .*40\.0%.* Its last figures are in a table below\.$/)
  assert.deepEqual([figure.file.checksum, picture.file], [checksumOf(Buffer.from(picture.text)), figure.file])
  assert.deepEqual(dashboardBlocks(release, worse, charts).flatMap((block) => (block.kind === 'figure' ? [block] : [])), [figure])
})

test('it holds the last six periods side by side, gaps as gaps, and how each figure is judged', () => {
  assert.deepEqual(table('Education: figures').columns.map(({ heading }) => plainText(heading)), ['Measure', 'Q3 2018/19', 'Q4 2018/19', 'Q1 2019/20', 'Q2 2019/20', 'Q3 2019/20', 'Q4 2019/20'])
  assert.deepEqual(rows('Education: figures')[0], ['Good', '72.0%', '[x]', '74.0%', '75.0%', '76.0%', '77.0%'])
  assert.match(rows('Education: how')[0]?.join('|') ?? '', /^Good\|77\.0% in Q4 2019\/20\|Green: the target is met\.\|60\.0% or more, national: met\|/)
})

test('what is hidden on the dashboard is hidden in the appendix, and no cell is blank', () => {
  assert.deepEqual(rows('Ten factors'), [['Neglect', '1: 40', '1: 50'], ['Gangs', '2: 9', '[c]']])
  for (const block of blocks) if (block.kind === 'table') for (const cell of block.rows.flat()) assert.notEqual(plainText(cell), '')
})

test('its headings are those of a document, level by level, and it can be kept as JSON and written as a page', () => {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  assert.deepEqual([levels[0], levels.every((level, index) => level - (levels[index - 1] ?? 1) <= 1)], [2, true])
  assert.deepEqual(JSON.parse(JSON.stringify(blocks)), blocks)
  assert.match(blocksToHtml(blocks, { headingLevel: 2, fileAddress: () => '' }).toString(), /<caption[^>]*>Education: figures/)
})
