import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { agendaDue, firstDayInTime } from './agenda-due.ts'
import { datesOfPlan, readPlan, usualPeriod, type TypedFields } from './plan.ts'

const asked = {
  body: 'panel',
  pattern: 'second Tuesday',
  from: '2026-05-01',
  to: '30 April 2027',
  time: '10:00',
  minutes: '120',
  venue: '',
  kind: 'public',
}

function typed(changes: Partial<typeof asked>, leftOut: readonly string[] = []): TypedFields {
  const fields: Readonly<Partial<Record<string, string>>> = { ...asked, ...changes }
  return { text: (name) => fields[name] ?? '', all: () => leftOut }
}

function faults(changes: Partial<typeof asked>): (string | undefined)[] {
  const plan = readPlan(typed(changes))
  const dates = plan.ok ? datesOfPlan(plan.value) : plan
  return dates.ok ? [] : dates.refusal.faults.map(({ field }) => field)
}

test('a plan is read with everything that was typed, days in words too', () => {
  const plan = readPlan(typed({}, ['8', '13', 'x']))
  assert.ok(plan.ok)
  assert.deepEqual([plan.value.to, plan.value.monthsLeftOut, plan.value.minutes], ['2027-04-30', [8], 120])
  assert.ok(!('venue' in plan.value))
})

test('each thing that cannot be used is named by its field, all of them at once', () => {
  assert.deepEqual(
    faults({ pattern: 'now and then', to: 'later', time: '25:00', minutes: '-5', kind: 'secret' }),
    ['to', 'pattern', 'time', 'minutes', 'kind'],
  )
})

test('a period that ends before it begins, one of many years and one of years without known holidays are refused', () => {
  assert.deepEqual(faults({ from: '2027-05-01' }), ['to'])
  assert.deepEqual(faults({ to: '2031-05-01' }), ['to'])
  assert.deepEqual(faults({ from: '2032-05-01', to: '2033-04-30' }), ['to'])
  assert.deepEqual(faults({ from: '2035-05-01', to: '2036-04-30' }), ['from'])
  assert.deepEqual(faults({ from: '2032-05-01', to: '2032-12-31' }), [], 'the last year that is known can be planned to its end')
})

test('a plan of no dates or of hundreds is refused', () => {
  assert.deepEqual(faults({ pattern: 'every week from 2026-05-05', to: '2029-04-30' }), ['pattern'])
  assert.deepEqual(faults({ pattern: 'first Monday of June', to: '2026-05-31' }), ['pattern'])
})

test('the period offered is the rest of the municipal year, or from January the next one', () => {
  assert.deepEqual(usualPeriod(date('2023-07-03')), { from: '2023-07-04', to: '2024-04-30' })
  assert.deepEqual(usualPeriod(date('2026-01-15')), { from: '2026-05-01', to: '2027-04-30' })
})

test('an agenda is due before five clear working days, in words that say how near that is', () => {
  assert.equal(agendaDue(date('2026-02-10'), date('2026-01-25'))?.words, 'Monday 2 February 2026, in 8 days')
  assert.equal(agendaDue(date('2026-04-14'), date('2026-04-02'))?.words, 'Thursday 2 April 2026, today')
  const late = agendaDue(date('2026-04-14'), date('2026-04-03'))
  assert.deepEqual([late?.day, late?.words, late?.isLate], ['2026-04-02', 'Thursday 2 April 2026, 1 day late', true])
  assert.match(late?.working.join(' ') ?? '', /Easter Monday/)
  assert.equal(agendaDue(date('2040-04-14'), date('2040-04-03')), undefined)
})

test('every meeting before the first day in time is late, and none from it on', () => {
  const today = date('2026-04-03')
  const first = firstDayInTime(today)
  assert.equal(first, '2026-04-15', 'Good Friday: what is published today has its five clear days after Easter')
  assert.equal(agendaDue(first, today)?.isLate, false)
  assert.equal(agendaDue(date('2026-04-14'), today)?.isLate, true)
})
