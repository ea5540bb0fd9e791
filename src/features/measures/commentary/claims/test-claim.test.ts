import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { nothingSaid } from '../model/commentary.ts'
import { calm, sheetWith } from '../testing.ts'
import { checkCommentary, openClaims } from './check-commentary.ts'

const check = (happened: string, sheet: MeasureSheet, claims: object[] = []) => checkCommentary({ ...nothingSaid, happened, claims: claims as never }, { own: sheet, others: new Map() })
const verdicts = (text: string, sheet: MeasureSheet) => check(text, sheet).claims.map(({ verdict }) => verdict).join(' ')
const because = (text: string, sheet: MeasureSheet) => check(text, sheet).claims.slice(0, 1).map((claim) => `${claim.because} ${claim.instead ?? ''}`).join('')

const low = { changes: { chart: { baseline: 12 } } }
const improving = sheetWith([...calm, 5], low)
const concerning = sheetWith([...calm, 17], low)
const chance = sheetWith([...calm, 10], low)
const short = sheetWith([4.9, 5.1, 5, 5.3, 5.2])

test('"improved" is borne only by an improving signal of the chart', () => {
  assert.deepEqual([improving, concerning, chance].map((sheet) => verdicts('Absence has improved.', sheet)), ['supported', 'not-supported', 'not-supported'])
  assert.deepEqual([improving, concerning, chance].map((sheet) => verdicts('Absence worsened.', sheet)), ['not-supported', 'supported', 'not-supported'])
  assert.match(because('Absence has improved.', chance), /no signal: the figure moves as chance alone would move it\. “was 10\.0%, as a year before”$/)
  assert.match(because('Absence has improved.', concerning), /concerning signal/)
})

test('under thirteen points nobody can tell, and the check says what could be said instead', () => {
  assert.equal(verdicts('Absence has improved.', short), 'cannot-tell')
  assert.match(because('Absence has improved.', short), /too few figures to tell a change from chance: a run chart only: 5 figures.* “was higher than a year before, 5\.2% against 4\.9%”$/)
  assert.equal(verdicts('It was higher than a year before, 5.2% against 4.9%.', short), 'supported', 'what the check proposes passes the check')
})

test('nothing is proposed of a figure that the public does not read, nor of one that is held beside such', () => {
  const count = { unit: 'count', decimals: 0 }
  const proposed = (values: readonly number[], changes: object = count) => check('Absence has improved.', sheetWith(values, { changes })).claims[0]?.instead
  assert.equal(proposed([14, 15, 16, 17, 12]), '“was lower than a year before, 12 against 14”')
  assert.equal(proposed([14, 15, 16, 17, 5]), undefined)
  assert.equal(proposed([5, 15, 16, 17, 12]), undefined)
  assert.equal(proposed([14, 15, 16, 17, 5], { ...count, policy: 'none', exempt: 'Meetings are no children.' }), '“was lower than a year before, 5 against 14”')
  assert.equal(proposed([14, 15, 16, 17, 5], {}), '“was lower than a year before, 5.0% against 14.0%”')
})

test('a denial is borne where what it denies is not', () => {
  assert.deepEqual([improving, concerning, chance, short].map((sheet) => verdicts('Absence has not improved.', sheet)), ['not-supported', 'supported', 'supported', 'cannot-tell'])
})

test('"rose" and "fell" that name nothing to compare with need a signal; with both figures they are arithmetic', () => {
  assert.deepEqual([improving, concerning, chance].map((sheet) => verdicts('Absence rose.', sheet)), ['not-supported', 'supported', 'not-supported'])
  assert.equal(verdicts('Absence rose from 4.9% to 5.2%.', short), 'supported')
  assert.equal(verdicts('Absence fell from 4.9% to 5.2%.', short), 'not-supported')
  assert.equal(verdicts('Absence rose from 4.7% to 5.2%.', short), 'not-supported')
  assert.match(because('Absence rose from 4.9% to 5.6%.', short), /The figure is 5\.2% in Q4 2019\/20, and the sentence has 4\.9% and 5\.6%/)
  assert.equal(verdicts('Absence fell compared with the previous quarter.', short), 'supported')
  assert.equal(verdicts('Absence was better than last year.', short), 'not-supported', 'lower is better')
  assert.equal(verdicts('Absence rose by 0.3 percentage points.', short), 'supported')
  assert.equal(verdicts('Absence rose by 0.7 percentage points.', short), 'not-supported')
  assert.equal(verdicts('Absence improved from 5.3% to 5.2%.', short), 'cannot-tell', 'two figures make no improvement')
  assert.equal(verdicts('Absence rose since Q2 2019/20.', short), 'supported')
})

