import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePeriod } from '#core/periods/period.ts'
import { definition, type Definition } from '../definitions/definition.ts'
import type { StandingFigure } from './series-points.ts'
import { judgedSheet } from './judged-sheet.ts'
import { pointOf, seriesOf } from './sheet.ts'
import { sheetOf } from './sheet-of.ts'
import { otherTargetWords } from '../glance/target-words.ts'
import { shownPoint, shownTarget, shownValue } from './shown.ts'
import { areas, neighbours, own, plansOnTime } from './testing.ts'

const plans = (changes: object = {}): Definition => definition.parse({ ...plansOnTime, ...changes })

const figure = (period: string, numerator: number, changes: Partial<StandingFigure> = {}): StandingFigure => ({
  measure: 'plans-on-time', area: own, breakdown: '', period, numerator, denominator: 200, value: numerator / 2, status: 'final', note: '', reason: '', revision: 1, ...changes,
})
const plain = (period: string, value: number, changes: Partial<StandingFigure> = {}) => figure(period, 0, { numerator: undefined, denominator: undefined, value, ...changes })
const until = (slug: string) => parsePeriod(slug) ?? assert.fail(slug)
const sheet = (figures: readonly StandingFigure[], at = '2019-20-q4', changes: object = {}) => sheetOf({ versions: [plans(changes)], figures, areas, neighbours }, until(at))

test('a sheet says nothing of what came after its period', () => {
  const { series, asOf } = sheet([figure('2019-20-q3', 120), figure('2019-20-q4', 130), figure('2020-21-q1', 40)])
  assert.deepEqual(series[0]?.points.map(({ period }) => period), ['2019-20-q3', '2019-20-q4'])
  assert.equal(asOf, '2019-20-q4')
})

test('a period without a figure between two others is a gap, and none is made up before the first or after the last', () => {
  const { series } = sheet([figure('2019-20-q1', 120), figure('2019-20-q4', 130)], '2020-21-q2')
  assert.deepEqual(series[0]?.points.map(({ period, value, status }) => `${period} ${value ?? status}`), ['2019-20-q1 60', '2019-20-q2 not-available', '2019-20-q3 not-available', '2019-20-q4 65'])
})

test('a yearly figure stays for the quarters in which the next cannot be known yet', () => {
  const yearly = { frequency: 'academic-year', targets: [], lag: { days: 200 } }
  assert.equal(sheet([plain('2017-18-ay', 5), plain('2018-19-ay', 6)], '2019-20-q4', yearly).asOf, '2018-19-ay')
  assert.equal(sheet([plain('2017-18-ay', 5)], '2019-20-q2', yearly).asOf, '2017-18-ay', 'in September the year that ended in August cannot be known')
  assert.equal(sheet([plain('2017-18-ay', 5)], '2019-20-q4', yearly).asOf, '2018-19-ay', 'in March it is known, and missing')
})

test('an interval decides whether a target is met, missed or cannot be told', () => {
  const found = (numerator: number) => sheet([figure('2019-20-q4', numerator)]).judgement
  assert.deepEqual([found(150), found(90), found(122)].map(({ target, rag }) => `${target.found.kind} ${rag}`), ['met green', 'missed red', 'cannot-tell amber'])
  assert.match(found(122).derivation, /^Amber: chance alone may decide whether the target is met\.$/)
})

