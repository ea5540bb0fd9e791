import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { MeetingInWork } from '../work/meeting-in-work.ts'
import { turnsOf } from './turns-offered.ts'

const meeting = (status: MeetingInWork['facts']['status']) => {
  const facts = { body: 'panel', date: date('2026-05-12'), status } as MeetingInWork['facts']
  return { meeting: { id: 'a', facts } as unknown as MeetingInWork }
}
const words = (status: MeetingInWork['facts']['status'], today: string) => turnsOf(meeting(status), date(today)).map(({ href }) => href.split('/').at(-1))

test('a meeting to come can be moved or cancelled, on its day adjourned besides, and one that was called off neither', () => {
  assert.deepEqual(words('planned', '2026-05-11'), ['move', 'cancel'])
  assert.deepEqual(words('agenda-published', '2026-05-12'), ['move', 'cancel', 'adjourn'])
  assert.deepEqual(words('held', '2026-05-13'), ['adjourn'])
  assert.deepEqual(words('cancelled', '2026-05-11'), [])
})
