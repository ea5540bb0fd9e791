import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf } from '../dashboards/testing.ts'
import { dashboardView } from '../dashboards/view/dashboard-view.ts'
import { amberBeside } from '../dashboards/view/without-rule.ts'
import { worstFirst } from '../dashboards/view/worst-first.ts'
import { isToLookAtFirst } from '../measure-pages/measures-list.ts'
import { judgedSheet } from './judged-sheet.ts'

const withInterval = (entry: ReturnType<typeof entryOf>, lower95: number, upper95: number) => {
  const series = entry.sheet.series.map((one) => (one.role === 'own' ? { ...one, points: one.points.map((point) => ({ ...point, interval: { lower95, upper95, lower998: lower95, upper998: upper95, method: 'wilson' as const } })) } : one))
  const sheet = judgedSheet({ ...entry.sheet, series })
  return { ...entry, sheet, exception: sheet.judgement.isException ? ('new' as const) : ('none' as const) }
}
const untargeted = { targets: [] }
const behind = withInterval(entryOf({ measure: 'behind-others', values: [66, 65, 63, 62], england: 80, definition: untargeted }), 58, 66)
const open = withInterval(entryOf({ measure: 'open', values: [59] }), 55, 63)
const red = entryOf({ measure: 'red', values: [40] })
const oneMore = entryOf({ measure: 'one-more', values: [70, 60], definition: untargeted })

test('whatever a rule finds worse is an exception, be it amber: worse than its target, than before or than others', () => {
  const recovering = entryOf({ measure: 'recovering', values: [30, 31, 30, 32, 30, 31, 30, 32, 30, 31, 30, 32, 31, 40, 42, 44, 46, 48, 50] })
  const falling = entryOf({ measure: 'falling', values: [90, 91, 90, 92, 90, 91, 90, 92, 90, 91, 90, 92, 91, 86, 85, 84, 83, 82, 81] })
  const said = [red, recovering, falling, behind].map(({ measure, sheet: { judgement } }) => `${measure} ${judgement.rag} ${judgement.isException}`)
  assert.deepEqual(said, ['red red true', 'recovering amber true', 'falling amber true', 'behind-others amber true'])
})

test('what chance alone may decide, what goes well and what no rule can judge is no exception', () => {
  const others = [open, entryOf({ measure: 'met', values: [70] }), oneMore, entryOf({ measure: 'context', values: [70, 20], england: 60, definition: { polarity: 'neither' } })]
  assert.deepEqual(others.map(({ sheet: { judgement } }) => `${judgement.rag} ${judgement.isException}`), ['amber false', 'green false', 'none false', 'none false'])
})

test('red comes first, then what is amber and judged worse, then what chance may decide; what only arithmetic says comes after all of them', () => {
  const view = dashboardView({ release: { headings: ['Education'] } as never, entries: [oneMore, open, behind, red], versions: [{ version: 1 } as never] })
  assert.deepEqual([view.exceptions, amberBeside(view)].map((list) => list.map(({ measure }) => measure)), [['red', 'behind-others'], ['open']])
  assert.deepEqual(worstFirst([open, behind, red]).map(({ measure }) => measure), ['red', 'behind-others', 'open'])
  assert.deepEqual([oneMore, open, behind, red].map(isToLookAtFirst), [true, true, true, true])
})
