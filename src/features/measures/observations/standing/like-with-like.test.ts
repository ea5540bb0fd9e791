import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Link } from './arriving.ts'
import { jumpFaults } from './jump-faults.ts'
import { jumpsIn } from './jumps.ts'

type Compared = Parameters<typeof jumpsIn>[1]
const count: Compared = { unit: 'count', counting: 'period', frequency: 'quarter', breaks: [], rebases: [] }
const added: Compared = { ...count, counting: 'year-to-date' }
const own = [{ file: 'a.csv', what: 'observations' as const }]

type Given = number | Pick<Link, 'numerator' | 'denominator' | 'value'>

/** Figures by period; those whose period begins with `new ` arrive. */
function figures(byPeriod: Readonly<Record<string, Given>>): Link[] {
  return Object.entries(byPeriod).map(([words, given], place): Link => {
    const parts = typeof given === 'number' ? { numerator: undefined, denominator: undefined, value: given } : given
    const observation = { measure: 'm', area: 'E10000034', breakdown: '', period: words.replace(/^new /, ''), ...parts, status: 'final' as const, note: '', reason: '' }
    return { ...observation, revision: 1, ...(words.startsWith('new ') ? { from: { source: 0, line: place + 2, observation } } : {}) }
  })
}
const told = (byPeriod: Parameters<typeof figures>[0], measure = count) => jumpsIn(figures(byPeriod), measure).map(({ value, of, beside }) => [of, value, beside.is === 'replaced' ? '' : beside.period, beside.value])

test('what adds up over the year is held against the same quarter of the year before, whatever quarters are missing between', () => {
  const gapped = { '2020-21-q1': 150, '2020-21-q2': 12, '2020-21-q4': 170, '2021-22-q1': 8 }
  assert.deepEqual(told({ ...gapped, 'new 2021-22-q2': 11 }, added), [])
  assert.deepEqual(told({ '2021-22-q1': 8, '2021-22-q2': 11, '2021-22-q4': 160, '2022-23-q1': 9, 'new 2022-23-q2': 110 }, added), [['value', 110, '2021-22-q2', 11]])
  assert.deepEqual(told({ '2020-21-q2': 11, '2022-23-q1': 9, 'new 2022-23-q2': 110 }, added), [['value', 110, '2020-21-q2', 11]])
  assert.deepEqual(told({ '2021-22-q3': 11, 'new 2022-23-q2': 110 }, added), [])
})

test('a figure that is like those of the same part of other years is no jump, and one that is like neither is', () => {
  const monthly: Compared = { ...count, frequency: 'month' }
  const autumn = { '2021-07': 120, '2021-08': 118, '2021-09': 6573, '2021-10': 125, '2022-07': 128, '2022-08': 130 }
  assert.deepEqual(told({ ...autumn, 'new 2022-09': 6100 }, monthly), [])
  assert.deepEqual(told({ ...autumn, '2022-09': 6100, 'new 2022-10': 1200 }, monthly).length, 1)
  assert.deepEqual(told({ ...autumn, 'new 2022-09': 65_730 }, monthly), [['value', 65_730, '2022-08', 130]])
  assert.deepEqual(told({ '2021-07': 120, '2021-08': 118, 'new 2021-09': 6573, '2022-09': 6100 }, monthly), [])
})

test('a file whose figures are all ten times too large does not excuse itself', () => {
  const standing = { '2020-21-q1': 804, '2020-21-q2': 790, '2020-21-q3': 811, '2020-21-q4': 799 }
  const [first] = told({ ...standing, 'new 2021-22-q1': 8001, 'new 2021-22-q2': 7950, 'new 2021-22-q3': 8103, 'new 2021-22-q4': 8004, 'new 2022-23-q1': 8070 })
  assert.deepEqual(first, ['value', 8001, '2020-21-q4', 799])
})

test('what looks like another unit is told though it is like those of the same part of other years', () => {
  const found = jumpsIn(figures({ '2020-21-q1': 80, '2020-21-q2': 0.79, '2020-21-q3': 81, '2021-22-q1': 82, 'new 2021-22-q2': 0.8 }), { ...count, unit: 'percent' })
  assert.deepEqual(found.map(({ value, isSlip }) => [value, isSlip]), [[0.8, true]])
})

test('of what comes once a year a later figure makes no season', () => {
  const yearly: Compared = { ...count, frequency: 'financial-year' }
  assert.deepEqual(told({ '2018-19': 810, '2019-20': 790, 'new 2020-21': 8000, '2021-22': 8100 }, yearly), [['value', 8000, '2019-20', 790]])
})

test('a year beside quarters is held against years', () => {
  assert.deepEqual(told({ '2020-21': 4000, '2020-21-q4': 40, 'new 2021-22': 4100, 'new 2021-22-q1': 42 }), [])
  assert.deepEqual(told({ '2020-21': 4000, '2020-21-q4': 40, 'new 2021-22': 410 }), [['value', 410, '2020-21', 4000]])
})

test('a break that is recorded at a period that is missing parts the figures on its two sides', () => {
  const broken = { ...count, breaks: [{ period: '2020-21-q3', reason: 'A new system.' }] }
  assert.deepEqual(told({ '2020-21-q2': 40, 'new 2020-21-q4': 400 }, broken), [])
})

const of = (numerator: number, denominator: number): Given => ({ numerator, denominator, value: (100 * numerator) / denominator })
const share: Compared = { ...count, unit: 'percent' }
const shares = { '2021-22-q1': of(890, 1400), '2021-22-q2': of(905, 1425) }

test('a share that fits is told where what it is made of is ten times too large, and once where the share is far too', () => {
  assert.deepEqual(told({ ...shares, 'new 2021-22-q3': of(9050, 14_250) }, share), [['denominator', 14_250, '2021-22-q2', 1425]])
  assert.deepEqual(told({ ...shares, 'new 2021-22-q3': of(90, 1430) }, share).map(([part]) => part), ['value'])
  assert.deepEqual(told({ ...shares, 'new 2021-22-q3': of(880, 1390) }, share), [])
  assert.deepEqual(told({ '2021-22-q1': of(1, 2), 'new 2021-22-q2': of(8, 16) }, share), [])
})

test('figures are told with the decimals of their measure, and with more only where they would be lost', () => {
  const flags = (byPeriod: Parameters<typeof figures>[0]) => jumpFaults(jumpsIn(figures(byPeriod), share).map((jump) => ({ ...jump, measure: { unit: 'percent', decimals: 1 } })), own)
  const [far] = flags({ '2021-22-q1': of(210, 310), 'new 2021-22-q2': of(20, 315) }).flags
  assert.deepEqual([far?.field, far?.found, far?.message], ['value', '6.3', 'In 2021-22-q1 it was 67.7%, 11 times more. It was loaded; look whether it is right.'])
  const [counts] = flags({ ...shares, 'new 2021-22-q3': of(9050, 14_250) }).flags
  assert.deepEqual([counts?.field, counts?.found, counts?.message], ['denominator', '14250', 'In 2021-22-q2 the denominator was 1,425, 10 times less. It was loaded; look whether it is right.'])
  assert.match(flags({ '2021-22-q1': 2, 'new 2021-22-q2': 0.023 }).refused[0]?.found ?? '', /^0\.023$/)
})
