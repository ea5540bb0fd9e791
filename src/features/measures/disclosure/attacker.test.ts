import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { WithModel } from '#core/suppression/linear-model.ts'
import { solver } from '#platform/linear-programs/solver.ts'
import type { Definition } from '../definitions/definition.ts'
import type { MeasureSheet, SheetPoint } from '../sheets/sheet.ts'
import { couldLie, most, rangesOf, readPublic, type Riddle } from './attacker.ts'
import { protectSheets } from './protect-sheets.ts'
import { sheet } from './testing.ts'

/** Numbers by name, and what adds up: the attacker knows which numbers are parts of which, and of the numbers only what is public. */
interface Truth {
  readonly numbers: Map<string, number>
  readonly equations: (readonly (readonly [string, number])[])[]
}

let withModel: WithModel

before(async () => {
  withModel = await solver()
})

/** The same numbers at every run (mulberry32). */
function dice(seed: number): (faces: number) => number {
  let state = seed
  return (faces) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) % (faces * 1000)) % faces
  }
}

/** Mostly small, often nought, sometimes large. */
function count(roll: (faces: number) => number): number {
  return [0, roll(6), 1 + roll(5), 1 + roll(5), roll(12), 6 + roll(30)][roll(6)] ?? 0
}

interface Named {
  readonly slug?: string
  readonly breakdown?: string
  readonly period?: string
  readonly part?: string
  readonly revision?: number
  readonly area?: string
}

const quarters = ['2019-20-q1', '2019-20-q2', '2019-20-q3', '2019-20-q4'] as const

function nameOf({ slug = 'missing', breakdown = '', period = '2019-20-q4', part = 'value', revision = 1, area = 'own' }: Named): string {
  return `${slug}|${area}|${breakdown}|${period}|${part}@${revision}`
}

function emptyTruth(): Truth {
  return { numbers: new Map(), equations: [] }
}

function put(truth: Truth, named: Named, number: number): string {
  truth.numbers.set(nameOf(named), number)
  return nameOf(named)
}

/** The total of numbers, as a number of its own. */
function sumUp(truth: Truth, named: Named, parts: readonly string[]): string {
  const name = put(truth, named, parts.reduce((sum, part) => sum + (truth.numbers.get(part) ?? 0), 0))
  truth.equations.push([...parts.map((part) => [part, 1] as const), [name, -1]])
  return name
}

/** A measure's sheet of all numbers of that slug. */
function sheetOf({ numbers }: Pick<Truth, 'numbers'>, slug: string, changes: Partial<Definition> = {}): MeasureSheet {
  const series = new Map<string, Map<string, Partial<SheetPoint>>>()
  for (const [name, number] of numbers) {
    const [of = '', area = '', breakdown = '', period = '', last = ''] = name.split('|')
    const [part = '', revision = ''] = last.split('@')
    if (of !== slug) continue
    const key = `${area}${breakdown === '' ? '' : ` ${breakdown}`}`
    const points = series.get(key) ?? new Map<string, Partial<SheetPoint>>()
    const standing = points.get(period)
    if ((standing?.revision ?? 0) <= Number(revision)) points.set(period, { ...standing, [part]: number, revision: Number(revision) })
    series.set(key, points)
  }
  const whole = [...series].map(([key, points]) => [key, Object.fromEntries([...points].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([period, point]) => [period, withShare(point)]))] as const)
  return sheet(slug, Object.fromEntries(whole.toSorted(([one], [other]) => one.length - other.length)), changes)
}

function withShare(point: Partial<SheetPoint>): Partial<SheetPoint> {
  const { numerator, denominator } = point
  return numerator === undefined || denominator === undefined || denominator === 0 ? point : { ...point, value: Number(((100 * numerator) / denominator).toFixed(1)) }
}

/** Fails where a small number that is hidden can be placed more closely than between one and five, or where one is shown. */
function attack(truth: Truth, sheets: readonly MeasureSheet[], seed: string): number {
  return attackKnown(truth, readPublic(sheets), seed)
}

function attackKnown({ numbers, equations }: Truth, known: ReturnType<typeof readPublic>, seed: string): number {
  const names = [...numbers.keys()]
  const riddle: Riddle = { ranges: rangesOf(names, known), equations }
  const noughts = new Map([...known].filter(([, [, highest]]) => highest === 0))
  const nothingShown: Riddle = { ranges: rangesOf(names, noughts), equations }
  const small = [...numbers].filter(([, number]) => number >= 1 && number <= 5)
  for (const [name, number] of small) {
    assert.ok(couldLie(riddle, name, number, number), `${seed}: ${name} is ${number}, and the attacker’s own riddle is wrong`)
    // What is one at least in each of three parts is three at least: that much everybody knows, as noughts are shown.
    const lowest = [1, 2, 3, 4, 5].find((limit) => couldLie(nothingShown, name, 0, limit)) ?? 5
    const could = [couldLie(riddle, name, 0, lowest), couldLie(riddle, name, 5)]
    assert.deepEqual(could, [true, true], `${seed}: ${name} is ${number}, and that it is ${could[0] ? 'less' : 'more'} can be known from ${JSON.stringify([...known])}`)
  }
  return small.length
}

