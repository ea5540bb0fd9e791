import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { mayOpen } from './may-record.ts'

const open = { public: true, privateDevelopment: false }

test('a public meeting whose agenda is not published is not opened, and the officer is told to publish it first', () => {
  const refused = mayOpen({ ...open, status: 'planned' })
  assert.ok(!refused.ok)
  assert.match(refused.refusal.message, /Publish the agenda first.*urgency.*100B\(4\)/)
  assert.equal(mayOpen({ ...open, status: 'agenda-published' }).ok, true)
})

test('a meeting that was loaded as held, a private one, and one that resumes an adjourned meeting are opened without it', () => {
  assert.equal(mayOpen({ ...open, status: 'held' }).ok, true)
  assert.equal(mayOpen({ public: false, privateDevelopment: false, status: 'planned' }).ok, true)
  assert.equal(mayOpen({ public: true, privateDevelopment: true, status: 'planned' }).ok, true)
  assert.equal(mayOpen({ ...open, status: 'planned', resumedFrom: date('2023-07-01') }).ok, true)
})
