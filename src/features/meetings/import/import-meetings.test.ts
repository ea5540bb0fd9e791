import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { checksumOf } from '#platform/files/content-store.ts'
import { meetingsExporter } from './export-meetings.ts'
import { importMeetings } from './import-meetings.ts'
import { publishedPicture } from '../publication/published-files.ts'
import { publishedMeeting, publishedPapers, versionsOf } from '../publication/published-meetings.ts'
import { filesInMemory } from '../testing.ts'
import { eachMeetingsDesk, panelFile } from '../work/testing.ts'

const meeting = `body: panel
date: 2023-07-07
time: "10:00"
status: agenda-published
issued: 2023-06-29
items:
  - { number: 1, title: Apologies }
  - { number: 2, title: School places, report: places.md }
  - { number: 3, title: A contract, exempt: { paragraph: 3, reason: It would harm the tender. }, report: contract.md }
`
const report = '---\ntitle: School places\nframe: panel\n---\n## Summary\n\nThere are 312 places.\n'
const contract = '---\ntitle: The contract\nframe: panel\n---\n\nThe price is 4711 pounds.\n\n![A secret plan](plan.svg)\n'
const plan = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>'
const day = date('2023-07-07')

eachMeetingsDesk(panelFile, ({ store, app }) => {
  const load = (files: Record<string, string> = {}) =>
    importMeetings(app(), [filesInMemory({ 'meeting.yaml': meeting, 'places.md': report, 'contract.md': contract, 'plan.svg': plan, ...files })], () => undefined)
  const standing = (version?: number) => store().database.readPublished((reader) => publishedMeeting(reader, 'panel', day, version))

  test('a meeting is published with its pack, and its papers have the pages that the pack prints', async () => {
    assert.deepEqual(await load(), { ok: true, value: { meetings: 1, papers: 2, published: 1 } })
    const found = await standing()
    assert.equal(found?.version, 1)
    assert.deepEqual(found.meeting.items[1]?.papers[0]?.pages, { from: 1, to: 1 })
    const pdf = await app().files.get(found.pack?.checksum ?? '')
    assert.equal(Buffer.from(pdf ?? []).subarray(0, 5).toString(), '%PDF-')
  })

  test('nothing of an exempt item’s paper is anywhere in what is published', async () => {
    const found = await standing()
    const papers = await store().database.readPublished((reader) => publishedPapers(reader, { body: 'panel', date: day, version: 1 }))
    assert.deepEqual(papers.map((paper) => paper.id), ['item-2-report'])
    assert.doesNotMatch(JSON.stringify([found, papers]), /4711|The contract|contract\.md|secret plan/)
  })

  test('a file opens an exempt item only with who decided so, and on which day, whatever it calls the item', async () => {
    const withheld = '{ number: 3, title: A contract, exempt: { paragraph: 3, reason: It would harm the tender. }, report: contract.md }'
    const openings = {
      'under its title': ['{ number: 3, title: A contract, report: contract.md }', 'items.3.released'],
      'in other letters': ['{ number: 4, title: a  CONTRACT!, report: contract.md }', 'items.4.released'],
      'under another title, with its text': ['{ number: 3, title: Buses, report: contract.md }', 'items.3.released'],
      'first taken off': ['{ number: 3, title: Buses }', 'items'],
      'while another is withheld': ['{ number: 3, title: A contract, report: contract.md }\n  - { number: 4, title: Staff, late-reason: It cannot wait., exempt: { paragraph: 1, reason: It names them. } }', 'items.3.released'],
    }
    for (const [how, [item = '', field]] of Object.entries(openings)) {
      const refused = await load({ 'meeting.yaml': `${meeting.replace(withheld, item)}correction: It is open now.\n` })
      assert.ok(!refused.ok && refused.refusal.faults.some((fault) => fault.field === field && /decided-by/.test(fault.message)), `${how}: ${JSON.stringify(refused)}`)
    }
    const closed = await load({ 'meeting.yaml': `${meeting.replace(withheld, '{ number: 3, title: A contract, report: contract.md }')}public: false\ncorrection: It is closed now.\n` })
    assert.ok(!closed.ok, 'first in a closed meeting')
    assert.equal((await standing())?.version, 1)
  })

  test('a picture of a withheld paper is kept, and no public address leads to it', async () => {
    const checksum = checksumOf(Buffer.from(plan))
    assert.equal(await app().files.has(checksum), true)
    assert.equal(await store().database.readPublished((reader) => publishedPicture(reader, 'panel', day, checksum)), undefined)
  })

  test('a changed paper is refused until the file says what it corrects, and nothing changes', async () => {
    const changed = { 'places.md': report.replace('312', '313') }
    const refused = await load(changed)
    assert.deepEqual(!refused.ok && refused.refusal.faults.map(({ file, row, field }) => [file, row, field]), [['meeting.yaml', 1, 'correction']])
    assert.equal((await standing())?.version, 1)
    const corrected = await load({ ...changed, 'meeting.yaml': `${meeting}correction: The number of places was wrong.\n` })
    assert.deepEqual(corrected, { ok: true, value: { meetings: 1, papers: 2, published: 1 } })
  })

  test('the version before a correction stays readable as it was', async () => {
    const [now, first] = [await standing(), await standing(1)]
    assert.equal(now?.version, 2)
    assert.equal(now.note, 'The number of places was wrong.')
    assert.equal(first?.version, 1)
    const papers = await store().database.readPublished((reader) => publishedPapers(reader, { body: 'panel', date: day, version: 1 }))
    assert.match(JSON.stringify(papers), /312 places/)
    const versions = await store().database.readPublished((reader) => versionsOf(reader, 'panel', day))
    assert.deepEqual(versions.map((one) => one.version), [2, 1])
  })

  test('a picture that no page and no printer could show is refused by its name', async () => {
    const refused = await load({ 'contract.md': contract.replace('4711', '4712'), 'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>' })
    assert.ok(!refused.ok)
    assert.match(refused.refusal.faults[0]?.message ?? '', /^plan\.svg cannot be used\. It is damaged: it is not well-formed XML/)
  })

  test('what was loaded is written out so that it loads again as the same', async () => {
    const written = await meetingsExporter.write(app())
    assert.ok(written.ok)
    const files = Object.fromEntries(written.value.map((file) => [file.name.split('/').at(-1) ?? '', String(file.body)]))
    const again = await importMeetings(app(), [filesInMemory({ 'meeting.yaml': '', ...files })], () => undefined)
    assert.deepEqual(again, { ok: true, value: { meetings: 1, papers: 2, published: 0 } })
  })

  test('no role can change what is published', async () => {
    const change = store().database.owner((tx) => tx.tables<{ 'published.meetings': { note: string } }>().updateTable('published.meetings').set({ note: 'forged' }).execute())
    await assert.rejects(change, /can only be added to/)
  })
})
