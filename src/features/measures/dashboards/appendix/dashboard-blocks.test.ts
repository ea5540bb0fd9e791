import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { plainText, type Block } from '#platform/documents/blocks.ts'
import { checksumOf } from '#platform/files/content-store.ts'
import type { Release } from '../../releases/release.ts'
import type { SheetPoint } from '../../sheets/sheet.ts'
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
  entryOf({ measure: 'late', values: [45, undefined, undefined, undefined, 40], commentary }),
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

test('it holds the last seven periods with a figure side by side, and how each figure is judged', () => {
  assert.deepEqual(table('Education: figures').columns.map(({ heading }) => plainText(heading)), ['Measure', 'Q2 2018/19', 'Q3 2018/19', 'Q4 2018/19', 'Q1 2019/20', 'Q2 2019/20', 'Q3 2019/20', 'Q4 2019/20'])
  assert.deepEqual(rows('Education: figures'), [['Good', '71.0%', '72.0%', '[x]', '74.0%', '75.0%', '76.0%', '77.0%'], ['Late', '[x]', '[x]', '45.0%', '[x]', '[x]', '[x]', '40.0%']])
  assert.match(rows('Education: how')[0]?.join('|') ?? '', /^Good\|77\.0% in Q4 2019\/20\|Green: the target is met\.\|60\.0% or more, national: met\|/)
})

test('a period of which no measure has a figure takes no column from one that has', () => {
  const rare = entryOf({ measure: 'rare', values: [179, undefined, 210, undefined, 131, undefined, 274, 143, undefined, undefined, 242, 349] })
  const [of] = dashboardBlocks(release, [rare]).flatMap((block) => (block.kind === 'table' && plainText(block.caption).includes(': figures') ? [block] : []))
  assert.deepEqual(of?.rows[0]?.map((cell) => plainText(cell)), ['Rare', '179.0%', '210.0%', '131.0%', '274.0%', '143.0%', '242.0%', '349.0%'])
})

const saidOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' || block.kind === 'paragraph' ? [plainText(block.content)] : block.kind === 'list' ? block.items.flat().flatMap((one) => (one.kind === 'paragraph' ? [`- ${plainText(one.content)}`] : [])) : []))

test('where nothing is an exception, the appendix says like the dashboard what no rule can judge, what went the wrong way and what a break parts', () => {
  const untargeted = { targets: [] }
  const fell = entryOf({ measure: 'fell', values: [70, 60], definition: untargeted })
  const { sheet, ...entry } = entryOf({ measure: 'parted', values: [70, 60], definition: untargeted })
  const parted = (point: SheetPoint) => (point.period === '2019-20-q4' ? { ...point, brokenHere: 'Counted anew.' } : point)
  const broken = { ...entry, sheet: { ...sheet, series: sheet.series.map((series) => ({ ...series, points: series.points.map(parted) })) } }
  const said = saidOf(dashboardBlocks({ ...release, note: 'Rankings recounted.' }, [fell, broken]))
  assert.deepEqual(said.slice(0, 2), ['No measure can be judged by rule', 'January to March 2020 (quarter 4 of 2019/20). Published 9 July 2020, version 1: Rankings recounted. No measure here can be judged by rule: no target holds for them in this period, their figures are too few to tell change from chance, and nothing is known of others by which chance could be ruled out.'])
  assert.deepEqual([said[2], said[3]], ['As the figures stand, these went the wrong way', '- Fell: 60.0%; down from 70.0% in Q3 2019/20'])
  assert.deepEqual(said.slice(5, 7), ['Of these nobody can say which way they went', '- Parted: 60.0% cannot be compared with 70.0% in Q3 2019/20, because of a break: Counted anew.'])
})

test('the appendix gives the footnotes of its figures, and says of an example what is made up', () => {
  const { sheet, ...entry } = entryOf({ measure: 'late', values: [45, 40], england: 65, commentary: { ...commentary, invented: 'what-followed' } })
  const noted = { ...entry, sheet: { ...sheet, series: sheet.series.map((one) => ({ ...one, points: one.points.map((point) => (point.period === sheet.asOf ? { ...point, note: `Of ${one.name}.` } : point)) })) } }
  const said = saidOf(dashboardBlocks({ ...release, invented: 'what-followed', asked: [{ text: 'A map', href: '/recommendations/1', state: 'Asked', invented: 'everything' }] }, [noted])).join('\n')
  assert.match(said, /Published 9 July 2020, version 1\. Partly invented\. The figures are of record/)
  assert.match(said, /Signed by the Head, 1 July 2020\. Partly invented\. What it states as fact is of record/)
  assert.match(said, /- A map \(Asked; invented example\)/)
  assert.match(said, /Notes to these figures:\n- Late, 40\.0% in Q4 2019\/20: Of Worcestershire\.\n- Late, England 65\.0% \(Q4 2019\/20\): Of England\./)
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