/** The same on many numbers, by linear programming: what is left may be too wide, but it must not be narrow. */
function attackByProgram({ numbers, equations }: Truth, sheets: readonly MeasureSheet[], seed: string): number {
  const [names, known] = [[...numbers.keys()], readPublic(sheets)]
  const small = [...numbers].filter(([, number]) => number >= 1 && number <= 5).map(([name]) => name)
  const noughts = new Map([...known].filter(([, [, highest]]) => highest === 0))
  const nothingShown = placed({ ranges: rangesOf(names, noughts), equations }, small)
  for (const [name, [lowest, highest]] of placed({ ranges: rangesOf(names, known), equations }, small))
    assert.ok(lowest <= Math.max(nothingShown.get(name)?.[0] ?? 1, 1) && highest >= 5, `${seed}: ${name} is ${numbers.get(name)} and lies between ${lowest} and ${highest}`)
  return small.length
}

/** Between which numbers each of these lies. */
function placed({ ranges, equations }: Riddle, asked: readonly string[]): Map<string, readonly [number, number]> {
  const at = new Map([...ranges.keys()].map((name, column) => [name, column]))
  const model = {
    columns: [...ranges.values()].map(([lower, upper]) => ({ lower, upper })),
    rows: equations.map((terms) => ({ terms: terms.map(([name, factor]) => [at.get(name) ?? -1, factor] as const), equals: 0 })),
  }
  return withModel(model, (minimise) => {
    const least = (name: string, sign: number) => {
      const found = minimise({ costs: [[at.get(name) ?? -1, sign]] })
      return found.kind === 'found' ? Math.ceil(found.cost - 1e-6) : assert.fail(name)
    }
    return new Map(asked.map((name) => [name, [least(name, 1), -least(name, -1)] as const]))
  })
}

async function publish(sheets: readonly MeasureSheet[], earlier: readonly MeasureSheet[] = []): Promise<readonly MeasureSheet[] | undefined> {
  const outcome = await protectSheets(sheets, earlier)
  return outcome.ok ? outcome.value.sheets : undefined
}

/** Plays many games; a game answers how many small numbers were attacked, or nothing where the release was refused. */
async function play(games: number, game: (seed: number) => Promise<number | undefined>, { mayRefuse = false } = {}): Promise<void> {
  const counts = { attacked: 0, refused: 0 }
  for (let seed = 1; seed <= games; seed += 1) {
    const attacked = await game(seed)
    if (attacked === undefined) counts.refused += 1
    else counts.attacked += attacked
  }
  assert.ok(counts.attacked > games, `${counts.attacked} small numbers were attacked in ${games} games`)
  assert.ok(counts.refused <= (mayRefuse ? games / 4 : 0), `${counts.refused} of ${games} releases were refused`)
}

/** A table of two dimensions with every total. */
function table(truth: Truth, roll: (faces: number) => number, named: Named, [rows, columns]: readonly [number, number]): string {
  const at = (row: number, column: number) => ({ ...named, breakdown: `sex=s${row};age=a${column}` })
  const every = (length: number) => Array.from({ length }, (_, place) => place)
  for (const row of every(rows)) for (const column of every(columns)) put(truth, at(row, column), count(roll))
  const byRow = every(rows).map((row) => sumUp(truth, { ...named, breakdown: `sex=s${row}` }, every(columns).map((column) => nameOf(at(row, column)))))
  const byColumn = every(columns).map((column) => sumUp(truth, { ...named, breakdown: `age=a${column}` }, every(rows).map((row) => nameOf(at(row, column)))))
  const total = sumUp(truth, named, byRow)
  truth.equations.push([...byColumn.map((name) => [name, 1] as const), [total, -1]])
  return total
}

test('a table of two dimensions and its totals tell no small number', () =>
  play(25, async (seed) => {
    const truth = emptyTruth()
    table(truth, dice(seed), {}, [2, 3])
    const shown = await publish([sheetOf(truth, 'missing')])
    return shown === undefined ? undefined : attack(truth, shown, `table ${seed}`)
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
    const ages = ['age=a', 'age=b', 'age=c']
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

test('counts of England to the nearest ten tell no small number', () =>
  play(25, async (seed) => {
    const [truth, roll] = [emptyTruth(), dice(seed + 5000)]
    sumUp(truth, { area: 'england' }, ['a', 'b', 'c'].map((age) => put(truth, { area: 'england', breakdown: `age=${age}` }, count(roll))))
    const shown = await publish([sheetOf(truth, 'missing')])
    return shown === undefined ? undefined : attack(truth, shown, `england ${seed}`)
  }))

test('three releases with revisions in them tell together no small number, of now or of then', () =>
  play(
    25,
    async (seed) => {
      const [truth, roll] = [emptyTruth(), dice(seed + 6000)]
      const ages = ['age=a', 'age=b', 'age=c']
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