test('"stable" is borne by the absence of a signal', () => {
  assert.deepEqual([improving, concerning, chance, short].map((sheet) => verdicts('Absence remained stable.', sheet)), ['not-supported', 'not-supported', 'supported', 'cannot-tell'])
})

test('"similar to last year" leaves room for chance, and "the same as" none', () => {
  assert.deepEqual([improving, chance].map((sheet) => verdicts('Absence was similar to the last quarter. Absence was the same as in the last quarter.', sheet)), ['not-supported not-supported', 'supported not-supported'])
})

test('of a measure of which neither side is better nothing improves', () => {
  const neither = sheetWith([...calm, 17], { changes: { name: 'Contacts', chart: { baseline: 12 }, polarity: 'neither' } })
  assert.equal(verdicts('Contacts improved.', neither), 'not-supported')
  assert.match(because('Contacts improved.', neither), /Neither higher nor lower is better/)
  assert.equal(verdicts('Contacts rose.', neither), 'supported')
})

test('the interval decides whether a target is met, and above and below compare as they stand', () => {
  const at = (value: number, around?: number) => sheetWith([value], { target: 5, ...(around === undefined ? {} : { around }) })
  const said = 'We met the target. We missed the target. It is above target. We are on track.'
  assert.equal(verdicts(said, at(4, 0.5)), 'supported not-supported not-supported supported')
  assert.equal(verdicts(said, at(6, 0.5)), 'not-supported supported supported not-supported')
  assert.equal(verdicts(said, at(5.2, 0.5)), 'cannot-tell cannot-tell supported cannot-tell')
  assert.match(because('We met the target.', at(4.8, 0.5)), /chance alone may decide on which side the figure is\. “was 4\.8%, below the target of 5\.0%”/)
  assert.equal(verdicts('It is in line with the target.', at(5.2, 0.5)), 'supported')
  assert.equal(verdicts('We are on track.', sheetWith([5])), 'cannot-tell', 'without a target there is no track')
})

test('beside others the interval decides between better, similar and worse', () => {
  const beside = (england: number, around?: number) => sheetWith([5], { others: { england }, ...(around === undefined ? {} : { around }) })
  assert.equal(verdicts('Better than England. In line with England. Worse than England.', beside(6, 0.5)), 'supported not-supported not-supported')
  assert.equal(verdicts('It is in line with England. It is higher than England.', beside(4.8, 0.5)), 'supported supported')
  assert.match(because('It is higher than England.', beside(4.8, 0.5)), /5\.0%, and England 4\.8%, a difference within what chance explains/)
  assert.equal(verdicts('It is significantly higher than England.', beside(4.8, 0.5)), 'not-supported')
  assert.equal(verdicts('It is better than England.', beside(6)), 'cannot-tell')
  assert.equal(verdicts('It is lower than the region.', beside(6)), 'cannot-tell', 'nothing is held of the region')
  assert.equal(verdicts('It is lower than England and our neighbours.', sheetWith([5], { others: { england: 6, neighbours: 4 } })), 'not-supported', 'all that are named')
})

test('across a break in the series no figures are compared, and none are proposed', () => {
  const broken = sheetWith([4.9, 5.1, 5, 5.3, 5.2], { changes: { breaks: [{ period: '2019-20-q2', reason: 'A new way of counting.' }] } })
  const found = check('Absence was higher than a year before. It is the highest ever. Absence improved. It rose since the last quarter.', broken)
  assert.deepEqual(found.claims.map(({ verdict }) => verdict), ['cannot-tell', 'cannot-tell', 'cannot-tell', 'not-supported'])
  assert.match(found.claims[0]?.because ?? '', /Figures from Q2 2019\/20 on are not like those before: A new way of counting\./)
  assert.equal(found.claims[2]?.instead, '“was lower than in Q3 2019/20, 5.2% against 5.3%”')
})

test('"remains high" does not say beside what', () => {
  assert.equal(verdicts('Absence remains high.', chance), 'cannot-tell')
})

