import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { AccountId, PersonId } from '#access/actor.ts'
import { testContext } from '#access/testing.ts'
import type { ReportsTables } from '../reports/tables.ts'
import { saveItem } from '../work/keep-meeting.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { previewPages } from './preview-pages.ts'
import { early, eachPublishingDesk, makeMeeting, meetingDay, now, requestTo, unwrap, type ItemToMake } from './testing.ts'

const person = (digit: string) => `00000000-0000-4000-8000-00000000000${digit}` as PersonId
const [author, helper, other] = [person('1'), person('2'), person('3')]

eachPublishingDesk(({ database, app, publish, change, kept, rewrite }) => {
  const as = (who: PersonId, ...roles: readonly string[]) =>
    testContext(database(), { today: early, door: 'web', actor: { kind: 'person', account: who as string as AccountId, person: who, name: 'Somebody', roles: roles as never } })
  /** What the preview shows of one item, or of the whole agenda. */
  const preview = async (context: ReturnType<typeof as>, item?: number): Promise<string> => {
    const [whole, one] = previewPages
    const answer = item === undefined ? await whole?.show?.(requestTo(context, '/x', { meeting }), app()) : await one?.show?.(requestTo(context, '/x', { meeting, number: String(item) }), app())
    assert.ok(answer?.kind === 'page', JSON.stringify(answer))
    return String(answer.body)
  }
  let meeting: MeetingId

  before(async () => {
    const items: ItemToMake[] = [{ title: 'School places', report: 'There are 312 places.\n' }, { title: 'Budget', report: 'It is overspent.\n' }]
    meeting = (await makeMeeting(database(), meetingDay, items)).id
    const [places] = (await kept(meeting)).items
    assert.ok(places?.papers[0])
    const paper = places.papers[0].id
    await change(meeting, async (tx) => {
      await saveItem(tx, places.id, places.facts, author)
      await tx.tables<ReportsTables>().insertInto('work.paper_writers').values({ paper, person: helper, name: 'Cleo Marsh', shared_by: 'Ben Okoro', shared_at: now }).execute()
    })
  })

  test('a paper that is not published is previewed by officers, its author and those with whom it is shared', async () => {
    for (const context of [as(other, 'officer'), as(author, 'author'), as(helper, 'author')]) assert.match(await preview(context, 1), /312 places/)
    assert.match(await preview(as(other, 'officer'), 2), /overspent/)
  })

  test('whoever else may see the meeting sees its agenda, with “not yet published” in the place of a paper', async () => {
    for (const context of [as(other, 'analyst'), as(other, 'manager'), as(other, 'chair')]) {
      const page = await preview(context, 1)
      assert.doesNotMatch(page, /312 places/)
      assert.match(page, /not yet published/)
      assert.match(await preview(context), /School places[^]*not yet published/)
    }
    assert.doesNotMatch(await preview(as(author, 'author'), 2), /overspent/)
  })

  test('what stands published as it is can be previewed by all who may see the meeting, and no change of it', async () => {
    unwrap(await publish(meeting))
    assert.match(await preview(as(other, 'chair'), 1), /312 places/)
    await rewrite(meeting, 1, 'There are 313 places.\n')
    assert.doesNotMatch(await preview(as(other, 'chair'), 1), /31[23] places/)
    assert.match(await preview(as(author, 'author'), 1), /313 places/)
  })

  test('of a text that cannot be read the preview says to others only that it cannot', async () => {
    await rewrite(meeting, 1, '![A chart](figures.png)\n')
    assert.match(await preview(as(author, 'author')), /There is no such image/)
    assert.doesNotMatch(await preview(as(other, 'chair')), /There is no such image/)
  })
})
