import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { usualTemplate } from '../templates/body-template.ts'
import type { Calendar } from './calendar.ts'
import type { PlanFrame } from './plan.ts'
import { isFree, proposalsOf } from './proposals.ts'

const calendar: Calendar = { slots: [], bodies: new Map(), templateOf: (body) => usualTemplate(body) }
const frame: PlanFrame = { body: 'panel', minutes: 60, kind: 'public' }
const clashes = (day: string, kind: PlanFrame['kind'] = 'public') => proposalsOf({ ...frame, kind }, [{ date: date(day) }], calendar, date('2026-04-20'))[0]

test('a day whose drafts are due before today is proposed, and says that their days are over', () => {
  const soon = clashes('2026-05-12')
  assert.ok(soon && isFree(soon))
  assert.match(soon.clashes.map(({ words }) => words).join(), /^The days for drafts \(Friday 17 April 2026\) are over already/)
  assert.deepEqual(clashes('2026-06-16')?.clashes, [])
  assert.deepEqual(clashes('2026-05-12', 'closed')?.clashes, [])
})