test('the highest and the lowest are looked for among all figures that are known', () => {
  assert.equal(verdicts('This is the highest ever. This is the lowest on record.', concerning), 'supported not-supported')
  assert.match(because('This is the lowest on record.', concerning), /It was lower before: 10\.0% in/)
  assert.equal(verdicts('It is the highest since Q4 2018/19.', sheetWith([9, 1, 2, 3, 4, 5])), 'supported')
  assert.equal(verdicts('It is the highest since Q2 2018/19.', sheetWith([3, 1, 2, 3, 4, 5])), 'cannot-tell', 'nothing older is held')
  assert.equal(verdicts('This is the worst result on record. This is the best result on record.', concerning), 'supported not-supported', 'lower is better')
  assert.equal(verdicts('It is the highest for five years.', sheetWith([1, 2])), 'cannot-tell')
})

test('the author ties a claim to another measure or part, marks it as none, or says why it stands', () => {
  const others = new Map([['contacts', concerning]])
  const tied = checkCommentary({ ...nothingSaid, happened: 'Contacts worsened.', claims: [{ words: 'Contacts worsened', measure: 'contacts' }] }, { own: chance, others })
  assert.deepEqual(tied.claims.map(({ verdict, measure }) => [verdict, measure]), [['supported', 'contacts']])
  const text = 'Recording improved. Absence improved.'
  assert.equal(openClaims(check(text, chance)).length, 2)
  assert.equal(openClaims(check(text, chance, [{ words: 'Recording improved', noClaim: true, reason: 'It speaks of our records.' }, { words: 'absence improved.', reason: 'Three schools left the count.' }])).length, 0)
  assert.equal(openClaims(check(text, chance, [{ words: 'Recording improved', noClaim: true }, { words: 'absence improved.', reason: 'Three schools left the count.' }])).length, 1, 'why it is no claim is asked too')
  assert.equal(openClaims(check(text, chance, [{ words: 'improved', about: 'time' }])).length, 2, 'a part alone is no reason')
})

test('a number that is no figure of any period is marked', () => {
  const strange = (text: string) => check(text, short).numbers.map(({ words }) => words)
  assert.deepEqual(strange('It was 5.2%, after 4.9% in Q4 2018/19 and 7.7% long ago; 400 families were seen within 20 days.'), ['7.7%', '400'])
  assert.deepEqual(strange('It stayed above 5% and below 5%.'), ['5%'].slice(1), 'rounded, 5% is the figure')
  assert.deepEqual(strange('It stayed below 4%.'), ['4%'])
})

const rising = sheetWith([300, 502, 5400], { changes: { name: 'Children missing education', unit: 'count', denominator: undefined, counted: 'children', decimals: 0 } })

test('bad news needs no excuse where plain arithmetic bears it, and good news and "significantly" wait for a signal', () => {
  assert.equal(verdicts('Missing education got worse. Numbers rose. It worsened from 502 to 5,400.', rising), 'supported supported supported')
  assert.match(because('Missing education got worse.', rising), /The figure did rise from 502 in Q3 2019\/20 to 5,400 in Q4 2019\/20\. There are too few figures to tell whether it is chance\./)
  assert.equal(verdicts('It got significantly worse. It improved. Numbers fell. It worsened from 400 to 5,400.', rising), 'cannot-tell cannot-tell cannot-tell not-supported')
  assert.equal(verdicts('Absence got worse.', short), 'cannot-tell', 'worse than a year before, and better than the quarter before')
  assert.equal(verdicts('Absence got worse.', sheetWith([1, 2, 9], { changes: { breaks: [{ period: '2019-20-q4', reason: 'A new way of counting.' }] } })), 'cannot-tell')
})

test('a comparison in words of two periods is arithmetic', () => {
  assert.equal(verdicts('Fewer children were missing education than before. More children were missing than in the last quarter.', rising), 'not-supported supported')
  assert.equal(verdicts('More pupils are absent than a year ago. Absence is not as good as last year. Absence is ahead of last year.', short), 'supported supported not-supported')
  assert.equal(verdicts('Absence is down on the last quarter. It is up on a year ago.', short), 'supported supported')
  assert.equal(verdicts('We are ahead of the national average.', short), 'cannot-tell', 'none is held')
  assert.equal(verdicts('A record year.', rising), 'not-supported', 'lower is better')
})

test('"doubled" and "halved" say by how much', () => {
  assert.equal(verdicts('Numbers doubled. Numbers doubled since the last quarter. Numbers halved.', rising), 'supported supported not-supported')
  assert.equal(verdicts('Absence doubled. It halved.', sheetWith([4, 5, 6])), 'not-supported not-supported')
  assert.equal(verdicts('Absence halved.', sheetWith([10, 5])), 'supported')
})

