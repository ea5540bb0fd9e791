import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../dashboards/testing.ts'
import { breakdownsSection } from './breakdowns-section.ts'
import { comparatorsSection } from './comparators-section.ts'
import { figuresTable } from './figures-table.ts'
import { historySection } from './history-section.ts'

const plainly = (markup: { toString(): string } | undefined) => (markup ?? '').toString().replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const rowsOf = (markup: { toString(): string } | undefined) => ((markup ?? '').toString().match(/<tr/g) ?? []).length
const values = (many: number) => Array.from({ length: many }, (_, at) => 60 + (at % 7))
const { sheet } = entryOf({ measure: 'plans', values: values(900), england: 65, parts: Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`ward=ward-${at + 1}`, values(60)])) })

test('a page shows the newest sixty figures of a longer series, thirteen of them at once, and leads to the file that has all', () => {
  const table = figuresTable(sheet)
  assert.equal(rowsOf(table), 62, 'sixty and the heads of two tables')
  assert.match(plainly(table), /Earlier figures \(47\).*Shown here: the newest 60 figures of 900\. The file has all of them \(\.csv\) \./)
  assert.match(table.toString(), /href="\/measures\/plans\.csv"/)
  assert.doesNotMatch(plainly(figuresTable(entryOf({ measure: 'plans', values: values(60) }).sheet)), /Shown here/)
})

test('of a hundred parts it shows fifty in eight periods, and says so', () => {
  const shown = breakdownsSection(sheet)
  assert.equal(rowsOf(shown), 51)
  assert.match(plainly(shown), /The first 50 of 100 as a table .*Ward 50 .*Shown here: the first 50 parts of 100\./)
})

test('of the figures of others it shows the newest sixty periods, and says so', () => {
  const long = { ...sheet, series: sheet.series.map((one) => (one.role === 'england' ? { ...one, points: (sheet.series[0]?.points ?? []).slice(-80) } : one)) }
  assert.match(plainly(comparatorsSection(long)), /Figures of others for 80 periods .*Shown here: the newest 60 periods of 80\./)
})

test('of very many revised figures it tells the newest fifty, and leads to the releases', () => {
  const revised = Array.from({ length: 70 }, (_, at) => ({ period: '2019-20-q3', breakdown: `ward=ward-${at + 1}`, was: '48.0%', now: '47.0%', reason: 'Recount: four were found.' }))
  const once = { body: 'panel', bodyName: 'Panel', period: '2019-20-q4', version: 1, title: 'Figures', publishedAt: new Date('2020-07-09T08:00:00Z'), note: '', asOf: '2019-20-q4', isInParts: true, isConfirmed: true, revised }
  const words = plainly(historySection([once], sheet.definition))
  assert.match(words, /Ward 50: was 48\.0%; 47\.0% since 9 July 2020\. The reason given: “ Recount: four were found ”\. +Shown here: the newest 50 of 70\. Each release below/)
  assert.doesNotMatch(words, /Ward 51/)
})
