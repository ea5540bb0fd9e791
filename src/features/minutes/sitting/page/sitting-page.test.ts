import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { sittingFrom, type SittingFacts } from '../sitting-from.ts'
import { allEight, arrives, board, factsOf, panel, type Told } from '../testing.ts'
import { quorumLine, quorumPart } from './quorum-line.ts'
import { seatsPart } from './seat-list.ts'
import { timeForm } from './steps.ts'
import type { SittingView } from './view.ts'

const day = date('2017-02-14')
const request = { today: day, now: new Date('2017-02-14T14:07:00Z'), form: postedForm([]), session: { formToken: { field: 'token', value: 'secret' } }, context: { may: () => false } } as unknown as StaffRequest

/** What an officer sees of a meeting that was called in person. */
function viewOf(facts: SittingFacts): SittingView {
  return { meeting: { id: 'm', facts: { body: 'board', date: day, time: '14:00', attendance: 'in-person' }, items: [] }, facts, sitting: sittingFrom(facts, 'now'), now: 0, first: 0, isLookingBack: false, recorded: [], mayRecord: true } as unknown as SittingView
}

const pressesOf = (told: readonly Told[], body = board(), seat = 'cllr-ashe') => {
  const row = new RegExp(`id="seat-${seat}">[\\s\\S]*?</li>`).exec(seatsPart(request, viewOf(factsOf(told, { body })), undefined).toString())?.[0] ?? ''
  return [...row.matchAll(/<button[^>]*value="(?:present|remote|apologies|leaves)"[^>]*>([\s\S]*?)<\/button>/g)].map(([, words = '']) => words.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ').trim())
}

test('somebody who joins remotely can be recorded at a meeting that was called in person, and it is said before that they do not count', () => {
  assert.deepEqual(pressesOf([]), ['Present Cllr Ashe', 'Remote (does not count) Cllr Ashe', 'Apologies Cllr Ashe'])
  assert.deepEqual(pressesOf([[0, { kind: 'apologises', seat: 'cllr-ashe' }]]), ['Present Cllr Ashe', 'Remote (does not count) Cllr Ashe'])
  assert.deepEqual(pressesOf([arrives(0, 'cllr-ashe')]), ['Leaves Cllr Ashe'])
  assert.deepEqual(pressesOf([arrives(0, 'cllr-ashe', { remotely: true })]), ['Present Cllr Ashe', 'Leaves Cllr Ashe'], 'whoever comes into the room after all is there from then on')
})

test('at a partnership’s own meeting, which the Act does not bind, nothing says that who joins remotely does not count', () => {
  assert.deepEqual(pressesOf([], panel({ kind: 'strategic-partnership' })), ['Present Cllr Ashe', 'Remote Cllr Ashe', 'Apologies Cllr Ashe'])
})

test('what a body may do without a quorum is said while the meeting runs, and no more once it is closed', () => {
  const opened: Told = [0, { kind: 'opens', at: time('14:00') }]
  const wordsOf = (told: readonly Told[]) => quorumPart(viewOf(factsOf(told)))?.toString() ?? ''
  assert.match(wordsOf([opened, ...allEight.slice(0, 3)]), /adjourn the meeting/)
  const closed: Told = [0, { kind: 'closes', at: time('14:30') }]
  assert.doesNotMatch(wordsOf([opened, ...allEight.slice(0, 3), closed]), /adjourn|The body may/)
  assert.match(quorumLine(viewOf(factsOf([opened, ...allEight, closed]))).toString(), /Closed at 2\.30 pm<\/strong> <strong>Last item: /)
})

test('on its day a meeting opens and closes by the clock; recorded afterwards it opened when it was called for, and the officer says when it closed', () => {
  const typed = (today: string, does: 'open' | 'close') => /name="at"[^>]*?(?:value="([^"]*)")|$/.exec(timeForm({ ...request, today: date(today) }, viewOf(factsOf([])), undefined, does).toString())?.[1] ?? ''
  assert.deepEqual([typed('2017-02-14', 'open'), typed('2017-02-14', 'close')], ['14:07', '14:07'])
  assert.deepEqual([typed('2017-02-20', 'open'), typed('2017-02-20', 'close')], ['14:00', ''])
})
