import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Variation } from '#core/statistics/xmr/series.ts'
import { assuranceIcon, assuranceTexts, variationIcon, variationTexts, type Assurance } from './icons.ts'
import { looks, mark } from './mark.ts'
import { smallMultiple, type SmallMultiple } from './small-multiple.ts'
import { drawnOf, misplacedWords } from './testing/drawn.ts'

const variations = Object.keys(variationTexts) as Variation[]
const assurances = Object.keys(assuranceTexts) as Assurance[]

/** The paths of a drawing without their colours. */
const shapeOf = (svg: { toString(): string }) => [...svg.toString().matchAll(/ d="([^"]*)"/g)].map(([, path]) => path).join()

test('every icon has a text of its own, and a drawing that differs from all others without its colour', () => {
  const icons = [
    ...variations.map((variation) => ({ icon: variationIcon(variation), text: variationTexts[variation] })),
    ...assurances.map((assurance) => ({ icon: assuranceIcon(assurance), text: assuranceTexts[assurance] })),
  ]
  assert.equal(new Set(icons.map(({ text }) => text)).size, icons.length)
  assert.equal(new Set(icons.map(({ icon }) => shapeOf(icon))).size, icons.length)
  for (const { icon, text } of icons) assert.ok(icon.toString().includes(`role="img" aria-label="${text}"`), text)
})

test('a point of a chart has the shape and the colour of its icon', () => {
  const corners = (path: string) => path.split('L').length
  for (const variation of variations) {
    const [point, icon] = [mark({ x: 0, y: 0 }, { variation, radius: 4 }).toString(), variationIcon(variation).toString()]
    const first = (svg: string) => / d="([^"]*)"/.exec(svg)?.[1] ?? ''
    assert.equal(corners(first(point)), corners(first(icon)), variation)
    assert.ok(point.includes(looks[variation].colour) && icon.includes(looks[variation].colour), variation)
  }
})

const months = ['Jan 2023', 'Feb 2023', 'Mar 2023', 'Apr 2023']
const small = (given: Partial<SmallMultiple> = {}): SmallMultiple => ({ id: 'm', title: 'Repeat contacts', format: (value) => `${value} %`, points: months.map((label, index) => ({ label, value: 20 + index })), ...given })

test('a small multiple shows the last figure, its period and both icons, and says them', () => {
  const drawn = drawnOf(smallMultiple(small({ variation: 'concerning-high', assurance: 'never' })))
  assert.deepEqual([drawn.words, drawn.title, misplacedWords(drawn)], [['23 %', 'Apr 2023'], 'Repeat contacts', []])
  assert.equal(drawn.description, `Last figure 23 % (Apr 2023). ${variationTexts['concerning-high']}. ${assuranceTexts.never}.`)
})

test('a small multiple without a judgement has no icon, and without a figure says so', () => {
  assert.doesNotMatch(smallMultiple(small()).toString(), /<g transform/)
  const empty = drawnOf(smallMultiple(small({ points: months.map((label) => ({ label, value: undefined })) })))
  assert.ok(empty.words.includes('no figure'))
  assert.equal(empty.description, 'No figure.')
})

test('the last point of a small multiple is hollow where it is provisional, and of the shape of its judgement', () => {
  const points = months.map((label, index) => ({ label, value: index, ...(index === 3 ? { isProvisional: true, variation: 'improving-high' as const } : {}) }))
  assert.deepEqual(drawnOf(smallMultiple(small({ points }))).marks, ['gt-chart__mark gt-chart__mark--improving-high gt-chart__hollow'])
})
