import assert from 'node:assert/strict'
import { test } from 'node:test'
import { funnelChart } from './funnel-chart.ts'
import type { FunnelChart } from './funnel/funnel.ts'
import type { LayoutName } from './layout.ts'
import { rankingChart, type RankingChart } from './ranking-chart.ts'
import { stackedParts } from './stacked-parts.ts'
import { drawnOf, misplacedWords } from './testing/drawn.ts'

const layoutNames: readonly LayoutName[] = ['wide', 'narrow']

const ranking: RankingChart = {
  id: 'ranking',
  title: 'Second of four',
  subtitle: 'Assessments in time, 2022/23',
  format: (value) => `${value} %`,
  lowest: 0,
  highest: 100,
  line: { name: 'England', value: 82 },
  rows: [
    { name: 'Northshire', value: 91, shown: '91 %', low: 88, high: 94 },
    { name: 'Examplewick', value: 86, shown: '86 %', low: 80, high: 90, isOwn: true },
    { name: 'Long Marsh Metropolitan Borough and all of the Outer Isles together', value: 60, shown: '60 %' },
    { name: 'Hartland', value: undefined, shown: '[c]' },
  ],
}

test('a ranking names every row with its value, its whisker and the line of comparison', () => {
  for (const layout of layoutNames) {
    const drawn = drawnOf(rankingChart(ranking, layout))
    const words = drawn.words.join(' ')
    for (const word of ['Northshire', '91 %', 'Examplewick', 'England 82 %', 'Hartland', '[c]']) assert.ok(words.includes(word), `${word}, ${layout}`)
    assert.deepEqual(misplacedWords(drawn), [], layout)
    assert.equal(drawn.count('gt-chart__bar'), 3)
    assert.equal(drawn.count('gt-chart__whisker'), 6)
  }
})

test('the own place is hatched and bold, and no other is', () => {
  const source = rankingChart(ranking, 'wide').toString()
  assert.equal(drawnOf(rankingChart(ranking, 'wide')).count('gt-chart__bar--own'), 1)
  assert.match(source, /fill="url\(#ranking-wide-hatching\)"/)
  assert.match(source, /font-weight="700"[^>]*>Examplewick</)
  assert.match(source, /font-weight="400"[^>]*>Northshire</)
})

test('a ranking in words says the place, the range and what is withheld, and never more than was shown', () => {
  assert.equal(
    drawnOf(rankingChart(ranking, 'wide')).description,
    'Bars, from above: Northshire 91 % (88 % to 94 %); Examplewick (own) 86 % (80 % to 90 %); Long Marsh Metropolitan Borough and all of the Outer Isles together 60 %; Hartland [c]. England 82 %.',
  )
})

test('a bar begins at zero, below it as well as above', () => {
  const source = rankingChart({ ...ranking, lowest: -100, rows: [{ name: 'Up', value: 50, shown: '50 %' }, { name: 'Down', value: -50, shown: '-50 %' }] }, 'wide').toString()
  const [up, down] = [...source.matchAll(/class="gt-chart__bar" [^>]* x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, x, width]) => ({ x: Number(x), width: Number(width) }))
  assert.ok(up !== undefined && down !== undefined)
  assert.ok(Math.abs(down.x + down.width - up.x) < 0.02 && up.width > 10)
})

const half = (of: number, deviations: number) => (deviations * 50) / Math.sqrt(of)
const funnel: FunnelChart = {
  id: 'funnel',
  title: 'Within what chance explains',
  format: (value) => `${value} %`,
  formatOf: String,
  ofName: 'Children in care',
  unit: 'Per cent',
  lowest: 0,
  highest: 100,
  mean: { name: 'England', value: 50 },
  limitsAt: (of) => ({ lower95: 50 - half(of, 1.96), upper95: 50 + half(of, 1.96), lower998: 50 - half(of, 3.09), upper998: 50 + half(of, 3.09) }),
  points: [
    { name: 'Examplewick', of: 400, value: 52, isOwn: true },
    { name: 'Kingsmoor', of: 400, value: 56 },
    { name: 'Northshire', of: 900, value: 60 },
    { name: 'Weststow', of: 100, value: 50 },
  ],
}

test('a funnel tells by shape who lies outside the outer limits and which place is the own, and names both', () => {
  for (const layout of layoutNames) {
    const drawn = drawnOf(funnelChart(funnel, layout))
    assert.deepEqual(drawn.marks.map((classes) => classes.split('--')[1]), ['disc', 'square', 'disc', 'diamond'])
    assert.ok(drawn.words.includes('Northshire') && drawn.words.filter((word) => word === 'Examplewick 52 %').length === 2, layout)
    assert.ok(!drawn.words.includes('Weststow'))
    assert.deepEqual(misplacedWords(drawn), [], layout)
  }
})

test('the own place is named in a crowd too', () => {
  const crowd = Array.from({ length: 150 }, (_, index) => ({ name: `Place ${index}`, of: 380 + (index % 12) * 4, value: 46 + Math.floor(index / 12) }))
  const drawn = drawnOf(funnelChart({ ...funnel, points: [...crowd, ...funnel.points] }, 'wide'))
  assert.equal(drawn.words.filter((word) => word === 'Examplewick 52 %').length, 2)
  assert.deepEqual(misplacedWords(drawn), [])
})

test('a funnel in words says where the own place lies', () => {
  const own = (value: number) => drawnOf(funnelChart({ ...funnel, points: [{ name: 'Examplewick', of: 400, value, isOwn: true }] }, 'wide')).description
  assert.match(own(52), /Examplewick 52 % of 400, within the 95 % limits\. None is outside/)
  assert.match(own(56), /between the 95 % and the 99\.8 % limits/)
  assert.match(own(60), /outside the 99\.8 % limits\. Outside the 99\.8 % limits: Examplewick 60 %\./)
})

const parts = (values: readonly (number | undefined)[]) => values.map((value) => ({ value, shown: value === undefined ? '[c]' : `${value} %` }))
const stacked = {
  id: 'stacked',
  title: 'Four in five',
  names: ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'],
  wholes: [
    { label: '2018/19', parts: parts([18, 64, 17, 1]) },
    { label: '2019/20', parts: parts([undefined, 100, 0, undefined]) },
    { label: '2020/21', parts: parts([0, 0, 0, 0]) },
  ],
}

test('parts of a whole carry a letter that the key explains, and all of them are in the description', () => {
  for (const layout of layoutNames) {
    const drawn = drawnOf(stackedParts(stacked, layout))
    for (const word of ['A Outstanding', 'D Inadequate', 'A 18 %', 'B 64 %', 'not drawn: a part has no figure', 'none']) assert.ok(drawn.words.includes(word), `${word}, ${layout}`)
    assert.deepEqual(misplacedWords(drawn), [], layout)
    assert.match(drawn.description, /2018\/19: Outstanding 18 %, Good 64 %, Requires improvement 17 %, Inadequate 1 %; 2019\/20: Outstanding \[c\]/)
  }
})

test('a whole of which a part is withheld is not drawn, as the rest would show it', () => {
  const drawn = drawnOf(stackedParts({ ...stacked, wholes: [{ label: '2019/20', parts: parts([undefined, 60, 20, 10]) }] }, 'wide'))
  assert.equal(drawn.count('gt-chart__part'), stacked.names.length)
})

test('more parts than can be told apart are refused', () => {
  assert.throws(() => stackedParts({ ...stacked, names: ['1', '2', '3', '4', '5', '6', '7'] }, 'wide'), /7 parts cannot be told apart/)
})
