import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { protectSheets } from './protect-sheets.ts'
import type { ProtectedSheets } from './protected-sheets.ts'
import { sheet, type GivenSeries } from './testing.ts'

async function protectedOf(sheets: readonly MeasureSheet[], earlier: readonly MeasureSheet[] = []): Promise<ProtectedSheets> {
  const outcome = await protectSheets(sheets, earlier)
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

async function refused(sheets: readonly MeasureSheet[], earlier: readonly MeasureSheet[]): Promise<string> {
  const outcome = await protectSheets(sheets, earlier)
  assert.ok(!outcome.ok, 'This should have been refused')
  return outcome.refusal.faults.map(({ found }) => found).join(' | ')
}

/** Each series with what the public sees of it, in order: `phase=primary: c 30`. */
function seen({ sheets }: Pick<ProtectedSheets, 'sheets'>): string {
  return sheets
    .flatMap(({ series }) => series.map(({ area, breakdown, points }) => `${area === 'own' ? '' : area}${breakdown || 'all'}: ${points.map(({ confidentiality, value }) => (confidentiality === 'open' ? value : 'c')).join(' ')}`))
    .join(' | ')
}

async function seenOf(series: GivenSeries, changes?: Parameters<typeof sheet>[2]): Promise<string> {
  return seen(await protectedOf([sheet('missing', series, changes)]))
}

/** One quarter, by breakdown. */
function quarter(counts: Readonly<Record<string, number>>): GivenSeries {
  return Object.fromEntries(Object.entries(counts).map(([breakdown, count]) => [breakdown === 'all' ? 'own' : `own ${breakdown}`, { '2019-20-q4': count }]))
}

test('one to five children are hidden, nought and six are shown', async () => {
  assert.equal(await seenOf({ own: { '2018-19-q4': 0, '2019-20-q1': 1, '2019-20-q2': 5, '2019-20-q3': 6 } }), 'all: 0 c c 6')
})

test('a measure that is exempt shows all', async () => {
  assert.equal(await seenOf({ own: { '2019-20-q4': 3 } }, { policy: 'none', exempt: 'Schools, not children.' }), 'all: 3')
})

test('a count that is given with decimals is hidden where it is whole', async () => {
  assert.equal(await seenOf({ own: { '2019-20-q2': 3, '2019-20-q3': 3.5, '2019-20-q4': 16 }, england: { '2019-20-q3': 12.5, '2019-20-q4': 12 } }, { decimals: 1 }), 'all: c 3.5 16 | englandall: 12.5 10')
})

test('a ratio without its numerator is hidden where it tells a small one', async () => {
  const own = { '2019-20-q3': { value: 0.03, denominator: 100 }, '2019-20-q4': { value: 0.3, denominator: 100 } }
  assert.equal(await seenOf({ own }, { unit: 'ratio', decimals: 2 }), 'all: c 0.3')
})

test('of parts that add up to a total, one is not hidden alone', async () => {
  // 33 − 30 = 3. The 30 is the only figure that can go with it besides the total; 30 costs less than 33.
  assert.equal(await seenOf(quarter({ all: 33, 'sex=girls': 3, 'sex=boys': 30 })), 'all: 33 | sex=girls: c | sex=boys: c')
})

test('two small parts that fill their total closely hide a third', async () => {
  // 1 + 1 = 22 − 20, so both would be known to be 1: the 20 or the total goes too, and 20 is the cheaper.
  assert.equal(await seenOf(quarter({ all: 22, 'age=a': 1, 'age=b': 1, 'age=c': 20 })), 'all: 22 | age=a: c | age=b: c | age=c: c')
})

test('figures that do not add up are no parts of a total', async () => {
  // A child may have several factors: 40 + 3 is not 38.
  assert.equal(await seenOf(quarter({ all: 38, 'factor=a': 40, 'factor=b': 3 })), 'all: 38 | factor=a: 40 | factor=b: c')
})

test('what a total has besides the parts that are given is not told', async () => {
  // 9 − 7 = 2, though nobody gave a figure for the two; 7 goes, as it costs less than 9.
  assert.equal(await seenOf(quarter({ all: 9, 'by=others': 7 })), 'all: 9 | by=others: c')
  assert.equal(await seenOf(quarter({ all: 20, 'by=others': 7, 'by=us': 6 })), 'all: 20 | by=others: 7 | by=us: 6')
  assert.equal(await seenOf({ own: { '2019-20-q4': [40, 90] }, 'own by=us': { '2019-20-q4': [37, 60] } }, { unit: 'percent', decimals: 1 }), 'all: 44.4 | by=us: c')
})

test('of a measure that is exempt the rest of a total may be told', async () => {
  assert.equal(await seenOf(quarter({ all: 9, 'by=others': 7 }), { policy: 'none', exempt: 'Schools, not children.' }), 'all: 9 | by=others: 7')
})

test('a rest that was told before is told, and refuses nothing', async () => {
  const before = sheet('missing', quarter({ all: 9, 'by=others': 7 }))
  assert.equal(seen(await protectedOf([before], [before])), 'all: 9 | by=others: 7')
})

test('what a release hid of parts that are not all does not tie them to their total for good', async () => {
  // 33 − 20 − 3 leaves ten for the parts that nobody gives.
  const breakdowns = [{ name: 'age', values: ['a', 'b', 'c'] }]
  const given = sheet('missing', quarter({ all: 33, 'age=a': 3, 'age=b': 20 }), { breakdowns })
  const first = await protectedOf([given])
  assert.equal(seen(first), 'all: 33 | age=a: c | age=b: 20')
  assert.equal(seen(await protectedOf([given], first.sheets)), seen(first))
})

test('a table of two dimensions hides a companion in each line', async () => {
  // 3 among 20 and 40: the cheapest way out of row and column is the rectangle 3, 20, 40, 50, which has no other corner.
  const rows = { 'sex=g;age=a': 3, 'sex=g;age=b': 20, 'sex=b;age=a': 40, 'sex=b;age=b': 50, 'sex=g': 23, 'sex=b': 90, 'age=a': 43, 'age=b': 70, all: 113 }
  assert.equal(await seenOf(quarter(rows)), 'sex=g;age=a: c | sex=g;age=b: c | sex=b;age=a: c | sex=b;age=b: c | sex=g: 23 | sex=b: 90 | age=a: 43 | age=b: 70 | all: 113')
})

test('a table of two dimensions hides a companion where only its grand total is given', async () => {
  // 80 − 40 − 10 − 16 − 11 = 3.
  const cells = { 'age=a;sex=g': 40, 'age=a;sex=b': 10, 'age=b;sex=g': 11, 'age=b;sex=b': 16, 'age=c;sex=b': 3, all: 80 }
  assert.equal(await seenOf(quarter(cells)), 'age=a;sex=g: 40 | age=a;sex=b: c | age=b;sex=g: 11 | age=b;sex=b: 16 | age=c;sex=b: c | all: 80')
})

test('a measure that others make up does not tell the small one among them', async () => {
  const [missing, run, all] = [sheet('missing', quarter({ all: 4 })), sheet('run', quarter({ all: 12 })), sheet('both', quarter({ all: 16 }), { sumOf: ['missing', 'run'] })]
  assert.equal(seen(await protectedOf([all, missing, run])), 'all: 16 | all: c | all: c')
})

test('a measure that is exempt and shown tells no small number of those that make it up', async () => {
  const parts = [sheet('missing', quarter({ all: 4 })), sheet('run', quarter({ all: 12 }))]
  const all = sheet('both', quarter({ all: 16 }), { sumOf: ['missing', 'run'], policy: 'none', exempt: 'Schools, not children.' })
  assert.equal(seen(await protectedOf([all, ...parts])), 'all: 16 | all: c | all: c')
})

test('a sum-of ties a rolling year to the quarters of it', async () => {
  const quarters = sheet('alone', { own: { '2019-20-q1': 10, '2019-20-q2': 3, '2019-20-q3': 12, '2019-20-q4': 14 } })
  const rolling = sheet('so-far', { own: { '2019-20-q4': 39 } }, { counting: 'rolling', sumOf: ['alone'] })
  assert.equal(seen(await protectedOf([quarters, rolling])), 'all: c c 12 14 | all: 39')
})

test('a sum-of ties counts of one day, however each names it', async () => {
  const [missing, run] = [4, 12].map((number) => sheet(`of-${number}`, { own: { '2022-03-31': number } }, { frequency: 'snapshot', counting: 'snapshot' }))
  const both = sheet('both', { own: { '2021-22-q4': 16 } }, { counting: 'snapshot', sumOf: ['of-4', 'of-12'] })
  assert.ok(missing && run)
  assert.equal(seen(await protectedOf([both, missing, run])), 'all: 16 | all: c | all: c')
})

test('a sum-of ties a quarter to what a year to date grew by', async () => {
  // 13 − (37 − 27) = 3.
  const alone = sheet('alone', { own: { '2019-20-q1': 27, '2019-20-q2': 37 } }, { counting: 'year-to-date' })
  const run = sheet('run', { own: { '2019-20-q2': 3 } })
  const all = sheet('all', { own: { '2019-20-q2': 13 } }, { sumOf: ['alone', 'run'] })
  const found = seen(await protectedOf([alone, run, all]))
  assert.ok(found === 'all: 27 37 | all: c | all: c' || found === 'all: c 37 | all: c | all: 13', found)
})

test('a sum-of ties what shares count and of how many', async () => {
  const share = { unit: 'percent', decimals: 1, numerator: 'Late plans', denominator: 'Plans' } as const
  const quarters = sheet('late', { own: { '2019-20-q1': [7, 90], '2019-20-q2': [9, 90], '2019-20-q3': [3, 90], '2019-20-q4': [11, 90] } }, share)
  const year = sheet('late-year', { own: { '2019-20': [30, 360] } }, { ...share, frequency: 'financial-year', sumOf: ['late'] })
  assert.equal(seen(await protectedOf([quarters, year])), 'all: c 10 c 12.2 | all: 8.3')
})

test('a sum-of that a later version of a measure adds ties what was published before', async () => {
  const [missing, run] = [sheet('missing', quarter({ all: 4 })), sheet('run', quarter({ all: 12 }))]
  const before = await protectedOf([missing, sheet('both', quarter({ all: 16 }))])
  const second = await protectedOf([missing, run, sheet('both', quarter({ all: 16 }), { sumOf: ['missing', 'run'], version: 2 })], before.sheets)
  assert.equal(seen(second), 'all: c | all: c | all: 16')
})

test('quarters that make up a year do not tell a small quarter', async () => {
  const quarters = { '2019-20-q1': 10, '2019-20-q2': 3, '2019-20-q3': 12, '2019-20-q4': 14, '2019-20-outturn': 39 }
  assert.equal(await seenOf({ own: quarters }), 'all: c c 12 14 39')
})

test('a year to date does not tell a small quarter by what it grows', async () => {
  // 10, 12: the second quarter alone has 2. Either is hidden; what stands between 10 and 30 is then 2 + 18, and between 0 and 12, 10 + 2.
  const found = await protectedOf([sheet('missing', { own: { '2019-20-q1': 10, '2019-20-q2': 12, '2019-20-q3': 30, '2020-21-q1': 31 } }, { counting: 'year-to-date' })])
  assert.equal(seen(found), 'all: c 12 30 31')
})

test('a share goes with its numerator and its denominator, and with its limits', async () => {
  const found = await protectedOf([sheet('on-time', { own: { '2019-20-q1': [3, 33], '2019-20-q2': [2, 4], '2019-20-q3': [0, 33], '2019-20-q4': [20, 33] } }, { unit: 'percent', decimals: 1, interval: 'wilson', denominator: 'plans' })])
  assert.equal(seen(found), 'all: c c 0 60.6')
  assert.deepEqual(Object.keys(found.sheets[0]?.series[0]?.points[0] ?? {}), ['period', 'status', 'confidentiality', 'revision'])
})

test('by the second version of the rule a share is hidden too where it leaves one to five', async () => {
  const share = { unit: 'percent', decimals: 1, denominator: 'plans', policy: 'one-to-five-v2' } as const
  const own = { '2019-20-q1': [30, 33], '2019-20-q2': [27, 33], '2019-20-q3': [33, 33], '2019-20-q4': [3, 33] } as const
  const found = await protectedOf([sheet('on-time', { own }, share)])
  assert.deepEqual([seen(found), found.policy], ['all: c 81.8 100 c', 'one-to-five v2'])
  const first = await protectedOf([sheet('on-time', { own }, { ...share, policy: 'one-to-five' })])
  assert.deepEqual([seen(first), first.policy], ['all: 90.9 81.8 100 c', 'one-to-five v1'])
  // What the first version has published cannot be called back, and refuses nothing.
  assert.equal(seen(await protectedOf([sheet('on-time', { own }, share)], first.sheets)), seen(first))
})

test('a share that leaves few is not told by the others of its table, nor by a count of the same name', async () => {
  // 30 of 33 girls leaves 3. All are 73 of 83 and boys 43 of 50: either would tell the girls.
  const share = { unit: 'percent', decimals: 1, denominator: 'Plans', policy: 'one-to-five-v2' } as const
  const both = sheet('on-time', { own: { '2019-20-q4': [73, 83] }, 'own sex=g': { '2019-20-q4': [30, 33] }, 'own sex=b': { '2019-20-q4': [43, 50] } }, share)
  assert.equal(seen(await protectedOf([both])), 'all: 88 | sex=g: c | sex=b: c')
  const plans = sheet('plans', { own: { '2019-20-q4': 33 } }, { name: 'Plans' })
  const late = sheet('late', { own: { '2019-20-q4': { value: 90.9 } } }, share)
  assert.equal(seen(await protectedOf([plans, late])), 'all: 33 | all: c')
  assert.equal(seen(await protectedOf([plans, sheet('late', { own: { '2019-20-q4': { value: 90.9 } } }, { ...share, policy: 'one-to-five' })])), 'all: 33 | all: 90.9')
})

test('a share is hidden where a denominator of the same name gives its small numerator', async () => {
  const share = { unit: 'percent', decimals: 1, denominator: 'Children looked after' } as const
  const [known, unknown, single] = [
    sheet('reviewed', { own: { '2019-20-q4': [24, 48] } }, share),
    sheet('out-of-area', { own: { '2019-20-q4': { value: 6.3 } } }, share),
    sheet('placed', { own: { '2019-20-q4': { value: 60 } } }, share),
  ]
  // 6.3 % of 48 are 3; 60 % of 48 are 28.8, which no whole number gives and which is not small.
  assert.equal(seen(await protectedOf([known, unknown, single])), 'all: 50 | all: c | all: 60')
})

test('shares without numerators tell none by what their total leaves', async () => {
  // 20 % of 100 are 20 and 34 % of 50 are 17, so the girls are 3: hidden, 6 % of 50, and with them another, of which the boys are the cheaper.
  const share = { unit: 'percent', decimals: 0, denominator: 'Children' } as const
  const children = sheet('children', { own: { '2019-20-q4': 100 }, 'own sex=b': { '2019-20-q4': 50 }, 'own sex=g': { '2019-20-q4': 50 } }, { name: 'Children' })
  const late = sheet('late', { own: { '2019-20-q4': { value: 20 } }, 'own sex=b': { '2019-20-q4': { value: 34 } }, 'own sex=g': { '2019-20-q4': { value: 6 } } }, share)
  assert.equal(seen(await protectedOf([late, children])), 'all: 20 | sex=b: c | sex=g: c | all: 100 | sex=b: 50 | sex=g: 50')
})

test('a share that is public cannot be the companion of another', async () => {
  // As above, but the boys’ 34 % was published before: with it goes the total, of which 20 are known no more.
  const share = { unit: 'percent', decimals: 0, denominator: 'Children' } as const
  const children = sheet('children', { own: { '2019-20-q4': 100 }, 'own sex=b': { '2019-20-q4': 50 }, 'own sex=g': { '2019-20-q4': 50 } }, { name: 'Children' })
  const boys = { 'own sex=b': { '2019-20-q4': { value: 34 } } }
  const before = await protectedOf([sheet('late', boys, share)])
  const late = sheet('late', { own: { '2019-20-q4': { value: 20 } }, ...boys, 'own sex=g': { '2019-20-q4': { value: 6 } } }, share)
  assert.equal(seen(await protectedOf([late, children], before.sheets)), 'all: c | sex=b: 34 | sex=g: c | all: 100 | sex=b: 50 | sex=g: 50')
})

test('a denominator that would tell the small numerator of a share that is public is refused', async () => {
  const share = { unit: 'percent', decimals: 1, denominator: 'Children looked after' } as const
  const [known, unknown] = [sheet('reviewed', { own: { '2019-20-q4': [24, 48] } }, share), sheet('out-of-area', { own: { '2019-20-q4': { value: 6.3 } } }, share)]
  const before = await protectedOf([unknown])
  assert.equal(seen(before), 'all: 6.3')
  assert.equal(await refused([unknown, known], before.sheets), 'out-of-area, Q4 2019/20')
})

test('a share goes with a denominator of the same name that is hidden elsewhere', async () => {
  const plans = sheet('plans', quarter({ all: 33, 'sex=g': 3, 'sex=b': 30 }), { name: 'Plans' })
  const late = sheet('late', { 'own sex=b': { '2019-20-q4': { value: 50 } } }, { unit: 'percent', decimals: 1, denominator: 'plans' })
  assert.equal(seen(await protectedOf([plans, late])), 'all: 33 | sex=g: c | sex=b: c | sex=b: c')
})

test('a total of small parts that are no noughts is known to be no less than they are many, and is hidden, not refused', async () => {
  assert.equal(await seenOf(quarter({ all: 3, 'age=a': 1, 'age=b': 2, 'age=c': 0 })), 'all: c | age=a: c | age=b: c | age=c: 0')
})

test('a mean of the neighbours is made of those that are shown', async () => {
  const series = { own: { '2019-20-q4': 20 }, neighbours: { '2019-20-q4': { value: 11, made: { method: 'mean', used: 3, of: 4 } } }, 'neighbour:E1': { '2019-20-q4': 3 }, 'neighbour:E2': { '2019-20-q4': 10 }, 'neighbour:E3': { '2019-20-q4': 20 } } as const
  const found = await protectedOf([sheet('missing', series)])
  assert.equal(seen(found), 'all: 20 | neighboursall: 15 | E1all: c | E2all: 10 | E3all: 20')
  assert.deepEqual(found.sheets[0]?.series[1]?.points[0]?.made, { method: 'mean', used: 2, of: 4 })
})

test('a mean of the neighbours that somebody else publishes goes with the one that it would tell', async () => {
  const series = { own: { '2019-20-q4': 20 }, neighbours: { '2019-20-q4': 11 }, 'neighbour:E1': { '2019-20-q4': 3 }, 'neighbour:E2': { '2019-20-q4': 19 } }
  assert.equal(seen(await protectedOf([sheet('missing', series)])), 'all: 20 | neighboursall: c | E1all: c | E2all: 19')
})

test('counts of England are shown to the nearest ten, and a council’s are not rounded', async () => {
  const found = await protectedOf([sheet('missing', { own: { '2019-20-q4': 27 }, england: { '2019-20-q3': 4, '2019-20-q4': { value: 1234, interval: { lower95: 1, upper95: 2, lower998: 0, upper998: 3, method: 'byars' } } } })])
  assert.equal(seen(found), 'all: 27 | englandall: c 1230')
  assert.equal(found.sheets[0]?.series[1]?.points[1]?.interval, undefined)
})

test('nothing that is hidden shines through the judgement', async () => {
  const found = await protectedOf([sheet('missing', { own: { '2019-20-q3': 8, '2019-20-q4': 3 } }, { polarity: 'lower', targets: [{ from: '2019-20-q1', value: 6, whose: 'council', setBy: 'Cabinet' }] })])
  assert.equal(found.sheets[0]?.judgement.rag, 'none')
  assert.doesNotMatch(JSON.stringify(found.sheets), /:3[,}]/)
})

