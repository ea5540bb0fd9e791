import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Link } from './arriving.ts'
import { jumpsIn } from './jumps.ts'

type Compared = Parameters<typeof jumpsIn>[1]
const percent: Compared = { unit: 'percent', counting: 'period', frequency: 'quarter', breaks: [], rebases: [] }
const count: Compared = { ...percent, unit: 'count' }

/** A series of quarters, of which the last arrives, or those at these places. */
function series(values: readonly (number | undefined)[], arriving = [values.length - 1]): Link[] {
  const [year, quarter] = [2020, 1]
  return values.map((value, place): Link => {
    const [from, at] = [year + Math.floor((quarter - 1 + place) / 4), ((quarter - 1 + place) % 4) + 1]
    const observation = { measure: 'm', area: 'E10000034', breakdown: '', period: `${from}-${from - 1999}-q${at}`, numerator: undefined, denominator: undefined, value, status: 'final' as const, note: '', reason: '' }
    return { ...observation, revision: 1, ...(arriving.includes(place) ? { from: { source: 0, line: 2, observation } } : {}) }
  })
}
const replacing = (value: number) => ({ value, numerator: undefined, denominator: undefined })
const told = (links: readonly Link[], measure = percent) => jumpsIn(links, measure).map(({ value, beside, isSlip }) => [value, beside.value, isSlip])

test('seven times the figure before, or a seventh, is told, and about a hundredth of a share is a slip', () => {
  assert.deepEqual(told(series([5, 50])), [[50, 5, false]])
  assert.deepEqual(told(series([80, 0.8])), [[0.8, 80, true]])
  assert.deepEqual(told(series([63, 55, 71, 0.63])), [[0.63, 71, true]])
  assert.deepEqual(told(series([5, 34])), [])
  assert.deepEqual(told(series([5, 35])), [[35, 5, false]])
  assert.deepEqual(told(series([0, 50])), [])
})

test('only what arrives is told, held against the last period that has a figure', () => {
  assert.deepEqual(told(series([5, undefined, 50])), [[50, 5, false]])
  assert.deepEqual(told(series([5, 50, 50])), [])
})

test('small counts jump by nature, and a thousand times is a slip of money alone', () => {
  assert.deepEqual(told(series([1, 12]), count), [])
  assert.deepEqual(told(series([2, 20]), count), [[20, 2, false]])
  assert.deepEqual(told(series([3, 3000]), count), [[3000, 3, false]])
  assert.deepEqual(told(series([3, 3000]), { ...count, unit: 'pounds' }), [[3000, 3, true]])
})

test('in a level series every slip of one digit is told at its own figure, wherever it stands', () => {
  const level = [410, 390, 520, 350, 480, 365, 505, 440, 372, 498]
  for (const place of level.keys())
    for (const times of [10, 0.1]) {
      const slipped = level.map((value, at) => (at === place ? value * times : value))
      const found = told(series(slipped, [...level.keys()]), count).map(([value]) => value)
      assert.deepEqual(found, [slipped[place]], `${place} times ${times}`)
    }
  assert.deepEqual(told(series(level, [...level.keys()]), count), [])
})

test('neither a slip that stands unnoticed nor a level that the series has reached makes the next figure a jump', () => {
  assert.deepEqual(told(series([810, 790, 8000, 805]), count), [])
  assert.deepEqual(told(series([8000, 805]), count), [[805, 8000, false]])
  assert.deepEqual(told(series([5, 6, 5, 5, 50, 48], [4, 5])), [[50, 5, false]])
})

test('what adds up over the year is held against the same quarter of the year before', () => {
  const added = { ...count, counting: 'year-to-date' as const }
  assert.deepEqual(told(series([30, 100, 200, 300, 31]), added), [])
  assert.deepEqual(told(series([30, 100, 200, 300, 310]), added), [[310, 30, false]])
})

test('nothing is told where a break is recorded, nor of the outturn of a year', () => {
  assert.deepEqual(told(series([5, 50]), { ...percent, breaks: [{ period: '2020-21-q2', reason: 'A new system.' }] }), [])
  assert.deepEqual(told(series([5, 50]).map((link) => ({ ...link, period: link.from === undefined ? link.period : '2021-22-outturn' }))), [])
})

