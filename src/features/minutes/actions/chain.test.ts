import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { ActionKind, ActionState, Step } from './action.ts'
import { follow, stepsFrom } from './chain.ts'
import { daysAnsweredLate, daysLateOf, lateBefore, placeInLists, responseClock, waitsUntil } from './clock.ts'

const on = date('2023-01-10')
const steps: Record<Exclude<Step['what'], 'corrected'>, Step> = {
  served: { what: 'served', on, report: 'Home to school transport' },
  answered: { what: 'answered', on, answer: 'accepted', response: 'Agreed.' },
  progress: { what: 'progress', on, words: 'Begun.' },
  done: { what: 'done', on, evidence: 'The dashboard.' },
  'kept-open': { what: 'kept-open', on, reason: 'Half of it is missing.' },
  closed: { what: 'closed', on, evidence: 'Seen at the meeting.' },
  withdrawn: { what: 'withdrawn', on, reason: 'Overtaken.' },
}
const rejected: Step = { what: 'answered', on, answer: 'rejected', response: 'No.', reason: 'It costs too much.' }
const inPart: Step = { what: 'answered', on, answer: 'in-part', response: 'Some.', reason: 'The rest is not ours.' }
const asked = (kind: ActionKind) => ({ kind, on: date('2023-01-01') })

function leadsTo(kind: ActionKind, ...chain: Step[]): string {
  const led = follow(asked(kind), chain)
  return led.ok ? led.value.state : `${led.refusal.kind} at ${led.place}`
}

test('a recommendation is answered before it is worked on, an action need not be', () => {
  assert.equal(leadsTo('recommendation', steps.progress), 'not-now at 0')
  assert.equal(leadsTo('recommendation', steps.done), 'not-now at 0')
  assert.equal(leadsTo('action', steps.progress, steps.done), 'done')
  assert.equal(leadsTo('recommendation', steps.answered, steps.progress, steps.done, steps.closed), 'closed')
})

test('only a recommendation is served by notice, and what is served is answered next', () => {
  assert.equal(leadsTo('action', steps.served), 'not-now at 0')
  assert.equal(leadsTo('recommendation', steps.served), 'served')
  assert.equal(leadsTo('recommendation', steps.served, steps.progress), 'not-now at 1')
  assert.equal(leadsTo('recommendation', steps.served, inPart, steps.done), 'done')
})

test('what was done stays open until the body closes it, and goes back to work where the body keeps it open', () => {
  assert.equal(leadsTo('action', steps.done, steps['kept-open']), 'in-progress')
  assert.equal(leadsTo('action', steps.done, steps['kept-open'], steps.done, steps.closed), 'closed')
  assert.equal(leadsTo('action', steps.progress, steps.closed), 'not-now at 1')
})

test('a rejected recommendation is never done: the body takes note and closes it, or asks again', () => {
  assert.equal(leadsTo('recommendation', rejected, steps.done), 'not-now at 1')
  assert.equal(leadsTo('recommendation', rejected, steps.closed), 'closed')
  assert.equal(leadsTo('recommendation', rejected, steps['kept-open']), 'asked')
  assert.equal(leadsTo('recommendation', rejected, steps['kept-open'], steps.answered), 'accepted')
})

test('an answer may be changed by another, also while what was accepted is worked on; what is reported as done is for the body to judge', () => {
  assert.equal(leadsTo('recommendation', rejected, steps.answered), 'accepted')
  assert.equal(leadsTo('recommendation', steps.answered, steps.progress, rejected), 'rejected', 'the acceptance is taken back')
  assert.equal(leadsTo('recommendation', steps.answered, steps.done, rejected), 'not-now at 2')
  assert.equal(leadsTo('action', steps.progress, rejected), 'not-now at 1')
})

test('a minute that is corrected changes nothing of where it stands, and what was done before that day may still be recorded', () => {
  const corrected: Step = { what: 'corrected', on: date('2023-03-01'), words: 'That fares be halved.' }
  assert.equal(leadsTo('recommendation', steps.served, corrected, steps.answered), 'accepted')
  assert.equal(leadsTo('action', steps.done, steps.closed, corrected), 'closed')
  assert.equal(stepsFrom('recommendation', 'asked').includes('corrected'), false)
})

