import { test } from 'node:test'
import { attack, attackByProgram, attackUnpublished, play, publish } from './testing/attacks.ts'
import { count, dice, emptyTruth, nameOf, put, quarters, sheetOf, sumUp, table } from './testing/truth.ts'

test('a table of two dimensions and its totals tell no small number', () =>
  play(25, async (seed) => {
    const truth = emptyTruth()
    table(truth, dice(seed), {}, [2, 3])
    const shown = await publish([sheetOf(truth, 'missing')])
    return shown === undefined ? undefined : attack(truth, shown, `table ${seed}`)
  }))

test('a table of two dimensions with its grand total alone, or with some of the totals between, tells no small number', () =>
  play(40, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 15_000)]
    table(truth, roll, {}, [2, 2])
    const between = ['sex=s0', 'sex=s1', 'age=a0', 'age=a1'].filter(() => roll(3) === 0)
    const withCells = roll(2) === 0 ? undefined : between[0]
    const isGiven = (name: string) => {
      const breakdown = name.split('|')[2] ?? ''
      return breakdown.includes(';') ? withCells === undefined || !breakdown.split(';').includes(withCells) : breakdown === '' || between.includes(breakdown)
    }
    // What is not given is no figure that is hidden: it may be nought.
    const renamed = (name: string) => (isGiven(name) ? name : name.replace('|value@', '|rest@').replace('missing|', 'nobody|'))
    const numbers = new Map([...truth.numbers].map(([name, number]) => [renamed(name), number]))
    const equations = truth.equations.map((terms) => terms.map(([name, factor]) => [renamed(name), factor] as const))
    const shown = await publish([sheetOf({ numbers }, 'missing')])
    return shown === undefined ? undefined : attack({ numbers, equations }, shown, `no margins ${seed}`)
  }))

test('a table of which some parts are not given tells none of them by what its totals leave', () =>
  play(40, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 9000)]
    const missing = put(truth, { slug: 'nobody', breakdown: 'age=z', part: 'rest' }, count(roll))
    const given = ['age=a', 'age=b'].slice(0, 1 + roll(2)).map((breakdown) => put(truth, { breakdown }, count(roll)))
    sumUp(truth, {}, [...given, missing])
    const shown = await publish([sheetOf(truth, 'missing')])
    return shown === undefined ? undefined : attack(truth, shown, `in part ${seed}`)
  }))

test('measures that make up another tell no small number of each other', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 3000)]
    const slugs = ['home', 'care', 'school']
    for (const slug of slugs) sumUp(truth, { slug }, ['sex=b', 'sex=g'].map((breakdown) => put(truth, { slug, breakdown }, count(roll))))
    const parts = ['sex=b', 'sex=g'].map((breakdown) => sumUp(truth, { slug: 'all', breakdown }, slugs.map((slug) => nameOf({ slug, breakdown }))))
    const all = sumUp(truth, { slug: 'all' }, slugs.map((slug) => nameOf({ slug })))
    truth.equations.push([[all, -1], ...parts.map((part) => [part, 1] as const)])
    const shown = await publish([sheetOf(truth, 'all', { sumOf: slugs }), ...slugs.map((slug) => sheetOf(truth, slug))])
    return shown === undefined ? undefined : attack(truth, shown, `sum of ${seed}`)
  }))

test('a measure of whose parts one is in no release tells it by no sum', () =>
  play(40, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 10_000)]
    const slugs = ['home', 'care', 'school']
    const unpublished = slugs[roll(3)]
    for (const slug of slugs) sumUp(truth, { slug }, ['sex=b', 'sex=g'].map((breakdown) => put(truth, { slug, breakdown }, count(roll))))
    for (const breakdown of ['sex=b', 'sex=g']) sumUp(truth, { slug: 'all', breakdown }, slugs.map((slug) => nameOf({ slug, breakdown })))
    sumUp(truth, { slug: 'all' }, slugs.map((slug) => nameOf({ slug })))
    truth.equations.push([[nameOf({ slug: 'all' }), -1], ...['sex=b', 'sex=g'].map((breakdown) => [nameOf({ slug: 'all', breakdown }), 1] as const)])
    const given = slugs.filter((slug) => slug !== unpublished)
    const shown = await publish([sheetOf(truth, 'all', { sumOf: slugs }), ...given.map((slug) => sheetOf(truth, slug))])
    return shown === undefined ? undefined : attackUnpublished(truth, shown, unpublished ?? '', `unpublished ${seed}`)
  }))

test('counts of England to the nearest ten tell no small number', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 5000)]
    sumUp(truth, { area: 'england' }, ['a', 'b', 'c'].map((age) => put(truth, { area: 'england', breakdown: `age=${age}` }, count(roll))))
    const shown = await publish([sheetOf(truth, 'missing')])
    return shown === undefined ? undefined : attack(truth, shown, `england ${seed}`)
  }))

test('a year of many linked tables tells no small number to a linear program', () =>
  play(3, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 7000)]
    const slugs = ['home', 'care']
    for (const slug of slugs) for (const period of quarters) table(truth, roll, { slug, period }, [2, 4])
    for (const slug of slugs) {
      for (const breakdown of ['', 'sex=s0', 'sex=s1']) sumUp(truth, { slug, breakdown, period: '2019-20-outturn' }, quarters.map((period) => nameOf({ slug, breakdown, period })))
      truth.equations.push([[nameOf({ slug, period: '2019-20-outturn' }), -1], ...['sex=s0', 'sex=s1'].map((breakdown) => [nameOf({ slug, breakdown, period: '2019-20-outturn' }), 1] as const)])
    }
    for (const period of quarters) for (const breakdown of ['', 'sex=s0', 'sex=s1']) sumUp(truth, { slug: 'all', breakdown, period }, slugs.map((slug) => nameOf({ slug, breakdown, period })))
    const shown = await publish([...slugs.map((slug) => sheetOf(truth, slug)), sheetOf(truth, 'all', { sumOf: slugs })])
    return shown === undefined ? undefined : attackByProgram(truth, shown, `linked ${seed}`)
  }))