test('a correction is held against the figure whose place it takes and against the period before', () => {
  const corrected = (values: readonly number[], replaced: number, note = '') => series(values).map((link) => (link.from === undefined ? link : { ...link, note, replaced: replacing(replaced) }))
  assert.deepEqual(told(corrected([95, 92], 9)), [[92, 9, false]])
  assert.deepEqual(told(corrected([95, 92], 91)), [])
  assert.deepEqual(told(corrected([9, 92], 91)), [[92, 9, false]])
  assert.deepEqual(told(corrected([0.8], 80)), [[0.8, 80, true]])
})

test('a correction by a hundred times that brings the figure back to its neighbours is no slip of its own', () => {
  const corrected = (values: readonly number[], replaced: number) => series(values).map((link) => (link.from === undefined ? link : { ...link, replaced: replacing(replaced) }))
  assert.deepEqual(told(corrected([79, 80], 0.8)), [[80, 0.8, false]])
  assert.deepEqual(told(corrected([0.79, 80], 0.8)), [[80, 0.79, true]])
})

test('a correction that comes back to its neighbours mends, and one that leaves them does not', () => {
  const corrected = (values: readonly number[], replaced: number, at = values.length - 1) => jumpsIn(series(values, [at]).map((link) => (link.from === undefined ? link : { ...link, replaced: replacing(replaced) })), count)
  assert.deepEqual(corrected([815, 805, 800], 8000).map(({ beside, isMend }) => [beside.is, isMend]), [['replaced', true]])
  assert.deepEqual(corrected([800, 815, 805], 8000, 0).map(({ beside, isMend }) => [beside.is, isMend]), [['replaced', true]])
  assert.deepEqual(corrected([815, 805, 8000], 810).map(({ beside, isMend }) => [beside.is, isMend]), [['before', false]])
  assert.deepEqual(corrected([8000], 810).map(({ beside, isMend }) => [beside.is, isMend]), [['replaced', false]])
})

test('a note says that a figure is right where it is new, or stood with one like it', () => {
  const noted = (replaced: number | undefined, note: string, noteBefore = '') => jumpsIn(series([5, 50]).map((link) => (link.from === undefined ? link : { ...link, note, noteBefore, ...(replaced === undefined ? {} : { replaced: replacing(replaced) }) })), percent).map((jump) => jump.note)
  assert.deepEqual(noted(5, ''), ['none'])
  assert.deepEqual(noted(5, 'Counted anew.', 'Census moved.'), ['new'])
  assert.deepEqual(noted(5, 'Census moved.', 'Census moved.'), ['old'])
  assert.deepEqual(noted(undefined, 'Awaited.', 'Awaited.'), ['old'])
  assert.deepEqual(noted(51, 'Counted anew.', 'Counted anew.'), ['new'])
})

test('the first figure of a series is held against the next, whichever of the two arrives first', () => {
  assert.deepEqual(told(series([0.8, 80])), [[80, 0.8, true]])
  assert.deepEqual(told(series([0.8, 80], [0])), [[0.8, 80, true]])
  assert.deepEqual(told(series([80, 81], [0])), [])
})

test('where the first and the next arrive together, the one after both says which is told', () => {
  assert.deepEqual(told(series([0.8, 80, 81], [0, 1, 2])), [[0.8, 80, true]])
  assert.deepEqual(told(series([80, 0.8, 81], [0, 1, 2])), [[0.8, 80, true]])
  assert.deepEqual(told(series([400, 41, 42], [0, 1, 2]), count), [[400, 41, false]])
  assert.deepEqual(told(series([400, 41], [0, 1]), count), [[41, 400, false]])
  assert.deepEqual(told(series([0.8, 80], [0, 1])), [[80, 0.8, true]])
})

test('the first figure after a break is held against the next, and never across a break', () => {
  const broken = { ...percent, breaks: [{ period: '2020-21-q2', reason: 'A new system.' }] }
  assert.deepEqual(told(series([5, 0.8, 80], [1]), broken), [[0.8, 80, true]])
  assert.deepEqual(told(series([0.8, 80], [0]), broken), [])
})
