import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkFigures } from '../link-figures.ts'
import { sheet } from '../testing.ts'
import { attack, attackByProgram, play, publish } from './testing/attacks.ts'
import { count, dice, emptyTruth, nameOf, put, sheetOf, sumUp, without } from './testing/truth.ts'

const sexes = ['sex=b', 'sex=g'] as const

test('by the second version of the rule shares tell neither how few are counted nor how few are left', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 12_000)]
    for (const breakdown of sexes) {
      const [some, rest] = [count(roll), count(roll)].toSorted((one, other) => other - one) as [number, number]
      put(truth, { breakdown, part: 'numerator' }, some)
      put(truth, { breakdown, part: 'rest' }, rest)
      put(truth, { breakdown, part: 'denominator' }, some + rest + (some + rest === 0 ? 1 : 0))
      if (some + rest === 0) put(truth, { breakdown, part: 'rest' }, 1)
    }
    for (const part of ['numerator', 'denominator', 'rest']) sumUp(truth, { part }, sexes.map((breakdown) => nameOf({ breakdown, part })))
    for (const breakdown of ['', ...sexes]) {
      const [some, rest, all] = ['numerator', 'rest', 'denominator'].map((part) => nameOf({ breakdown, part })) as [string, string, string]
      truth.equations.push([[some, 1], [rest, 1], [all, -1]])
    }
    const given = { ...truth, numbers: new Map([...truth.numbers].filter(([name]) => !name.includes('|rest@'))) }
    const shown = await publish([sheetOf(given, 'missing', { unit: 'percent', decimals: 1, policy: 'one-to-five-v2' })])
    return shown && attack(truth, shown, `both sides ${seed}`)
  }))

test('what a share left that a release hid and a revision has replaced is not told by what comes beside it', async () => {
  // Of 33 girls 30 are in time, 3 are not: hidden, and the boys with them. Of all 73 in time, 42 boys shown later would leave 31 girls at most, so that two at least were not.
  const share = { unit: 'percent', decimals: 1, denominator: 'Plans', policy: 'one-to-five-v2' } as const
  const again = { revision: 2, status: 'revised' } as const
  const plans = (girls: number, changes: object) => sheet('plans', { own: { '2019-20-q4': { value: girls + 50, ...changes } }, 'own sex=g': { '2019-20-q4': { value: girls, ...changes } }, 'own sex=b': { '2019-20-q4': 50 } }, { name: 'Plans' })
  const first = await publish([plans(33, {}), sheet('on-time', { own: { '2019-20-q4': [73, 83] }, 'own sex=g': { '2019-20-q4': [30, 33] }, 'own sex=b': { '2019-20-q4': [43, 50] } }, share)])
  const revised = { own: { '2019-20-q4': { ...again, value: 79.2, numerator: 103, denominator: 130 } }, 'own sex=g': { '2019-20-q4': { ...again, value: 75, numerator: 60, denominator: 80 } }, 'own sex=b': { '2019-20-q4': [43, 50] } } as const
  const second = await publish([plans(80, again), sheet('on-time', { ...revised, 'own sex=b;age=a': { '2019-20-q4': [42, 42] } }, { ...share, breakdowns: [{ name: 'age', values: ['a', 'b'] }] })], first)
  const stateOf = (sheets: typeof first, breakdown: string) => sheets?.[1]?.series.find((series) => series.breakdown === breakdown)?.points[0]?.confidentiality
  assert.deepEqual(['', 'sex=g', 'sex=b'].map((breakdown) => stateOf(first, breakdown)), ['open', 'hidden', 'hidden'])
  assert.equal(stateOf(second, 'sex=b;age=a'), 'hidden')
})

test('what shares leave grows in a year to date, and adds up to what the year leaves: neither tells a small number', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 23_000)]
    const counting = (['year-to-date', 'period'] as const)[seed % 2] ?? 'period'
    for (const [at, period] of ['2019-20-q1', '2019-20-q2', '2019-20-outturn'].entries())
      for (const breakdown of ['sex=b', 'sex=g']) {
        for (const part of ['numerator', 'left']) {
          const grown = put(truth, { breakdown, period, part: `${part} grown` }, count(roll) + (part === 'left' ? 1 : 0))
          const before = ['2019-20-q1', '2019-20-q2'].slice(counting === 'period' ? at === 2 ? 0 : at : Math.max(at - 1, 0), at).map((one) => nameOf({ breakdown, period: one, part }))
          sumUp(truth, { breakdown, period, part }, [...before, grown])
        }
        sumUp(truth, { breakdown, period, part: 'denominator' }, ['numerator', 'left'].map((part) => nameOf({ breakdown, period, part })))
      }
    for (const period of ['2019-20-q1', '2019-20-q2', '2019-20-outturn']) for (const part of ['numerator', 'left', 'denominator']) sumUp(truth, { period, part }, ['sex=b', 'sex=g'].map((breakdown) => nameOf({ breakdown, period, part })))
    const given = without(truth, ...[...truth.numbers.keys()].filter((name) => !/\|(?:numerator|denominator)@/.test(name)))
    const shown = await publish([sheetOf(given, 'missing', { unit: 'percent', decimals: 1, policy: 'one-to-five-v2', counting })])
    return shown && attackByProgram(truth, shown, `${counting} ${seed}`)
  }))

test('that a share is hidden does not tell that somebody was counted in it: it may be hidden for the other part', () => {
  const { world } = linkFigures([sheet('missing', { own: { '2019-20-q4': [3, 40] } }, { unit: 'percent', decimals: 1 })], [])
  assert.deepEqual(world.cells.flatMap(({ of, least }) => (of?.field === 'numerator' ? [least] : [])), [0])
})
