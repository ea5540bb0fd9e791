import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, date } from '#core/dates.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { definition } from '../definitions/definition.ts'
import { sheetOf } from '../sheets/sheet-of.ts'
import { areas, own, plansOnTime } from '../sheets/testing.ts'
import { figuresSection } from './figures-section.ts'

const kinds = Array.from({ length: 70 }, (_, place) => `kind-${place}`)
const daily = definition.parse({ ...plansOnTime, unit: 'count', frequency: 'snapshot', counting: 'snapshot', polarity: 'neither', targets: [], interval: 'none', breakdowns: [{ name: 'kind', values: kinds }] })
const figure = (period: string, breakdown: string) => ({ measure: daily.slug, area: own, breakdown, period, revision: 1, value: 50, numerator: undefined, denominator: undefined, status: 'final' as const, note: '', reason: '' })

test('of a measure with thousands of figures the page shows the last of each part, and says how many there are besides', () => {
  const days = Array.from({ length: 1120 }, (_, place) => addDays(date('2019-01-01'), place))
  const figures = [...days.map((day) => figure(day, '')), ...kinds.map((kind) => figure('2019-01-01', `kind=${kind}`))]
  const until = parsePeriod('2023-07-07', 'day') ?? assert.fail()
  const sheet = sheetOf({ versions: [daily], figures, areas, neighbours: [] }, until)
  const page = figuresSection(sheet).toString()
  assert.match(page, /Earlier figures \(107\)/)
  assert.match(page, /And 1,000 before them: <a/)
  assert.match(page, /And 10 more: <a/)
  assert.equal(page.match(/<table/g)?.length, 2 + 60)
})
