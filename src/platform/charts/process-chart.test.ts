import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from '#core/statistics/xmr/judge.ts'
import type { Polarity, SeriesPoint } from '#core/statistics/xmr/series.ts'
import { chartFigure } from './chart-figure.ts'
import type { LayoutName } from './layout.ts'
import { processChart, runChart } from './process-chart.ts'
import type { ChartPoint, ProcessChart } from './series/series-chart.ts'
import { drawnOf, misplacedWords } from './testing/drawn.ts'

const layoutNames: readonly LayoutName[] = ['wide', 'narrow']
const calm = [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12]

interface Given {
  readonly polarity?: Polarity
  readonly points?: Readonly<Record<number, Partial<ChartPoint & SeriesPoint>>>
  readonly chart?: Partial<ProcessChart>
}

/** A chart of these values by quarter, judged as the product judges them. */
function chartOf(values: readonly (number | undefined)[], { polarity = 'lower', points = {}, chart = {} }: Given = {}): ProcessChart {
  const labels = values.map((_, index) => `Q${(index % 4) + 1} ${2015 + Math.floor(index / 4)}/${16 + Math.floor(index / 4)}`)
  const judged = judge(values.map((value, index) => ({ period: labels[index] ?? '', value, isRebase: points[index]?.rebaseReason !== undefined })), { polarity, baseline: 12, screen: true, beyondCounts: false })
  return {
    id: 'referrals',
    title: 'Referrals move as chance alone would move them',
    subtitle: 'Referrals by quarter, Examplewick',
    format: (value) => value.toFixed(1),
    points: judged.points.map((point, index) => ({ ...point, label: labels[index] ?? '', ...points[index] })),
    segments: judged.segments,
    ...chart,
  }
}

test('the mean, both limits and the last figure stand at the ends of their lines', () => {
  const { words } = drawnOf(processChart(chartOf(calm, { chart: { name: 'Examplewick' } }), 'wide'))
  for (const word of ['Examplewick 12.0', 'Mean 11.0', 'Upper limit 16.3', 'Lower limit 5.7']) assert.ok(words.includes(word), word)
})

test('no words lie upon others or leave the drawing, however close the lines and however many the periods', () => {
  const other = (name: string, value: number) => ({ name, values: calm.map(() => value) })
  const others = [other('England', 11.1), other('West Midlands', 11.05), other('Statistical neighbours, mean of nine after suppression', 10.9)]
  const targets = Object.fromEntries(calm.map((_, index) => [index, { target: index < 5 ? 13 : 11 }]))
  const crowded = chartOf(calm, { points: targets, chart: { others, unit: 'Per cent', name: 'Examplewick' } })
  const events = { 20: { rebaseReason: 'the new front door opened' }, 21: { breakReason: 'contacts by email are counted' }, 22: { breakReason: 'and by telephone' } }
  const long = chartOf(Array.from({ length: 60 }, (_, index) => 1_000_000 + (index % 5) * 1000), { points: events, chart: { isFromZero: false, unit: 'Pounds' } })
  for (const chart of [crowded, long, chartOf([5]), chartOf([]), chartOf([undefined, undefined])]) {
    for (const layout of layoutNames) assert.deepEqual(misplacedWords(drawnOf(processChart(chart, layout))), [], `${chart.title}, ${layout}`)
  }
})

test('the last period is always named below the axis', () => {
  for (const length of [1, 2, 7, 14, 33, 60, 240]) {
    const drawn = drawnOf(processChart(chartOf(Array.from({ length }, (_, index) => index % 3), {}), 'wide'))
    assert.ok(drawn.words.includes(`Q${((length - 1) % 4) + 1} ${2015 + Math.floor((length - 1) / 4)}/${16 + Math.floor((length - 1) / 4)}`), `${length} periods`)
  }
})

test('a point at which a rule found something has a shape of its own, and the key names that shape', () => {
  const concerning = drawnOf(processChart(chartOf([...calm, 11, 30]), 'wide'))
  assert.ok(concerning.marks.some((classes) => classes.includes('concerning-high')))
  assert.ok(concerning.words.includes('concerning'))
  assert.ok(!concerning.words.includes('improving'))
  const shapes = (polarity: Polarity) => /d="([^"]*)"/.exec(/<path class="gt-chart__mark [^"]*-high"[^>]*>/.exec(processChart(chartOf([...calm, 11, 30], { polarity }), 'wide').toString())?.[0] ?? '')?.[1]
  assert.equal(new Set(['higher', 'lower', 'neither'].map((polarity) => shapes(polarity as Polarity))).size, 3)
})

test('provisional points are hollow, and the key says so', () => {
  const drawn = drawnOf(processChart(chartOf(calm, { points: { 13: { isProvisional: true } } }), 'wide'))
  assert.equal(drawn.marks.filter((classes) => classes.includes('gt-chart__hollow')).length, 2)
  assert.ok(drawn.words.includes('provisional'))
  assert.match(drawn.description, /Provisional: Q2 2018\/19\./)
})

test('a gap stays a gap, and a break of the series ends the line', () => {
  const lines = (chart: ProcessChart) => drawnOf(processChart(chart, 'wide')).count('gt-chart__series')
  assert.equal(lines(chartOf(calm)), 1)
  assert.equal(lines(chartOf([...calm, undefined, 10, 12])), 2)
  assert.equal(lines(chartOf(calm, { points: { 7: { breakReason: 'a new census' } } })), 2)
  assert.equal(lines(chartOf([...calm, 10, 12], { points: { 14: { rebaseReason: 'a new service' } } })), 1)
  assert.match(drawnOf(processChart(chartOf([...calm, undefined, 10]), 'wide')).description, /16 periods from Q1 2015\/16 to Q4 2018\/19, 1 period of them without a figure/)
})

