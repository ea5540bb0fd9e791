import { test } from 'node:test'
import { attack, play, publish } from './testing/attacks.ts'
import { ages, count, dice, emptyTruth, nameOf, put, quarters, sheetOf, sumUp, without } from './testing/truth.ts'

const sexes = ['sex=b', 'sex=g'] as const

test('a measure whose parts are given by breakdown alone tells none of them by what it makes up', () =>
  play(40, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 16_000)]
    const inParts = sexes.map((breakdown) => put(truth, { slug: 'home', breakdown }, count(roll)))
    const home = sumUp(truth, { slug: 'home', part: 'rest' }, inParts)
    sumUp(truth, { slug: 'all' }, [home, put(truth, { slug: 'care' }, count(roll))])
    const given = without(truth, home)
    const shown = await publish([sheetOf(given, 'home'), sheetOf(given, 'care'), sheetOf(given, 'all', { sumOf: ['home', 'care'] })])
    return shown && attack(truth, shown, `in parts ${seed}`)
  }))

test('quarters that are given by breakdown alone tell none of them by their year', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 17_000)]
    const wholes = quarters.map((period) => sumUp(truth, { period, part: 'rest' }, sexes.map((breakdown) => put(truth, { breakdown, period }, count(roll)))))
    sumUp(truth, { period: '2019-20-outturn' }, wholes)
    const shown = await publish([sheetOf(without(truth, ...wholes), 'missing')])
    return shown && attack(truth, shown, `quarters in parts ${seed}`)
  }))

test('two ways of parting the same children, without how many they are, tell none of them by each other', () =>
  play(40, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 18_000)]
    for (const breakdown of sexes) for (const age of ages) put(truth, { slug: 'cells', breakdown: `${breakdown};${age}`, part: 'rest' }, count(roll))
    const bySex = sexes.map((breakdown) => sumUp(truth, { breakdown }, ages.map((age) => nameOf({ slug: 'cells', breakdown: `${breakdown};${age}`, part: 'rest' }))))
    const byAge = ages.map((breakdown) => sumUp(truth, { breakdown }, sexes.map((sex) => nameOf({ slug: 'cells', breakdown: `${sex};${breakdown}`, part: 'rest' }))))
    const margins = { numbers: new Map([...bySex, ...byAge].map((name) => [name, truth.numbers.get(name) ?? 0])), equations: [[...bySex.map((name) => [name, 1] as const), ...byAge.map((name) => [name, -1] as const)]] }
    const shown = await publish([sheetOf(margins, 'missing')])
    return shown && attack(margins, shown, `two ways ${seed}`)
  }))

test('one way of parting children tells nothing small of what another leaves out', () =>
  play(40, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 19_000)]
    const byAge = ages.map((breakdown) => put(truth, { breakdown, ...(breakdown === ages[2] ? { part: 'rest' } : {}) }, count(roll)))
    const all = sumUp(truth, { part: 'whole' }, byAge)
    const girls = roll(1 + (truth.numbers.get(all) ?? 0))
    const bySex = [put(truth, { breakdown: 'sex=g' }, girls), put(truth, { breakdown: 'sex=b' }, (truth.numbers.get(all) ?? 0) - girls)]
    truth.equations.push([[all, -1], ...bySex.map((name) => [name, 1] as const)])
    const breakdowns = [{ name: 'age', values: ['a', 'b', 'c'] }, { name: 'sex', values: ['b', 'g'] }]
    const shown = await publish([sheetOf(without(truth, all, byAge[2] ?? ''), 'missing', { breakdowns })])
    return shown && attack(truth, shown, `left out ${seed}`)
  }))
