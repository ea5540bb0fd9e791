import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { attack, play, publish } from './testing/attacks.ts'
import { ages, count, dice, emptyTruth, nameOf, put, quarters, sheetOf, sumUp } from './testing/truth.ts'

test('corrections after which nothing adds up any more are never the end of a release', async () => {
  let published = 0
  for (let seed = 1; seed <= 40; seed += 1) {
    const [truth, roll] = [emptyTruth(), dice(seed + 14_000)]
    const periods = [...quarters, '2019-20-outturn']
    for (const period of quarters) sumUp(truth, { period }, ages.map((breakdown) => put(truth, { breakdown, period }, count(roll))))
    for (const breakdown of ['', ...ages]) sumUp(truth, { breakdown, period: '2019-20-outturn' }, quarters.map((period) => nameOf({ breakdown, period })))
    const earlier: MeasureSheet[] = []
    for (let revision = 2; revision <= 5; revision += 1) {
      // Refused it may be, in words; it must not fail.
      const shown = await publish([sheetOf(truth, 'missing')], earlier)
      if (shown !== undefined) published += 1
      earlier.push(...(shown ?? []))
      for (let corrected = 0; corrected <= roll(3); corrected += 1) put(truth, { breakdown: ['', ...ages][roll(4)] ?? '', period: periods[roll(5)] ?? '', revision }, count(roll))
    }
  }
  assert.ok(published >= 40, `${published} releases were published`)
})

test('three releases with revisions in them tell together no small number, of now or of then', () =>
  play(
    25,
    async (seed) => {
      const [truth, roll] = [emptyTruth(), dice(seed + 6000)]
      const newest = new Map<string, number>()
      const earlier: MeasureSheet[] = []
      let attacked = 0
      for (const [at, period] of quarters.slice(0, 3).entries()) {
        for (const breakdown of ages) newest.set(nameOf({ breakdown, period, revision: 0 }), 1)
        for (const breakdown of ages) put(truth, { breakdown, period }, count(roll))
        const revised = at > 0 && roll(3) > 0 ? quarters[at - 1] : undefined
        if (revised !== undefined) {
          const breakdown = ages[roll(3)] ?? ''
          const key = nameOf({ breakdown, period: revised, revision: 0 })
          newest.set(key, (newest.get(key) ?? 1) + 1)
          put(truth, { breakdown, period: revised, revision: newest.get(key) ?? 2 }, count(roll))
        }
        for (const old of quarters.slice(0, at + 1)) {
          const parts = ages.map((breakdown) => nameOf({ breakdown, period: old, revision: newest.get(nameOf({ breakdown, period: old, revision: 0 })) ?? 1 }))
          const before = truth.numbers.get(nameOf({ period: old, revision: newest.get(`${old} all`) ?? 1 }))
          const sum = parts.reduce((all, part) => all + (truth.numbers.get(part) ?? 0), 0)
          if (before !== sum) newest.set(`${old} all`, (newest.get(`${old} all`) ?? 0) + 1)
          sumUp(truth, { period: old, revision: newest.get(`${old} all`) ?? 1 }, parts)
        }
        const shown = await publish([sheetOf(truth, 'missing')], earlier)
        if (shown === undefined) return undefined
        earlier.push(...shown)
        attacked += attack(truth, earlier, `releases ${seed}, ${at + 1}`)
      }
      return attacked
    },
    { mayRefuse: true },
  ))