test('nobody reads which hidden figures are small and which are not', async () => {
  // 10 in two hidden parts: who knew that both are small would know that they are 5 and 5.
  const found = await protectedOf([sheet('missing', quarter({ all: 10, 'sex=g': 5, 'sex=b': 5 }))])
  assert.deepEqual(new Set(found.sheets.flatMap(({ series }) => series.flatMap(({ points }) => points.map(({ confidentiality }) => confidentiality)))), new Set(['open', 'hidden']))
  assert.deepEqual(found.hidden.map(({ reason, lowest, highest, numbers }) => [reason, lowest, highest, numbers]), [['primary', 1, 9, [5]], ['primary', 1, 9, [5]]])
})

test('what was hidden before stays hidden while its total is public, whatever is published now', async () => {
  const first = await protectedOf([sheet('missing', quarter({ all: 33, 'sex=g': 3, 'sex=b': 30 }))])
  const again = sheet('missing', { own: { '2019-20-q4': 33, '2020-21-q1': 40 }, 'own sex=g': { '2019-20-q4': 3, '2020-21-q1': 10 }, 'own sex=b': { '2019-20-q4': 30, '2020-21-q1': 30 } })
  assert.equal(seen(await protectedOf([again], first.sheets)), 'all: 33 40 | sex=g: c 10 | sex=b: c 30')
})