test('why limits begin anew and why a series is broken is told below the drawing', () => {
  for (const layout of layoutNames) {
    const drawn = drawnOf(processChart(chartOf([...calm, ...calm], { points: { 14: { rebaseReason: 'the panel decided it' }, 7: { breakReason: 'a new census' } } }), layout))
    const told = drawn.words.join(' ')
    assert.match(told, /A Not comparable with figures before Q4 2016\/17: a new census/)
    assert.match(told, /B New limits from Q3 2018\/19: the panel decided it/)
    assert.equal(drawn.words.filter((word) => word === 'A').length, 2)
  }
})

test('the target is drawn as steps: the one in force is named at its end, one before at its step', () => {
  const drawn = drawnOf(processChart(chartOf(calm, { points: Object.fromEntries(calm.map((_, index) => [index, { target: index < 6 ? 20 : 18 }])) }), 'wide'))
  assert.equal(drawn.count('gt-chart__target'), 2)
  assert.ok(drawn.words.includes('Target 18.0') && drawn.words.includes('Target 20.0'))
  assert.match(drawn.description, /Target 20\.0 from Q1 2015\/16 to Q2 2016\/17\. Target 18\.0 from Q3 2016\/17 to Q2 2018\/19\./)
})

test('a target of one period that none follows is named although its step is short', () => {
  const drawn = drawnOf(processChart(chartOf(calm, { points: { 5: { target: 20 } } }), 'wide'))
  assert.ok(drawn.words.includes('Target 20.0'))
})

test('a line of others is named with its last figure, even where it ends early or has one figure a year', () => {
  const chart = chartOf(calm, { chart: { others: [{ name: 'England', values: calm.map((_, index) => (index % 4 === 3 ? 9 + index / 10 : undefined)) }] } })
  assert.ok(drawnOf(processChart(chart, 'wide')).words.includes('England 10.1'))
  assert.match(drawnOf(processChart(chart, 'wide')).description, /England 10\.1 \(Q4 2017\/18\)\./)
})

test('a limit that no value can reach is neither drawn nor named', () => {
  const low = calm.map((value) => value - 9)
  const { words, texts } = drawnOf(processChart(chartOf(low, { chart: { lowest: 0 } }), 'wide'))
  assert.ok(words.includes('Upper limit 7.3') && !words.some((word) => word.startsWith('Lower limit')))
  assert.ok(!texts.some(({ text }) => text.startsWith('-')))
})

test('a narrow screen gets names below the field in letters of the same size, not a small copy', () => {
  const chart = chartOf(calm, { chart: { name: 'Examplewick', others: [{ name: 'Statistical neighbours', values: calm }] } })
  const [wide, narrow] = [drawnOf(processChart(chart, 'wide')), drawnOf(processChart(chart, 'narrow'))]
  assert.ok(narrow.width <= 320 && wide.width > 2 * narrow.width)
  const bottom = narrow.texts.find(({ text }) => text === '2018/19')?.bottom ?? assert.fail('no period is named')
  for (const name of ['Mean 11.0', 'Statistical neighbours 12.0', 'Upper limit 16.3']) assert.ok((narrow.texts.find(({ text }) => text === name)?.top ?? 0) > bottom, name)
  assert.ok(!/font-size="(?:[0-9]|1[0-2])(?:\.\d+)?"/.test(processChart(chart, 'narrow').toString()))
})

test('the drawing says in words what it shows, first what it was told to say', () => {
  const drawn = drawnOf(processChart(chartOf([...calm, 30], { chart: { description: 'Concerning: Q3 2018/19 lies above the upper limit' } }), 'wide'))
  assert.equal(drawn.title, 'Referrals move as chance alone would move them')
  assert.match(drawn.description, /^Concerning: Q3 2018\/19 lies above the upper limit\. A line chart of 15 periods from Q1 2015\/16 to Q3 2018\/19\. Last figure 30\.0 \(Q3 2018\/19\); lowest 10\.0/)
  assert.match(drawn.description, /Marked as concerning, high: Q3 2018\/19\./)
})

test('under thirteen points there is a median, and neither limits nor a judgement of any point', () => {
  const { segments: _, ...short } = chartOf([3, 1, undefined, 8, 2])
  const drawn = drawnOf(runChart(short, 'wide'))
  assert.ok(drawn.words.includes('Median 2.5'))
  assert.equal(drawn.count('gt-chart__band'), 0)
  assert.ok(!drawn.words.some((word) => /limit|signal|Mean/.test(word)))
})

test('what people typed is text and never markup, and no style or script stands in a drawing', () => {
  const chart = chartOf(calm, { chart: { title: '<script>alert(1)</script> & "more"\u0001', name: '<b>', others: [{ name: '"><style>', values: calm }] } })
  const source = chartFigure((layout) => processChart(chart, layout)).toString()
  assert.doesNotMatch(source, /<script|<style|<b>| style=| on\w+=/)
  assert.ok(!source.includes('\u0001'))
  assert.match(source, /&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; &quot;more&quot;/)
})

test('both layouts of a figure have ids of their own', () => {
  const ids = [...chartFigure((layout) => processChart(chartOf(calm), layout)).toString().matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  assert.deepEqual(ids, ['referrals-wide-title', 'referrals-wide-desc', 'referrals-narrow-title', 'referrals-narrow-desc'])
})
