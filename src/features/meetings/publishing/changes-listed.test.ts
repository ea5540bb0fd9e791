import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { meetingsInWork } from '../planner/meetings-in-work.ts'
import { handIn } from '../reports/hand-in/hand-in-report.ts'
import { saveSection } from '../reports/saving/save-section.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { proposePublication } from './ask-publication.ts'
import { early, eachPublishingDesk, makeMeeting, now, officer, unwrap, writeReport } from './testing.ts'
import { reinstate, withdraw } from './withdraw.ts'

eachPublishingDesk(({ database, app, publish, kept }) => {
  const context = () => officer(database(), 'Ada Lorne')
  /** Whether the list of meetings tags it as changed; the page that publishes says the same. */
  const isListed = async (id: MeetingId): Promise<boolean> => {
    const listed = await database().read('operator:test', (reader) => meetingsInWork(reader, { from: early, need: 'changed', limit: 50, today: early, knowsSession: () => true }))
    const { kind } = unwrap(await proposePublication(context(), app(), id))
    const found = listed.some((meeting) => meeting.id === id)
    assert.equal(found, kind !== undefined, 'the list says what the page says')
    return found
  }
  const write = async (id: MeetingId, item: number, markdown: string) => {
    const paper = (await kept(id)).items[item - 1]?.papers[0]?.id ?? assert.fail('no paper')
    unwrap(await saveSection(context(), { paper, part: 'body', content: { markdown }, basedOn: 1, at: now }))
    return paper
  }
  const seen = async (id: MeetingId, item: number) => {
    const { items, revision } = await kept(id)
    return { meeting: id, item: items[item - 1]?.id ?? assert.fail('no item'), revision }
  }

  test('words written in a withdrawn item are no change of what is published, until its withdrawal is taken back', async () => {
    const { id } = await makeMeeting(database(), date('2023-08-01'), [{ title: 'School places', report: 'There are 312.\n' }])
    unwrap(await publish(id))
    unwrap(await withdraw(context(), app(), await seen(id, 1), { what: 'item', reason: 'It comes in the autumn.' }))
    assert.equal(await isListed(id), true)
    unwrap(await publish(id, { kind: 'withdrawal' }))
    await write(id, 1, 'There are 313.\n')
    assert.equal(await isListed(id), false)
    assert.ok((await kept(id)).editedAt, 'a file must not undo it unseen')
    unwrap(await reinstate(context(), app(), await seen(id, 1), 'item'))
    assert.equal(await isListed(id), true)
  })

  test('a report to follow is a change once it is handed in, and not while it is written', async () => {
    const { id, items } = await makeMeeting(database(), date('2023-08-08'), [{ title: 'Budget', toFollow: true }, { title: 'Roads', report: 'They are dry.\n' }])
    await writeReport(database(), items[0] ?? assert.fail(), 'Budget', 'It is overspent.\n')
    unwrap(await publish(id))
    assert.equal(await isListed(id), false)
    const paper = await write(id, 1, 'It is underspent.\n')
    assert.equal(await isListed(id), false)
    unwrap(await handIn(context(), { paper, at: now, origin: 'https://council.example' }))
    assert.equal(await isListed(id), true)
    unwrap(await publish(id, { kind: 'supplement' }))
    assert.equal(await isListed(id), false)
    await write(id, 2, 'They are wet.\n')
    assert.equal(await isListed(id), true)
  })
})
