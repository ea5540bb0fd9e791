import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#core/dates.ts'
import { meetingInWork, publishedMeeting } from '#features/meetings'
import type { HappeningId } from '../happening.ts'
import { logOf } from '../keep-log.ts'
import { sittingAt } from '../read-sitting.ts'
import { mayDecide } from '../sitting-now.ts'
import { record } from './record.ts'
import { eachSittingDesk, type SittingDesk } from './testing.ts'
import type { Wish } from './wish.ts'

eachSittingDesk((desk) => {
  const { as, app } = desk
  const press = async (wish: Wish, { who = 'imogen', day = '2023-07-07', today = day, item = 0, mark = randomUUID() }: Pressed = {}) =>
    record(as(who, date(today)), app, { meeting: await desk.meetingOf(day), press: mark, item, wish })
  const done = async (wish: Wish, pressed?: Pressed) => {
    const outcome = await press(wish, pressed)
    assert.ok(outcome.ok, JSON.stringify(outcome))
  }
  const refusedWith = async (wish: Wish, words: RegExp, pressed?: Pressed) => {
    const outcome = await press(wish, pressed)
    assert.ok(!outcome.ok, JSON.stringify(wish))
    assert.match([outcome.refusal.message, ...outcome.refusal.faults.map(({ message }) => message)].join(' '), words)
  }
  const read = async <T>(work: (reader: Parameters<typeof logOf>[0], meeting: Awaited<ReturnType<SittingDesk['meetingOf']>>) => Promise<T>) => {
    const meeting = await desk.meetingOf('2023-07-07')
    return desk.store().database.read('operator:test', (reader) => work(reader, meeting))
  }
  const at = (item: number) => read((reader, meeting) => sittingAt(reader, meeting, item))
  const log = () => read((reader, meeting) => logOf(reader, meeting))

  test('before its day only apologies and declarations are recorded, and nobody opens the meeting', async () => {
    const early = { today: '2023-07-06' }
    await done({ does: 'apologies', seat: 'cllr-wilf-moss' }, early)
    for (const wish of [{ does: 'present', seat: 'cllr-otto-lane' }, { does: 'open', at: '10:00' }, { does: 'everybody' }] as const) await refusedWith(wish, /on Friday 7 July 2023\. Until then only apologies/, early)
  })

  test('of a cancelled meeting nothing is recorded, nor of one whose minutes are confirmed', async () => {
    await refusedWith({ does: 'everybody' }, /cancelled/, { day: '2023-07-06' })
    await refusedWith({ does: 'everybody' }, /confirmed: its record stays/, { day: '2023-06-06' })
  })

  test('only officers record; a press of somebody else is refused', async () => {
    await refusedWith({ does: 'everybody' }, /not allowed/, { who: 'auditor' })
    await refusedWith({ does: 'everybody' }, /not allowed/, { who: 'finch' })
  })

  test('the meeting opens at its first item, with a time', async () => {
    await refusedWith({ does: 'come-to', to: 2 }, /Open the meeting first/)
    await refusedWith({ does: 'open', at: 'ten' }, /as 14:05/)
    await done({ does: 'open', at: '10:00' })
    assert.equal((await at(1)).opened, '10:00')
    assert.deepEqual((await log()).slice(-2).map(({ what, item }) => [what.kind, item]), [['opens', 0], ['comes-to', 1]])
  })

  test('a public meeting whose agenda is not published is not opened', async () => {
    await refusedWith({ does: 'open', at: '10:00' }, /agenda of this meeting is not published.*Publish the agenda first/, { day: '2023-07-08' })
  })

  test('one press that is sent twice is one line of the record', async () => {
    const before = (await log()).length
    const mark = randomUUID()
    await done({ does: 'present', seat: 'cllr-dora-finch' }, { item: 1, mark })
    await done({ does: 'present', seat: 'cllr-dora-finch' }, { item: 1, mark })
    assert.equal((await log()).length, before + 1)
  })

  test('two officers who press the same at once leave one line, and neither is refused', async () => {
    const before = (await log()).length
    await Promise.all((['imogen', 'rowan'] as const).map((who) => done({ does: 'present', seat: 'cllr-otto-lane' }, { who, item: 1 })))
    assert.equal((await log()).length, before + 1)
  })

  test('only the substitute whom the body’s record names sits for a member, and nobody in two seats', async () => {
    await refusedWith({ does: 'substitute', seat: 'cllr-wilf-moss', person: 'Somebody Else' }, /names Cllr Ada Pell/)
    await done({ does: 'substitute', seat: 'cllr-wilf-moss', person: 'Cllr Ada Pell' }, { item: 1 })
    await refusedWith({ does: 'substitute', seat: 'cllr-otto-lane', person: 'Cllr Ada Pell' }, /Record that they leave first/, { item: 1 })
    await done({ does: 'leaves', seat: 'cllr-otto-lane' }, { item: 1 })
    await refusedWith({ does: 'substitute', seat: 'cllr-otto-lane', person: 'Cllr Dora Finch' }, /nobody sits in two/, { item: 1 })
    await done({ does: 'returns', seat: 'cllr-otto-lane' }, { item: 1 })
  })

  test('a member of the cabinet does not sit for a member of a scrutiny panel', async () => {
    await done({ does: 'leaves', seat: 'cllr-otto-lane' }, { item: 1 })
    await refusedWith({ does: 'substitute', seat: 'cllr-otto-lane', person: 'Cllr Ivo Vane' }, /member of the cabinet on this day/, { item: 1 })
    await done({ does: 'returns', seat: 'cllr-otto-lane' }, { item: 1 })
  })

  test('a meeting that loses its quorum half way may not decide from then on', async () => {
    await done({ does: 'come-to', to: 2 }, { item: 1 })
    await done({ does: 'leaves', seat: 'cllr-otto-lane' }, { item: 2 })
    await done({ does: 'leaves', seat: 'cllr-wilf-moss' }, { item: 2 })
    assert.equal(mayDecide(await at(1)).ok, true)
    assert.equal(mayDecide(await at(2)).ok, false)
    await refusedWith({ does: 'leaves', seat: 'nobody' }, /vacant, or no longer in the body’s record/, { item: 2 })
  })

  test('a line is taken back with a reason, by a line of its own', async () => {
    const left = (await log()).findLast(({ what }) => what.kind === 'leaves') ?? assert.fail()
    await refusedWith({ does: 'strike', struck: left.id, reason: '' }, /Say why/)
    await refusedWith({ does: 'strike', struck: 'nothing' as HappeningId, reason: 'No.' }, /no such line/)
    await done({ does: 'strike', struck: left.id, reason: 'It was somebody else.' })
    assert.equal(mayDecide(await at(2)).ok, true)
    assert.ok((await log()).some(({ id }) => id === left.id))
  })

  test('nothing in the record can be changed or taken out, whoever tries', async () => {
    for (const statement of [sql`update work.sitting_log set item = 9`, sql`delete from work.sitting_log`]) {
      await assert.rejects(desk.store().database.write('operator:test', (tx) => statement.execute(tx.tables())))
    }
  })

  test('the meeting does not come to an item that was withdrawn, or that the agenda does not have', async () => {
    await refusedWith({ does: 'come-to', to: 4 }, /withdrawn/, { item: 2 })
    await refusedWith({ does: 'come-to', to: 77 }, /Choose an item/, { item: 2 })
    await refusedWith({ does: 'everybody' }, /no such item/, { item: 77 })
  })

  test('who must leave for an interest is not counted, and the same interest is not declared twice', async () => {
    const declaration = { item: 2, member: 'Cllr Dora Finch', nature: 'disclosable-pecuniary', words: 'Paid as a foster carer.', sensitive: false, pecuniaryOrRegulatory: false, likelyToPrejudice: false, leaves: false, registered: false } as const
    await done({ does: 'declare', declaration })
    assert.deepEqual((await at(2)).notCounted.map(({ member }) => member), ['Cllr Dora Finch'])
    await refusedWith({ does: 'declare', declaration }, /already/)
    await refusedWith({ does: 'declare', declaration: { ...declaration, member: 'Cllr Nell Gray' } }, /Choose who declares/)
    await refusedWith({ does: 'declare', declaration: { ...declaration, item: 77 } }, /no such item|Choose an item/)
  })

  test('the meeting closes once, not before it opened, and its page says that it was held', async () => {
    await refusedWith({ does: 'close', at: '09:00' }, /not before it opened at 10:00/, { item: 2 })
    await done({ does: 'close', at: '11:30' }, { item: 2 })
    const before = (await log()).length
    await done({ does: 'close', at: '11:40' }, { item: 2 })
    assert.equal((await log()).length, before)
    const status = await read(async (reader, meeting) => (await meetingInWork(reader, meeting))?.facts.status)
    assert.equal(status, 'held')
    await refusedWith({ does: 'come-to', to: 1 }, /is closed/, { item: 2 })
    await done({ does: 'attends', name: 'Wren Ellery', role: 'Democratic Services Officer' }, { item: 2 })
  })

  test('closing the day of an adjourned meeting ends its sitting: the meeting stays adjourned, with the day on which it goes on', async () => {
    const day = '2023-06-27'
    await done({ does: 'open', at: '10:00' }, { day })
    await done({ does: 'close', at: '10:40' }, { day, item: 1 })
    const id = await desk.meetingOf(day)
    const [kept, shown] = await desk.store().database.read('operator:test', async (reader) => [await meetingInWork(reader, id), await publishedMeeting(reader, 'panel', date(day))] as const)
    assert.deepEqual([kept?.facts.status, kept?.facts.resumesOn], ['adjourned', '2023-06-30'])
    assert.deepEqual([shown?.meeting.status, shown?.meeting.resumesOn, shown?.version], ['adjourned', '2023-06-30', 1])
  })
})

interface Pressed {
  readonly who?: 'imogen' | 'rowan' | 'auditor' | 'finch'
  readonly day?: string
  readonly today?: string
  readonly item?: number
  readonly mark?: string
}