test('a number that is said to be the figure and is none is held against the figures', () => {
  const said = check('The figure was 91%. It was 5.2%. It was 4.9% last year. 40% of staff were trained.', short)
  assert.deepEqual(openClaims(said).map(({ because: why }) => why), ['91% is no figure of this measure.'])
  assert.equal(openClaims(check('The figure was 91%.', short, [{ words: 'The figure was 91%', reason: 'Counted by hand.' }])).length, 0)
})

test('by how many points is held against the time that is named', () => {
  assert.equal(verdicts('The share is up ten points on last year.', short), 'not-supported')
  assert.equal(verdicts('The share is up 0.3 percentage points on last year.', short), 'supported')
})

test('a number to which the figure is said to have come has to be the figure', () => {
  const placements = sheetWith([1100, 1026], { changes: { unit: 'count', denominator: undefined, counted: 'placements', decimals: 0, polarity: 'neither' } })
  assert.equal(verdicts('Placements fell to 1,042. Placements fell sharply, to 1,042.', placements), 'not-supported not-supported')
  assert.match(because('Placements fell to 1,042.', placements), /^1,042 is not the figure, which is 1,026 in Q4 2019\/20\./)
  assert.equal(verdicts('Placements fell to 1,026. Placements fell from 1,100 to 1,026.', placements), 'supported supported')
  assert.equal(verdicts('Absence improved to 4%.', improving), 'not-supported', 'though the chart shows that it improved')
  assert.equal(verdicts('Absence improved to 5%.', improving), 'supported')
  assert.equal(verdicts('Absence rose due to 30 closures.', concerning), 'supported', 'what it is due to is no figure')
})

test('by how much it changed cannot be told where no figure of a year before is held', () => {
  const young = sheetWith([1100, 1026], { changes: { unit: 'count', denominator: undefined, counted: 'placements', decimals: 0 } })
  assert.equal(verdicts('Placements rose by 15% in twelve months. Placements rose by 15%. Placements rose by 15% over 12 months.', young), 'cannot-tell cannot-tell cannot-tell')
  assert.equal(verdicts('Absence rose by 15% in twelve months. Absence rose by 0.3 points in 12 months.', short), 'not-supported supported')
})

test('a time that names no period leaves it untold, and says what to name', () => {
  assert.equal(verdicts('Absence was 0.2 percentage points higher than in spring.', short), 'cannot-tell')
  assert.match(because('Absence was 0.2 percentage points higher than in spring.', short), /does not know which earlier figure is meant\. Name its period/)
  assert.equal(verdicts('Absence was 0.2 percentage points higher than in Q3 2019/20.', short), 'not-supported')
})

test('a share in words of what is counted is held against the figure', () => {
  const visits = sheetWith([52, 73], { changes: { name: 'Visits in time', denominator: 'visits', polarity: 'higher', decimals: 0 } })
  assert.equal(verdicts('Nearly three quarters of visits were in time', visits), 'supported')
  assert.equal(verdicts('Over three quarters of visits were in time. Two thirds of our visits were in time. Nine in ten visits were made.', visits), 'not-supported not-supported not-supported')
  assert.equal(verdicts('More than half of visits were in time. Seven out of ten visits came in time. Less than half of all visits were in time.', visits), 'supported not-supported not-supported')
  assert.equal(verdicts('About half of visits were in time in the last quarter. A quarter of visits were in time a year ago.', visits), 'supported cannot-tell')
  assert.match(because('Nearly three quarters of visits were in time', sheetWith([52], { changes: { denominator: 'visits' } })), /The figure is 52\.0% in Q4 2019\/20\. “was 52\.0%”/)
  for (const text of ['Three quarters of staff are new.', 'We aim for nine in ten visits.', 'The third of the visits was late.', 'In the last three quarters of the year visits were made.', 'Half a year of visits was lost.']) assert.equal(verdicts(text, visits), '', text)
  assert.equal(openClaims(check('A third of visits were in time.', visits, [{ words: 'A third of visits were in time', reason: 'Of the new team.' }])).length, 0)
})

test('what is claimed in the field “Why” is found too', () => {
  const { claims } = checkCommentary({ ...nothingSaid, happened: 'It was 5.2%.', why: 'Our improvement this quarter comes from new staff' }, { own: short, others: new Map() })
  assert.deepEqual(claims.map(({ verdict, claim }) => [verdict, claim.words]), [['cannot-tell', 'Our improvement this quarter comes from new staff']])
})
