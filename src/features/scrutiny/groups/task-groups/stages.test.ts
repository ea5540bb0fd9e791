import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { wrongCommissioning, wrongDays } from './stage-days.ts'
import { daysLate, nextStages, turned } from './stages.ts'
import { publicPart, taskGroup, type Stage, type Standing, type TaskGroup } from './task-group.ts'

const group = taskGroup.parse({ slug: 'roads', title: 'Roads', commissionedBy: 'board', terms: ['Who pays?'], starts: '2022-01-10', ends: '2022-11-30', standing: { stage: 'proposed' } })
const at = (standing: Standing): TaskGroup => ({ ...group, standing })
const draft: Standing = { stage: 'draft', draft: { on: date('2022-10-03'), says: 'Too slow.', comments: [{ on: date('2022-10-10'), by: 'Head of Highways', says: 'Not so.' }] } }
const today = date('2023-07-03')
const final = { to: 'final', on: date('2022-11-16'), says: 'Speed it up.', recommendations: [{ says: 'Publish times', to: 'Cabinet' }] } as const

test('a group goes from its terms of reference to its final report by the steps of the table and by no other', () => {
  const steps = [{ to: 'commissioned', date: date('2022-01-05'), item: 6 }, { to: 'gathering' }, { to: 'draft', on: date('2022-10-03'), says: 'Too slow.' }, final] as const
  let now: TaskGroup = group
  for (const step of steps) {
    const next = turned(now, step, today)
    assert.ok(next.ok, step.to)
    now = next.value
  }
  assert.deepEqual([now.standing.stage, now.commissioned], ['final', { date: '2022-01-05', item: 6 }])
  assert.ok(now.standing.stage === 'final' && now.standing.draft?.says === 'Too slow.', 'its draft is kept with it')
  for (const step of [...steps, { to: 'resumed' }] as const) assert.equal(turned(now, step, today).ok, false, `${step.to} after the report`)
  assert.equal(turned(at({ stage: 'gathering' }), final, today).ok, false, 'a final report has a draft before it')
})

test('stages follow in time: a report is not dated before its own draft, nor what was said of that, nor to come', () => {
  const commissioned = { ...at(draft), commissioned: { date: date('2022-09-01') } }
  const says = (on: string, now = '2023-07-03') => {
    const next = turned(commissioned, { ...final, on: date(on) }, date(now))
    return next.ok ? 'taken' : next.refusal.faults.map(({ field, message }) => `${field}: ${message}`).join()
  }
  assert.match(says('2022-10-02'), /^final-on: Give a day that is not before 10 October 2022, when its draft was commented on$/)
  assert.match(says('2022-10-09'), /not before 10 October 2022/)
  assert.match(says('2022-11-16', '2022-11-15'), /^final-on: Give a day that is not to come/)
  assert.equal(says('2022-10-10'), 'taken')
  const early = turned({ ...at({ stage: 'gathering' }), commissioned: { date: date('2022-01-05') } }, { to: 'draft', on: date('2022-01-04'), says: 'Soon.' }, today)
  assert.match(early.ok ? '' : (early.refusal.faults[0]?.message ?? ''), /not before 5 January 2022, when it was commissioned/)
  assert.equal(turned(group, { to: 'commissioned', date: date('2023-07-04') }, today).ok, false)
})

test('a record whose stages do not follow in time is refused by the day that is out of order', () => {
  const reported = { ...at({ stage: 'final', on: date('2022-10-01'), says: 'Quick.', recommendations: [], ...(draft.stage === 'draft' ? { draft: draft.draft } : {}) }), commissioned: { date: date('2022-11-01') } }
  assert.deepEqual(wrongDays(reported, today).map(({ field }) => field), ['standing.draft.on', 'standing.draft.comments[1].on', 'standing.on'])
  assert.deepEqual(wrongDays({ ...reported, commissioned: { date: date('2022-01-05') } }, today).map(({ field, message }) => `${field} ${message}`), ['standing.on Give a day that is not before 10 October 2022, when its draft was commented on'])
  assert.deepEqual(wrongDays({ ...group, commissioned: { date: date('2023-09-20') } }, today), [], 'proposed for a meeting to come')
  assert.match(wrongCommissioning(reported, today) ?? '', /not after 3 October 2022, when it had its draft/)
})

test('a group that was paused is taken up where it was, and one that was not cannot be', () => {
  const paused = turned(at({ stage: 'gathering' }), { to: 'paused', on: date('2022-03-20'), reason: 'Illness' }, today)
  assert.ok(paused.ok)
  const resumed = turned(paused.value, { to: 'resumed' }, today)
  assert.deepEqual(resumed.ok && resumed.value.standing, { stage: 'gathering' })
  assert.equal(turned(at({ stage: 'gathering' }), { to: 'resumed' }, today).ok, false)
})

test('every stage can be reached, and from a report or an end nothing goes on', () => {
  const reached = new Set<Stage>(Object.values(nextStages).flat())
  assert.deepEqual((Object.keys(nextStages) as Stage[]).filter((stage) => !reached.has(stage)), ['proposed'])
  assert.deepEqual([nextStages.final, nextStages.ended], [[], []])
})

test('a group is late from the day after its own end date; what it reported late stays late; a paused one is not', () => {
  const late = (standing: Standing, today: string) => daysLate(at(standing), date(today))
  assert.deepEqual([late({ stage: 'gathering' }, '2022-11-30'), late({ stage: 'gathering' }, '2022-12-01'), late(draft, '2023-07-03')], [undefined, 1, 215])
  const reported = (on: string) => late({ stage: 'final', on: date(on), says: '', recommendations: [] }, '2023-07-03')
  assert.deepEqual([reported('2022-11-16'), reported('2022-12-07')], [undefined, 7])
  assert.equal(late({ stage: 'paused', reason: 'Illness', was: 'gathering' }, '2023-07-03'), undefined)
})

test('the public learns that there is a draft and not what it says; nothing of a group that is only proposed', () => {
  assert.equal(publicPart(group), undefined)
  const seen = publicPart(at(draft))
  assert.deepEqual(seen?.standing, { stage: 'draft', on: '2022-10-03' })
  const reported = turned(at(draft), final, today)
  assert.ok(reported.ok)
  assert.deepEqual(publicPart(reported.value)?.standing, { stage: 'final', on: '2022-11-16', says: 'Speed it up.', recommendations: final.recommendations, commentedBy: [{ on: '2022-10-10', by: 'Head of Highways' }] })
  assert.doesNotMatch(JSON.stringify([seen, publicPart(reported.value)]), /Too slow|Not so/)
})

test('a group does not end before it starts, and a link leads to the web or to a public page', () => {
  const faults = (changes: object) => taskGroup.safeParse({ ...group, ...changes }).error?.issues.map(({ path }) => path.join('.'))
  assert.deepEqual(faults({ ends: '2022-01-09' }), ['ends'])
  const link = (text: string) => faults({ evidence: [{ date: '2022-02-01', from: 'Head of Highways', what: 'Figures', link: text }] })
  for (const bad of ['javascript:alert(1)', '//evil.example', '/staff/meetings', 'http://plain.example']) assert.deepEqual(link(bad), ['evidence.0.link'], bad)
  assert.deepEqual([link('/bodies/panel/2023-07-07/items/5'), link('https://www.example.test/a')], [undefined, undefined])
})