test('a small figure that public ones give away is refused by name', async () => {
  const before = sheet('missing', quarter({ all: 33, 'sex=b': 30 }))
  assert.equal(await refused([sheet('missing', quarter({ all: 33, 'sex=b': 30, 'sex=g': 3 }))], [before]), 'missing, sex=g, Q4 2019/20')
})

test('a revision does not tell by how much the hidden part of an unchanged table changed', async () => {
  // Before: 33 = c + c (4 + 29). Now one more girl: the new total would tell that girls are 2 at least, as they were 1 at least; so the total goes.
  const first = await protectedOf([sheet('missing', quarter({ all: 33, 'sex=g': 4, 'sex=b': 29 }))])
  assert.equal(seen(first), 'all: 33 | sex=g: c | sex=b: c')
  const revised = (value: number) => ({ '2019-20-q4': { value, revision: 2, status: 'revised', before: { value: value - 1, status: 'final', reason: 'A late return.' } } }) as const
  const second = await protectedOf([sheet('missing', { own: revised(34), 'own sex=g': revised(5), 'own sex=b': { '2019-20-q4': 29 } })], first.sheets)
  assert.equal(seen(second), 'all: c | sex=g: c | sex=b: c')
})

test('a figure that a release hid is not told by its companion once it is revised and large', async () => {
  // Before: 33 = c + c (3 + 30). The girls are 9 now: shown, the boys' 30 would tell that 3 of them were girls then.
  const first = await protectedOf([sheet('missing', quarter({ all: 33, 'sex=g': 3, 'sex=b': 30 }))])
  const revised = (value: number) => ({ '2019-20-q4': { value, revision: 2 } })
  const second = await protectedOf([sheet('missing', { own: revised(39), 'own sex=g': revised(9), 'own sex=b': { '2019-20-q4': 30 } })], first.sheets)
  assert.doesNotMatch(seen(second), /sex=b: 30/)
})

