import { test } from 'node:test'
import { attack, play, publish } from './testing/attacks.ts'
import { count, dice, emptyTruth, nameOf, put, quarters, sheetOf, sumUp } from './testing/truth.ts'

test('quarters of boys and girls and their year tell no small number', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 1000)]
    const all = quarters.map((period) => sumUp(truth, { period }, ['sex=b', 'sex=g'].map((breakdown) => put(truth, { breakdown, period }, count(roll)))))
    for (const breakdown of ['sex=b', 'sex=g']) sumUp(truth, { breakdown, period: '2019-20-outturn' }, quarters.map((period) => nameOf({ breakdown, period })))
    const outturn = sumUp(truth, { period: '2019-20-outturn' }, all)
    truth.equations.push([[outturn, -1], ...['sex=b', 'sex=g'].map((breakdown) => [nameOf({ breakdown, period: '2019-20-outturn' }), 1] as const)])
    const shown = await publish([sheetOf(truth, 'missing')])
    return shown === undefined ? undefined : attack(truth, shown, `year ${seed}`)
  }))

test('a year to date tells no small number by what it grows, whole or in parts', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 2000)]
    for (const [at, period] of quarters.entries()) {
      for (const breakdown of ['sex=b', 'sex=g']) {
        const grown = put(truth, { slug: 'grown', breakdown, period, part: 'step' }, count(roll))
        const before = at === 0 ? [] : [nameOf({ breakdown, period: quarters[at - 1] ?? '' })]
        sumUp(truth, { breakdown, period }, [...before, grown])
      }
      sumUp(truth, { period }, ['sex=b', 'sex=g'].map((breakdown) => nameOf({ breakdown, period })))
    }
    for (const [name, number] of truth.numbers) if (name.startsWith('grown') && name.includes('q1') && number === 0) return 0
    const shown = await publish([sheetOf(truth, 'missing', { counting: 'year-to-date' })])
    return shown === undefined ? undefined : attack(truth, shown, `to date ${seed}`)
  }))

test('quarters of several measures and the year that they make up tell no small number', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 11_000)]
    const slugs = ['home', 'care'].slice(0, 1 + roll(2))
    for (const slug of slugs) for (const period of quarters) put(truth, { slug, period }, count(roll))
    sumUp(truth, { slug: 'all', period: '2019-20' }, slugs.flatMap((slug) => quarters.map((period) => nameOf({ slug, period }))))
    const shown = await publish([...slugs.map((slug) => sheetOf(truth, slug)), sheetOf(truth, 'all', { frequency: 'financial-year', sumOf: slugs })])
    return shown === undefined ? undefined : attack(truth, shown, `year of others ${seed}`)
  }))

test('quarters and the year to date that they make up tell no small number', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 12_000)]
    for (const [at, period] of quarters.entries()) {
      put(truth, { slug: 'alone', period }, count(roll))
      sumUp(truth, { slug: 'so-far', period }, quarters.slice(0, at + 1).map((one) => nameOf({ slug: 'alone', period: one })))
    }
    const shown = await publish([sheetOf(truth, 'alone'), sheetOf(truth, 'so-far', { counting: 'year-to-date', sumOf: ['alone'] })])
    return shown === undefined ? undefined : attack(truth, shown, `so far ${seed}`)
  }))

test('a year and the quarters of it that are given tell nothing small of one that is not', () =>
  play(40, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 13_000)]
    const missing = put(truth, { slug: 'nobody', period: '2019-20-q2', part: 'rest' }, count(roll))
    const given = ['2019-20-q1', '2019-20-q3', '2019-20-q4'].map((period) => put(truth, { period }, count(roll)))
    sumUp(truth, { period: '2019-20-outturn' }, [...given, missing])
    const shown = await publish([sheetOf(truth, 'missing')])
    return shown === undefined ? undefined : attack(truth, shown, `gap ${seed}`)
  }))

test('a year to date and the whole year tell nothing small of what came between them', () =>
  play(40, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 21_000)]
    const last = quarters.slice(0, 1 + roll(3)).at(-1) ?? quarters[0]
    for (const breakdown of ['sex=b', 'sex=g']) {
      const after = put(truth, { breakdown, period: 'after', part: 'rest' }, count(roll))
      sumUp(truth, { breakdown, period: '2019-20-outturn' }, [put(truth, { breakdown, period: last }, count(roll)), after])
    }
    for (const period of [last, '2019-20-outturn']) sumUp(truth, { period }, ['sex=b', 'sex=g'].map((breakdown) => nameOf({ breakdown, period })))
    const shown = await publish([sheetOf(truth, 'missing', { counting: 'year-to-date' })])
    return shown === undefined ? undefined : attack(truth, shown, `after ${seed}`)
  }))

test('a last quarter of several measures tells nothing of a year to date and a whole year that it is made of', () =>
  play(40, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 22_000)]
    const after = put(truth, { slug: 'so-far', period: 'after', part: 'rest' }, count(roll))
    sumUp(truth, { slug: 'so-far', period: '2019-20-outturn' }, [put(truth, { slug: 'so-far', period: '2019-20-q3' }, 6 + count(roll)), after])
    sumUp(truth, { slug: 'all' }, [after, put(truth, { slug: 'care' }, count(roll))])
    const shown = await publish([sheetOf(truth, 'so-far', { counting: 'year-to-date' }), sheetOf(truth, 'care'), sheetOf(truth, 'all', { sumOf: ['so-far', 'care'] })])
    return shown === undefined ? undefined : attack(truth, shown, `last quarter ${seed}`)
  }))