test('thirteen quarters are judged over time, and an improvement turns a missed target amber', () => {
  const quarters = [2016, 2017, 2018, 2019].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-${(year + 1) % 100}-q${quarter}`))
  const rising = quarters.map((period, at) => figure(period, 40 + (at < 8 ? at % 3 : 20 + at)))
  const { judgement } = sheet(rising, '2019-20-q4')
  assert.equal(judgement.time.variation, 'improving-high')
  assert.equal(judgement.rag, 'amber')
  assert.match(judgement.sentence, /^\d+\.\d% in Q4 2019\/20\. Improving: .*2019\/20|Improving: .* since Q\d 20/)
  assert.match(judgement.sentence, /The target of 60\.0% \(council, set by Cabinet\) is missed\./)
})

test('where neither side is better nothing is coloured, however far it lies from others', () => {
  const { judgement } = sheet([figure('2019-20-q4', 90), plain('2019-20-q4', 70, { area: 'E92000001' })], '2019-20-q4', { polarity: 'neither', targets: [] })
  assert.equal(judgement.rag, 'none')
  assert.match(judgement.derivation, /neither more nor less/)
  assert.match(judgement.sentence, /Lower than England \(70\.0%, Q4 2019\/20\)/)
})

test('others are of the same period, or of their last within two years', () => {
  const england = (period: string) => plain(period, 70, { area: 'E92000001' })
  const beside = (...figures: StandingFigure[]) => sheet([figure('2019-20-q4', 90), ...figures]).judgement.others.find(({ role }) => role === 'england')?.period
  assert.equal(beside(england('2019-20-q4'), england('2018-19')), '2019-20-q4')
  assert.equal(beside(england('2018-19')), '2018-19')
  assert.equal(beside(england('2016-17')), undefined)
})

test('the neighbours are the mean of those that have a figure, with how many they are, unless one was published for them', () => {
  const kent = plain('2019-20-q4', 50, { area: 'E10000016' })
  const made = sheet([figure('2019-20-q4', 90), kent])
  assert.deepEqual(pointOf(made, 'neighbours')?.made, { method: 'mean', used: 1, of: 2 })
  const published = sheet([figure('2019-20-q4', 90), kent, plain('2019-20-q4', 58, { area: 'statistical-neighbours' })])
  assert.equal(pointOf(published, 'neighbours')?.value, 58)
  assert.equal(seriesOf(published, 'neighbour')?.name, 'Kent')
})

test('new limits begin at a break, since what lies on both sides is not of one kind', () => {
  const quarters = [2016, 2017, 2018, 2019].flatMap((year) => [1, 2, 3, 4].map((quarter) => figure(`${year}-${(year + 1) % 100}-q${quarter}`, 100 + quarter)))
  const broken = sheet(quarters, '2019-20-q4', { breaks: [{ period: '2018-19-q1', reason: 'Counted by child.' }] })
  assert.equal(broken.process?.segments.length, 2)
  assert.equal(broken.series[0]?.points.find(({ period }) => period === '2018-19-q1')?.brokenHere, 'Counted by child.')
  assert.equal(broken.judgement.time.variation, 'too-short')
})

test('what is hidden takes part in nothing that is said', () => {
  const open = sheet([figure('2019-20-q4', 90)])
  const hidden = judgedSheet({ ...open, series: open.series.map((one) => ({ ...one, points: [{ period: '2019-20-q4', status: 'final' as const, confidentiality: 'hidden' as const }] })) })
  assert.equal(hidden.judgement.rag, 'none')
  assert.match(hidden.judgement.sentence, /hidden/)
  assert.doesNotMatch(JSON.stringify(hidden.judgement), /45/)
})

test('a sheet survives being kept as JSON', () => {
  const { definition: kept, ...rest } = sheet([figure('2019-20-q4', 90), plain('2019-20-q4', 70, { area: 'E92000001' })])
  const text = JSON.stringify(rest)
  assert.equal(JSON.stringify(judgedSheet({ ...JSON.parse(text), definition: kept })), JSON.stringify({ definition: kept, ...rest }))
  assert.deepEqual(definition.parse(JSON.parse(JSON.stringify(kept))), kept)
})

test('a value is written in its unit, and what is missing by its shorthand, never as a blank', () => {
  assert.equal(shownValue(1234.5, { unit: 'pounds', decimals: 0 }), '£1,235')
  assert.equal(shownValue(-3, { unit: 'percent', decimals: 1 }), '−3.0%')
  assert.equal(shownValue(1, { unit: 'days', decimals: 0 }), '1 day')
  const shown = (changes: object) => shownPoint({ period: '2019-20', status: 'final', confidentiality: 'open', ...changes }, { unit: 'percent', decimals: 1 })
  assert.deepEqual(
    [{ value: 5.25 }, { value: 5.2, status: 'provisional' }, { value: 0.01 }, { value: 0 }, {}, { status: 'not-applicable' }, { confidentiality: 'hidden' }, { value: 5, status: 'revised', brokenHere: 'New.' }].map(shown),
    ['5.3%', '5.2% [p]', '[low]', '0.0%', '[x]', '[z]', '[c]', '5.0% [r] [b]'],
  )
})

test('a target of another period is named with its period, and never said not to be set', () => {
  const said = (...targets: readonly object[]) => sheet([figure('2019-20-q4', 130)], '2019-20-q4', { targets }).judgement.sentence
  const target = (from: string, value: number) => ({ from, to: from, value, whose: 'partnership', setBy: 'The partnership' })
  assert.match(said(target('2013-14', 64)), /No target holds for this period; the last was 64\.0% or more for 2013\/14, the partnership’s\.$/)
  assert.match(said(target('2013-14', 64), target('2021-22', 70)), /A target of 70\.0% is set for 2021\/22\.$/)
  assert.match(said(), /No target is set\.$/)
})

test('a break in a period without a figure parts those on its two sides', () => {
  const { series } = sheet([plain('2018-19-q1', 5), plain('2019-20-q4', 25)], '2019-20-q4', { breaks: [{ period: '2019-20-q1', reason: 'Counted otherwise.' }] })
  assert.deepEqual(series[0]?.points.flatMap(({ period, brokenHere }) => (brokenHere === undefined ? [] : `${period} ${brokenHere}`)), ['2019-20-q1 Counted otherwise.'])
})

test('a target that was set before a break is never beside a figure after it: it is said to be for another definition, and nothing is judged by it', () => {
  const target = { from: '2013-14', to: '2013-14', value: 64.28, whose: 'partnership', setBy: 'The partnership' }
  const breaks = [{ period: '2015-16-q1', reason: 'Counted otherwise.' }]
  const found = sheet([figure('2019-20-q4', 130)], '2019-20-q4', { targets: [target], breaks })
  assert.equal(found.judgement.target.found.kind, 'none')
  assert.match(found.judgement.sentence, /No target holds for what is counted in this period; the last was set for another definition: 64\.28% or more for 2013\/14, the partnership’s\.$/)
  assert.equal(otherTargetWords(found), 'None by this definition; set for another: 64.28% or more for 2013/14, the partnership’s')
  const standing = sheet([figure('2019-20-q4', 130)], '2019-20-q4', { targets: [{ ...target, from: '2014-15', to: undefined }], breaks })
  assert.equal(standing.judgement.rag, 'none', 'one that holds without an end ends at the break')
})

test('a target is written as it was set, in its own decimals where it has more than the figures', () => {
  const measure = { unit: 'percent', decimals: 1 } as const
  assert.deepEqual([4.28, 60, 0.5].map((target) => shownTarget(target, measure)), ['4.28%', '60.0%', '0.5%'])
  assert.match(sheet([figure('2019-20-q4', 90)], '2019-20-q4', { targets: [{ from: '2019-20-q1', value: 60.25, whose: 'council', setBy: 'Cabinet' }] }).judgement.sentence, /The target of 60\.25% /)
})
