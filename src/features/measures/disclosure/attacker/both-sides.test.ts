import { test } from 'node:test'
import { attack, play, publish } from './testing/attacks.ts'
import { count, dice, emptyTruth, nameOf, put, sheetOf, sumUp } from './testing/truth.ts'

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