test('what stood before a revision goes where it was small, and stays where it was public', async () => {
  const revised = (value: number, was: number) => ({ '2019-20-q4': { value, revision: 2, before: { value: was, status: 'final', reason: 'A late return.' } } }) as const
  const [small] = (await protectedOf([sheet('missing', { own: revised(8, 3) })])).sheets
  assert.equal(small?.series[0]?.points[0]?.before, undefined)
  const [large] = (await protectedOf([sheet('missing', { own: revised(8, 7) })])).sheets
  assert.equal(large?.series[0]?.points[0]?.before?.value, 7)
})

test('why a figure was revised stays where what stood before it goes, unless it says anything of how many', async () => {
  const reasonOf = async (reason: string, changes: object = {}) => {
    const found = await protectedOf([sheet('missing', { own: { '2019-20-q4': { value: 40, revision: 3, status: 'revised', before: { value: 31, status: 'revised', reason } } }, 'own sex=g': { '2019-20-q4': 3 }, 'own sex=b': { '2019-20-q4': 37 } }, changes)])
    return found.sheets[0]?.series[0]?.points[0]?.before
  }
  assert.deepEqual(await reasonOf('Late returns came.'), { status: 'revised', reason: 'Late returns came.' })
  for (const reason of ['Three girls were counted late.', 'It was typed as 31.', 'Nine more were counted.', 'Without 37 boys.', 'Another child was found.', 'The number had been doubled.', 'A brother and a sister were added.']) assert.equal(await reasonOf(reason), undefined, reason)
})

