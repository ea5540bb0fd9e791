import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../testing.ts'
import { dashboardView } from './dashboard-view.ts'
import { mostChanged, worstFirst, wrongWayFirst } from './worst-first.ts'

const steady = [70, 71, 70, 72, 70, 71, 70, 72, 70, 71, 70, 72, 71]
const falling = [...steady, 66, 65.5, 65, 64.5, 64, 63.5, 63]

test('red comes before what worsens, of red what is furthest from its target, and equals keep the order of the dashboard', () => {
  const entries = [
    entryOf({ measure: 'good', values: steady }),
    entryOf({ measure: 'worsening', values: falling }),
    entryOf({ measure: 'new-red', values: [50] }),
    entryOf({ measure: 'continuing-red', values: [40], exception: 'continuing' }),
    entryOf({ measure: 'another-red', values: [50] }),
    entryOf({ measure: 'fair', values: [61] }),
  ]
  assert.equal(entries.find(({ measure }) => measure === 'worsening')?.sheet.judgement.time.variation, 'concerning-low')
  assert.deepEqual(worstFirst(entries).map(({ measure }) => measure), ['continuing-red', 'new-red', 'another-red', 'worsening', 'good', 'fair'])
})

test('a measure of which neither way is better stands apart, uncoloured, and is counted apart', () => {
  const entries = [entryOf({ measure: 'red', values: [40] }), entryOf({ measure: 'pupils', values: [40, 90], definition: { polarity: 'neither' } })]
  const view = dashboardView({ release: { headings: ['Education'] } as never, entries, versions: [{ version: 1 } as never] })
  assert.deepEqual([view.headed.flatMap((group) => group.entries.map(({ measure }) => measure)), view.context.map(({ measure }) => measure)], [['red'], ['pupils']])
  assert.deepEqual(view.counts, { red: 1, amber: 0, green: 0, none: 0 })
  assert.equal(view.context[0]?.sheet.judgement.rag, 'none')
})

test('what changed most for context comes by the share of the change, whichever way, and what stayed is left out', () => {
  const entries = Object.entries({ little: [100, 101], down: [100, 40], same: [5, 5], up: [1000, 1300], alone: [7] }).map(([measure, values]) => entryOf({ measure, values, definition: { polarity: 'neither' } }))
  assert.deepEqual(mostChanged(entries).map(({ measure }) => measure), ['down', 'up', 'little'])
})

test('a heading that the release does not name comes after those that it does, and one without a measure not at all', () => {
  const entries = [entryOf({ measure: 'one', values: [70], heading: 'Forgotten' }), entryOf({ measure: 'two', values: [70], heading: 'Second' })]
  const { headed } = dashboardView({ release: { headings: ['First', 'Second'] } as never, entries, versions: [{ version: 1 } as never] })
  assert.deepEqual(headed.map(({ heading }) => heading), ['Second', 'Forgotten'])
})

test('of what no rule judges the worst figure that was ever published comes first, then what got worse since a year before; a count of another time of year is not held beside it', () => {
  const untold = { targets: [] }
  const count = { ...untold, unit: 'count' as const, polarity: 'lower' as const }
  const entries = [
    entryOf({ measure: 'season', values: [143, 242, 349], definition: count }),
    entryOf({ measure: 'year-before', values: [100, 500, 500, 500, 400], definition: count }),
    entryOf({ measure: 'lowest-now', values: [90, 86, 84, 84, 84], definition: untold }),
    entryOf({ measure: 'highest-now', values: [131, 274, 143, 349], definition: count }),
    entryOf({ measure: 'better', values: [50, 60, 70, 80], definition: untold }),
  ]
  assert.deepEqual(wrongWayFirst(entries).map(({ measure }) => measure), ['highest-now', 'lowest-now', 'year-before'])
})
