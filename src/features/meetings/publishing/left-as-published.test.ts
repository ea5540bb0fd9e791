import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { issuedPapers } from '../publication/issued-meetings.ts'
import { saveItem } from '../work/keep-meeting.ts'
import { savePaper } from '../work/keep-paper.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { paperInWork } from '../work/read-work.ts'
import { proposePublication } from './ask-publication.ts'
import { publishPage } from './publish-page.ts'
import { eachPublishingDesk, makeMeeting, meetingDay, officer, refusalOf, requestTo, shownOf, unwrap, writeReport } from './testing.ts'

const text = (words: string) => `## Summary\n\n${words}\n`

eachPublishingDesk(({ database, app, ask, publish, change, kept, standing, rewrite }) => {
  const context = () => officer(database(), 'Ada Lorne')
  const propose = async (leave: readonly string[] = []) => unwrap(await proposePublication(context(), app(), meeting, { itemReasons: {}, leave }))
  const said = async () => {
    const version = (await standing())?.version ?? 0
    return JSON.stringify(await database().read('operator:test', (reader) => issuedPapers(reader, { body: 'panel', date: meetingDay, version })))
  }
  /** Posts the form of the page, with these papers ticked and those with which it was shown. */
  const post = async (leave: readonly string[], left: readonly string[], fields: Readonly<Record<string, string>> = {}) => {
    const ticked = [...leave.map((id) => ['leave', id] as const), ...left.map((id) => ['left', id] as const)]
    const { revision } = await kept(meeting)
    return publishPage.submit?.(requestTo(context(), `/staff/meetings/${meeting}/publish`, { meeting }, [['revision', String(revision)], ...Object.entries(fields), ...ticked]), app())
  }
  let meeting: MeetingId

  before(async () => {
    const made = await makeMeeting(database(), meetingDay, [{ title: 'School places', report: text('There are 312 places.') }, { title: 'Budget', report: text('It is overspent.') }, { title: 'Roads', toFollow: true }])
    meeting = made.id
    unwrap(await publish(meeting))
    await rewrite(meeting, 1, text('There are 313 places.'))
    await rewrite(meeting, 2, text('It is underspent.'))
  })

  test('each paper with other words than it has in the version that stands can stay as it is there', async () => {
    assert.deepEqual((await propose()).mayStay.map(({ id }) => id), ['item-1-report', 'item-2-report'])
    const { changes, mayStay, staying } = await propose(['item-2-report'])
    assert.deepEqual(changes?.papers.map(({ id }) => id), ['item-1-report'])
    assert.deepEqual([mayStay.length, staying.map(({ id }) => id)], [2, ['item-2-report']])
  })

  test('where every change is left out nothing else is to be published', async () => {
    const refused = refusalOf(await ask(meeting, { leave: ['item-1-report', 'item-2-report'] }))
    assert.equal(refused.message, 'Nothing else has changed since version 1, so there is nothing to publish.')
  })

  test('beside papers to follow, changed papers that stay as published leave a supplement a supplement', async () => {
    const item = (await kept(meeting)).items[2]
    assert.ok(item)
    await change(meeting, (tx) => saveItem(tx, item.id, { ...item.facts, toFollow: false }, undefined))
    await writeReport(database(), item.id, 'Roads', text('They are dry.'))
    assert.equal((await propose()).kind, 'correction')
    assert.equal((await propose(['item-1-report', 'item-2-report'])).kind, 'supplement')
    assert.equal(unwrap(await publish(meeting, { kind: 'supplement', leave: ['item-1-report', 'item-2-report'] })), 2)
    assert.match(await said(), /312 places[^]*overspent[^]*They are dry/)
    assert.ok((await kept(meeting)).editedAt, 'what is kept is not what is published')
    assert.deepEqual((await propose()).changes?.papers.map(({ id }) => id), ['item-1-report', 'item-2-report'])
  })

  test('a text that cannot be read stops publication, unless its paper stays as it is published', async () => {
    await rewrite(meeting, 2, '## Summary\n\n![ ](nowhere.png)\n')
    assert.equal(refusalOf(await ask(meeting, { note: 'Figures.' })).message, 'This cannot be published yet.')
    assert.deepEqual((await propose()).mayStay.map(({ id }) => id), ['item-2-report'])
    const stopped = shownOf(await publishPage.show?.(requestTo(context(), `/staff/meetings/${meeting}/publish`, { meeting }), app())).text
    assert.match(stopped, /Leave changes out[^]*name="leave"[^]*value="item-2-report"[^]*Item 2, <bdi>Budget[^]*Check again/)
    assert.doesNotMatch(stopped, />\s*Publish\s*</)
    const { findings, kind } = await propose(['item-2-report'])
    assert.deepEqual([findings.filter((finding) => finding.severity === 'stops'), kind], [[], 'correction'])
  })

  test('who ticks other papers than the page was shown with sees first what would then be published, with all that was typed', async () => {
    const again = shownOf(await post(['item-2-report'], [], { kind: 'correction', note: 'The number of places.' }))
    assert.equal(again.status, 200)
    assert.match(again.text, /1 paper would stay as published\. Look at what this version would be, then publish\./)
    assert.match(again.text, /Paper on item 2, <bdi>Budget<\/bdi>, stays as it is in version 2: its change waits for another version\./)
    assert.match(again.text, /name="left" value="item-2-report"[^]*The number of places\.<\/textarea>/)
    assert.equal((await standing())?.version, 2)
  })

  test('the version has the changes that were published, and the paper that was left as it stood before', async () => {
    assert.equal(unwrap(await publish(meeting, { note: 'The number of places.', leave: ['item-2-report'] })), 3)
    assert.match(await said(), /313 places[^]*overspent/)
    assert.deepEqual((await propose(['item-2-report'])).kind, undefined)
  })

  test('a paper under another title cannot stay as published: the one that stands may be another paper', async () => {
    await rewrite(meeting, 2, text('It is balanced.'))
    const paper = (await kept(meeting)).items[1]?.papers[0]?.id ?? assert.fail()
    const rename = (title: string) => database().write('operator:test', async (tx) => unwrap(await savePaper(tx, paper, (await paperInWork(tx.reader, paper))?.revision ?? 0, { title })))
    await rename('Budget and reserves')
    assert.deepEqual((await propose()).mayStay, [])
    await rename('Budget')
    assert.equal((await propose()).mayStay.length, 1)
  })

  test('the paper of an item that was made exempt since cannot stay as published: the public may no longer read it', async () => {
    const item = (await kept(meeting)).items[1]
    assert.ok(item)
    const withheld = { decidedBy: 'Monitoring Officer', decidedOn: date('2023-06-01'), reviewOn: date('2023-12-01') }
    await change(meeting, (tx) => saveItem(tx, item.id, { ...item.facts, exempt: { paragraph: 3, reason: 'It names prices.' }, withheld }, undefined))
    assert.deepEqual((await propose()).mayStay, [])
    const refused = refusalOf(await ask(meeting, { note: 'It is exempt.', leave: ['item-2-report'] }))
    assert.equal(refused.kind, 'conflict')
    assert.match(refused.message, /cannot stay as it is/)
    assert.equal(unwrap(await publish(meeting, { note: 'It is exempt.' })), 4)
    assert.deepEqual((await standing())?.meeting.items[1]?.papers, [])
  })
})
