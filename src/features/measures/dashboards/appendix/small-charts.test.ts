import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText } from '#platform/documents/blocks.ts'
import { checksumOf } from '#platform/files/content-store.ts'
import type { Release } from '../../releases/release.ts'
import { entryOf } from '../testing.ts'
import { dashboardBlocks } from './dashboard-blocks.ts'
import { smallCharts } from './small-charts.ts'

const release: Release = {
  body: 'panel', bodyName: 'Children’s Panel', period: '2019-20-q4', version: 1, title: 'Figures', publishedAt: new Date('2020-07-09T08:00:00Z'), note: '', approvedBy: 'Director', approvedOn: '2020-07-08',
  headings: ['Education', 'Care'], rankings: [], asked: [], policy: 'one-to-five v1',
}
const many = (count: number) => Array.from({ length: count }, (_, at) => entryOf({ measure: `measure-${at + 1}`, values: [60, 62, 61 + (at % 9)] }))
const namesIn = (drawn: string) => [...drawn.matchAll(/<text[^>]*font-weight="700"[^>]*>([A-Z][^<]*)/g)].map(([, name]) => name)

test('each measure with three figures has a small chart, heading by heading and then those for context', () => {
  const entries = [
    entryOf({ measure: 'visits', values: [9, 8, 7], heading: 'Care' }),
    entryOf({ measure: 'pupils', values: [900, 800, 700], definition: { polarity: 'neither' } }),
    entryOf({ measure: 'late', values: [50, 45, 40] }),
    entryOf({ measure: 'short', values: [50, 45] }),
    entryOf({ measure: 'hidden', values: [50, 45, undefined] }),
  ]
  const { charts, left } = smallCharts(release, entries)
  assert.deepEqual([charts.length, left], [1, 2])
  const { figure, picture } = charts[0] ?? assert.fail()
  assert.deepEqual(namesIn(picture.text), ['Late', 'Visits', 'Pupils'])
  assert.equal(figure.alternative, 'Small charts of 3 measures. Late: 40.0% in Q4 2019/20; Visits: 7.0% in Q4 2019/20; Pupils: 700.0% in Q4 2019/20. Their last figures are in tables below.')
  assert.deepEqual([figure.file.checksum, picture.file], [checksumOf(Buffer.from(picture.text)), figure.file])
})

test('a picture holds eight, and of very many measures 120 are drawn', () => {
  assert.deepEqual(smallCharts(release, many(120)).charts.map(({ figure }) => plainText(figure.caption)), Array.from({ length: 15 }, (_, picture) => `Small charts, ${picture + 1} of 15`))
  assert.deepEqual([smallCharts(release, many(200)).charts.length, smallCharts(release, many(200)).left], [15, 80])
})

test('the appendix shows them before the tables, says how to read them, and how many have none', () => {
  const entries = [...many(3), entryOf({ measure: 'short', values: [50] })]
  const blocks = dashboardBlocks(release, entries, undefined, smallCharts(release, entries))
  const at = blocks.findIndex((block) => block.kind === 'heading' && plainText(block.content) === 'Each measure at a glance')
  const [said, figure, next] = blocks.slice(at + 1)
  assert.ok(said?.kind === 'paragraph' && figure?.kind === 'figure' && next?.kind === 'heading')
  assert.match(plainText(said.content), /does not begin at nought\. 1 measure is in the tables alone: a drawing needs 3 figures, and at most 120 are drawn\.$/)
  assert.ok(!dashboardBlocks(release, entries).some((block) => block.kind === 'figure'))
})
