import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf, type MadeEntry } from '../dashboards/testing.ts'
import { plainFacts } from './plain-facts.ts'

const facts = (values: MadeEntry['values'], definition: MadeEntry['definition'] = {}) => plainFacts(entryOf({ measure: 'plans', values, definition }).sheet)

test('a figure stands beside that of the period before, and that of a year before', () => {
  assert.equal(facts([90, 86, 84, 84, 84]), '84.0%, as in the quarter before; 90.0% a year before; none of the 5 figures published is lower')
  assert.equal(facts([84, 90]), '90.0%, up from 84.0% in the quarter before')
  assert.equal(facts([80]), undefined)
  assert.equal(facts([80, undefined]), undefined)
})

test('where nothing is known of a year before, the first figure that can be compared stands there, and a gap is named', () => {
  assert.equal(facts([90, undefined, 84, 86, undefined, 84]), '84.0%, down from 86.0% in Q2 2019/20; 90.0% in Q3 2018/19, the first that can be compared; none of the 4 figures published is lower')
})

test('a run of falls or rises is named, and ends at a gap and at a figure that is written alike', () => {
  assert.match(facts([90, 88, 86, 84]) ?? '', /; the 3rd fall in a row; the lowest of the 4 figures published$/)
  assert.match(facts([70, 80, 81.04, 81]) ?? '', /^81\.0%, as in the quarter before; 70\.0%[^;]*; none of the 4 figures published is higher$/)
  assert.match(facts([90, 88, undefined, 86, 84, 83]) ?? '', /; the 2nd fall in a row; the lowest of the 5 figures published$/)
})

test('a figure of the year so far stands beside that of the same part of an earlier year, and no other', () => {
  const exclusions = { counting: 'year-to-date' as const, unit: 'count' as const, decimals: 0, definition: 'Pupils excluded since the school year began.' }
  assert.equal(facts([80, ...Array<undefined>(10).fill(undefined), 110, 119], exclusions), '119 so far this academic year, up from 80 by the same time in Q4 2016/17')
  assert.equal(facts([80, 119], exclusions), undefined)
})

test('of a count by quarter another time of year stands beside it as such, and that nothing is known of the same time', () => {
  const count = { unit: 'count' as const, decimals: 0, polarity: 'lower' as const }
  assert.equal(facts([131, 274, undefined, 242, 349], count), '349, up from 242 in the quarter before; 131 a year before; the highest of the 4 figures published')
  assert.equal(facts([274, 242, 349], count), '349, up from 242 in the quarter before; nothing is known of the same time a year before')
})