test('what is closed or withdrawn takes no further step of any kind', () => {
  for (const end of [steps.closed, steps.withdrawn]) {
    for (const step of [...Object.values(steps), rejected]) assert.match(leadsTo('action', steps.done, end, step), /^not-now at 2$/)
  }
  const nothing: ActionState[] = ['closed', 'withdrawn']
  assert.deepEqual(nothing.flatMap((state) => stepsFrom('recommendation', state)), [])
})

test('a step is not dated before the one that it follows', () => {
  assert.equal(leadsTo('action', steps.progress, { what: 'done', on: date('2023-01-09'), evidence: 'Earlier.' }), 'invalid at 1')
  assert.equal(leadsTo('action', { what: 'progress', on: date('2022-12-31'), words: 'Before it was asked.' }), 'invalid at 0')
})

test('the two months of the executive begin with the day on which the notice is received', () => {
  const due = (received: string) => responseClock(date(received), 'executive-response')?.due
  // Counted by hand: the day of receipt is day one, so the last day is the one before the same day two months on.
  assert.equal(due('2023-03-15'), '2023-05-14')
  assert.equal(due('2022-12-31'), '2023-02-28')
  assert.equal(due('2023-04-01'), '2023-05-31')
})

test('an answer after the two months is taken, and late by the days that it came after', () => {
  const chain: Step[] = [{ what: 'served', on: date('2023-03-15'), report: 'Transport' }, { what: 'answered', on: date('2023-05-26'), answer: 'accepted', response: 'Agreed.' }]
  assert.equal(leadsTo('recommendation', ...chain), 'accepted')
  assert.equal(daysLateOf(chain, 1), 12)
  assert.equal(daysLateOf([chain[0] ?? assert.fail(), { ...(chain[1] ?? assert.fail()), on: date('2023-05-14') }], 1), 0)
})

test('the two months end with the month where the day is missing, and weekends and bank holidays do not lengthen them', () => {
  const due = (received: string) => responseClock(date(received), 'executive-response')?.due
  // By hand: the day before the same day two months on; where that month has no such day, its last day.
  assert.equal(due('2023-12-31'), '2024-02-29')
  assert.equal(due('2023-12-30'), '2024-02-29')
  assert.equal(due('2022-12-29'), '2023-02-28')
  assert.equal(due('2023-06-30'), '2023-08-29')
  assert.equal(due('2023-07-31'), '2023-09-30')
  assert.equal(due('2023-01-01'), '2023-02-28')
  assert.equal(due('2024-01-01'), '2024-02-29')
  assert.equal(due('2023-06-29'), '2023-08-28', 'the summer bank holiday')
  assert.equal(due('2022-10-26'), '2022-12-25', 'Christmas Day, a Sunday')
  assert.equal(due('2023-02-08'), '2023-04-07', 'Good Friday')
})

test('an answer that was late stays so whatever came of it, and one to something that was not served is never late', () => {
  const chain: Step[] = [{ what: 'served', on: date('2023-01-31'), report: 'Health' }, { what: 'answered', on: date('2023-04-20'), answer: 'accepted', response: 'Agreed.' }, { what: 'done', on: date('2023-05-01'), evidence: 'Seen.' }]
  assert.equal(daysAnsweredLate(chain), 21)
  assert.equal(daysAnsweredLate(chain.slice(0, 1)), 0)
  assert.equal(daysAnsweredLate(chain.slice(1)), 0)
  assert.equal(daysAnsweredLate([]), 0)
})

test('a list begins with what is late the longest, then what comes next, what has no day, and the latest finished', () => {
  const today = date('2023-07-03')
  const open = (due?: string) => placeInLists({ on, ...(due === undefined ? {} : { due: date(due) }) }, { state: 'asked' })
  const closed = (day: string) => placeInLists({ on }, { state: 'closed', on: date(day), evidence: 'Seen.' })
  const order = [open('2023-05-01'), open('2023-07-02'), open('2023-07-03'), open('2024-01-01'), open(), closed('2023-07-01'), closed('2023-06-01')]
  assert.deepEqual(order.toSorted((a, b) => a - b), order)
  assert.deepEqual(order.map((place) => place < lateBefore(today)), [true, true, false, false, false, false, false])
})

test('nobody is late while it is the body that has to move', () => {
  const due = date('2023-02-01')
  assert.equal(waitsUntil({ due }, { state: 'done', on, evidence: 'The dashboard.' }), undefined)
  assert.equal(waitsUntil({ due }, { state: 'rejected', on, reason: 'No money.' }), undefined)
  assert.equal(waitsUntil({ due }, { state: 'in-progress', on }), due)
})