test('why a share was revised tells neither of its counts', async () => {
  const revised = { value: 50, numerator: 8, denominator: 16, revision: 2, status: 'revised', before: { value: 25, status: 'final', reason: 'The numerator was given as 4; it is 8.' } } as const
  const found = await protectedOf([sheet('in-time', { own: { '2019-20-q4': revised } }, { unit: 'percent', decimals: 1 })])
  assert.equal(found.sheets[0]?.series[0]?.points[0]?.before, undefined)
})

test('a footnote that gives a hidden number goes with it', async () => {
  const found = await protectedOf([sheet('missing', { own: { '2019-20-q4': { value: 33, note: 'Three of them in Redditch.' } }, 'own sex=g': { '2019-20-q4': 3 }, 'own sex=b': { '2019-20-q4': { value: 30, note: 'Counted by hand.' } } })])
  assert.deepEqual(found.sheets[0]?.series.map(({ points }) => points[0]?.note), [undefined, undefined, 'Counted by hand.'])
})

test('an average over one to five children is hidden, whether their number is its own, stands elsewhere or is shown by a measure that is exempt', async () => {
  const days = { unit: 'days', decimals: 0, denominator: 'Children placed' } as const
  const waited = sheet('waited', { own: { '2019-20-q3': { value: 60, numerator: 180, denominator: 3 }, '2019-20-q4': { value: 20, numerator: 400, denominator: 20 } } }, days)
  assert.equal(seen(await protectedOf([waited])), 'all: c 20')
  const alone = sheet('waited', { own: { '2019-20-q3': { value: 60 }, '2019-20-q4': { value: 20 } } }, days)
  const placed = (changes: object) => sheet('placed', { own: { '2019-20-q3': 3, '2019-20-q4': 20 } }, { name: 'Children placed', ...changes })
  assert.equal(seen(await protectedOf([alone, placed({})])), 'all: c 20 | all: c 20')
  assert.equal(seen(await protectedOf([alone, placed({ policy: 'none', exempt: 'Known to all.' })])), 'all: c 20 | all: 3 20')
  const pounds = sheet('cost', { own: { '2019-20-q3': { value: 5000 }, '2019-20-q4': { value: 4000 } } }, { ...days, unit: 'pounds', policy: 'one-to-five-v2' })
  assert.equal(seen(await protectedOf([pounds, placed({})])), 'all: c 4000 | all: c 20')
})
