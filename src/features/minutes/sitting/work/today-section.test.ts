import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { date } from '#core/dates.ts'
import { record } from '../verbs/record.ts'
import { eachSittingDesk, type Somebody } from '../verbs/testing.ts'
import { todaySection } from './today-section.ts'

eachSittingDesk((desk) => {
  const section = async (who: Somebody, today: string) => {
    const shown = await todaySection({ context: desk.as(who, date(today)), today: date(today) } as unknown as StaffRequest, desk.app)
    return shown?.toString() ?? ''
  }
  const open = async (day: string) => record(desk.as('imogen', date(day)), desk.app, { meeting: await desk.meetingOf(day), press: randomUUID(), item: 0, wish: { does: 'open', at: '10:00' } })

  test('on the day of a meeting an officer’s work leads to its agenda, its attendance and its minutes', async () => {
    const shown = await section('imogen', '2023-07-07')
    const address = `/staff/meetings/${await desk.meetingOf('2023-07-07')}`
    for (const way of [address, `${address}/sitting`, `${address}/minutes`]) assert.ok(shown.includes(`href="${way}"`), way)
    assert.match(shown, />Today<[^]*The panel<\/a>, 10\.00 am/)
  })

  test('a meeting that is cancelled is not among those of today, and who does not keep the record is shown nothing', async () => {
    assert.doesNotMatch(await section('imogen', '2023-07-06'), />Today</)
    assert.equal(await section('auditor', '2023-07-07'), '')
    assert.equal(await section('finch', '2023-07-07'), '')
  })

  test('a past meeting whose agenda was published waits until it is opened, and then for its minutes', async () => {
    const way = async (page: string) => `/staff/meetings/${await desk.meetingOf('2023-07-07')}/${page}"`
    const before = await section('imogen', '2023-07-10')
    assert.ok(before.includes(await way('sitting')))
    assert.match(before, /Not recorded as opened/)
    assert.ok((await open('2023-07-07')).ok)
    assert.ok((await section('imogen', '2023-07-10')).includes(await way('minutes')))
  })

  test('a meeting that was loaded as held waits for nobody until something is recorded of it', async () => {
    const id = await desk.meetingOf('2023-06-20')
    assert.ok(!(await section('imogen', '2023-07-10')).includes(id))
    assert.ok((await open('2023-06-20')).ok)
    assert.ok((await section('imogen', '2023-07-10')).includes(id))
  })

  test('an adjourned day of which something is recorded waits for its minutes, and so does the day on which it went on', async () => {
    const [first, next] = [await desk.meetingOf('2023-06-27'), await desk.meetingOf('2023-06-30')]
    const before = await section('imogen', '2023-07-10')
    assert.ok(before.includes(`/staff/meetings/${next}/sitting"`))
    assert.ok(!before.includes(first))
    assert.ok((await open('2023-06-27')).ok)
    assert.ok((await open('2023-06-30')).ok)
    const after = await section('imogen', '2023-07-10')
    for (const id of [first, next]) assert.ok(after.includes(`/staff/meetings/${id}/minutes"`), id)
  })

  test('what was never published, what is cancelled and whose minutes are confirmed does not wait', async () => {
    const shown = await section('imogen', '2023-07-10')
    for (const day of ['2023-07-08', '2023-07-06', '2023-06-06']) assert.ok(!shown.includes(await desk.meetingOf(day)), day)
  })
})
