import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sheet } from '../testing.ts'
import { attackKnown, play, publish } from './testing/attacks.ts'
import { couldLie, most, rangesOf, readPublic, type Riddle } from './testing/riddle.ts'
import { ages, count, dice, emptyTruth, nameOf, put, sheetOf, sumUp } from './testing/truth.ts'

test('shares of boys and girls, and a count that is their denominator, tell no small number', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 4000)]
    for (const breakdown of ['sex=b', 'sex=g', 'sex=x']) {
      const whole = 1 + count(roll)
      put(truth, { breakdown, part: 'denominator' }, whole)
      put(truth, { breakdown, part: 'numerator' }, Math.min(whole, count(roll)))
    }
    for (const part of ['denominator', 'numerator']) sumUp(truth, { part }, ['sex=b', 'sex=g', 'sex=x'].map((breakdown) => nameOf({ breakdown, part })))
    for (const breakdown of ['', 'sex=b', 'sex=g', 'sex=x']) {
      const [all, some] = [nameOf({ breakdown, part: 'denominator' }), nameOf({ breakdown, part: 'numerator' })]
      // The rest is no number that the policy protects: it is only never less than nought.
      const rest = put(truth, { slug: 'rest', breakdown, part: 'rest' }, 0)
      truth.numbers.set(rest, (truth.numbers.get(all) ?? 0) - (truth.numbers.get(some) ?? 0) + 100)
      const hundred = put(truth, { slug: 'hundred', breakdown, part: 'rest' }, 100)
      truth.equations.push([[some, 1], [rest, 1], [hundred, -1], [all, -1]])
      const same = put(truth, { slug: 'plans', breakdown }, truth.numbers.get(all) ?? 0)
      truth.equations.push([[all, 1], [same, -1]])
    }
    const sheets = [sheetOf(truth, 'missing', { unit: 'percent', decimals: 1, denominator: 'Plans' }), sheetOf(truth, 'plans', { name: 'Plans' })]
    const shown = await publish(sheets)
    if (shown === undefined) return undefined
    const known = readPublic(shown)
    const riddle = (what: ReturnType<typeof readPublic>): Riddle => {
      const ranges = rangesOf([...truth.numbers.keys()], what)
      for (const name of ranges.keys()) if (/^(rest|hundred)/.test(name)) ranges.set(name, name.startsWith('rest') ? [100, 500] : [100, 100])
      return { ranges, equations: truth.equations }
    }
    const nothingShown = riddle(new Map([...known].filter(([, [, highest]]) => highest === 0)))
    const protectable = [...truth.numbers].filter(([name, number]) => number >= 1 && number <= 5 && !name.startsWith('rest'))
    for (const [name, number] of protectable) {
      const lowest = [1, 2, 3, 4, 5].find((limit) => couldLie(nothingShown, name, 0, limit)) ?? 5
      assert.ok(couldLie(riddle(known), name, 0, lowest) && couldLie(riddle(known), name, 5), `shares ${seed}: ${name} is ${number} of ${JSON.stringify([...known])}`)
    }
    return protectable.length
  }))

test('shares that are given without their counts tell no small number, however many children there are', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 8000)]
    for (const breakdown of ages) {
      put(truth, { slug: 'children', breakdown }, 40 + roll(60))
      put(truth, { slug: 'late', breakdown, part: 'numerator' }, count(roll))
    }
    sumUp(truth, { slug: 'children' }, ages.map((breakdown) => nameOf({ slug: 'children', breakdown })))
    sumUp(truth, { slug: 'late', part: 'numerator' }, ages.map((breakdown) => nameOf({ slug: 'late', breakdown, part: 'numerator' })))
    const shareOf = (breakdown: string) => (100 * (truth.numbers.get(nameOf({ slug: 'late', breakdown, part: 'numerator' })) ?? 0)) / (truth.numbers.get(nameOf({ slug: 'children', breakdown })) ?? 1)
    const late = sheet('late', Object.fromEntries(['', ...ages].map((breakdown) => [`own ${breakdown}`.trim(), { '2019-20-q4': { value: Number(shareOf(breakdown).toFixed(1)) } }])), { unit: 'percent', decimals: 1, denominator: 'Children' })
    const shown = await publish([late, sheetOf(truth, 'children', { name: 'Children' })])
    if (shown === undefined) return undefined
    const known = readPublic(shown)
    for (const breakdown of ['', ...ages]) {
      const [share, children] = [known.get(nameOf({ slug: 'late', breakdown })), known.get(nameOf({ slug: 'children', breakdown }))]
      if (share === undefined || children === undefined) continue
      const all = Array.from({ length: children[0] + 1 }, (_, number) => number).filter((number) => Number(((100 * number) / children[0]).toFixed(1)) === share[0])
      known.set(nameOf({ slug: 'late', breakdown, part: 'numerator' }), [all[0] ?? 0, all.at(-1) ?? most])
    }
    return attackKnown(truth, known, `shares alone ${seed}`)
  }))
