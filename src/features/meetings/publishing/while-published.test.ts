import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, type LocalDate } from '#core/dates.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { issuedPapers } from '../publication/issued-meetings.ts'
import { publishVersion } from '../publication/publish-version.ts'
import type { PublishedMeeting } from '../record/meeting.ts'
import { insertItem, saveItem } from '../work/keep-meeting.ts'
import { deletePaper, insertPaper, savePart } from '../work/keep-paper.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { papersWithText } from '../work/read-work.ts'
import { proposePublication } from './ask-publication.ts'
import { publicationById } from './keep-publication.ts'
import { publicationPages } from './publication-pages.ts'
import { runPublication } from './run-publication.ts'
import { eachPublishingDesk, makeMeeting, now, officer, refusalOf, requestTo, shownOf, unwrap } from './testing.ts'

const places = '## Summary\n\nThere are 312 places.\n'
const corrected = places.replace('312', '313')

eachPublishingDesk(({ database, app, ask, publish, standing, change, kept, rewrite }) => {
  const context = () => officer(database(), 'Ada Lorne')
  /** The product, in which something happens while a pack is set. */
  const whileSetting = (happens: () => Promise<unknown>): MeetingsApp =>
    app({
      typeset: async (job, told) => {
        await happens()
        return app().typeset(job, told)
      },
    })
  const said = async (day: LocalDate, version: number) => JSON.stringify(await database().read('operator:test', (reader) => issuedPapers(reader, { body: 'panel', date: day, version })))
  const textOf = async (id: MeetingId) => (await database().read('operator:test', (reader) => papersWithText(reader, { meeting: id }))).find((paper) => paper.title === 'School places')?.parts.body?.markdown
  const meetingOn = (day: LocalDate) => makeMeeting(database(), day, [{ title: 'School places', report: places }, { title: 'Budget', report: '## Summary\n\nIt is overspent.\n' }])

  test('a text that is saved while the pack is set waits for the next version: what was approved is published, and the officer is told', async () => {
    const day = date('2023-09-05')
    const { id } = await meetingOn(day)
    const publication = unwrap(await ask(id))
    assert.equal(unwrap(await runPublication(context(), whileSetting(() => rewrite(id, 1, corrected)), publication)), 1)
    assert.match(await said(day, 1), /312 places/)
    assert.doesNotMatch(await said(day, 1), /313 places/)
    assert.equal(await textOf(id), corrected)
    const { editedAt } = await kept(id)
    assert.ok(editedAt, 'a file must not undo unseen what was saved')
    const [page] = publicationPages
    assert.ok(page)
    const { text } = shownOf(await page.show?.(requestTo(context(), '', { meeting: id, publication }), app()))
    assert.match(text, /Version 1 is published[^]*1 paper was changed while this was published\. The change is not in it:[^]*Item 1, <bdi>School places/)
    const proposal = unwrap(await proposePublication(context(), app(), id))
    assert.deepEqual(proposal.changes?.papers.map((paper) => [paper.id, paper.change]), [['item-1-report', 'changed']])
    assert.equal(unwrap(await publish(id, { note: 'The number of places was wrong.' })), 2)
    assert.match(await said(day, 2), /313 places/)
    const record = await database().read('operator:test', (reader) => publicationById(reader, publication))
    assert.deepEqual(record?.changedMeanwhile, [{ item: 1, title: 'School places' }])
    assert.equal((await kept(id)).editedAt, undefined, 'now what is published is what is kept')
  })

  test('a text that is saved after the machine stopped is not in the version that is taken up again', async () => {
    const day = date('2023-09-12')
    const { id } = await meetingOn(day)
    const publication = unwrap(await ask(id))
    await rewrite(id, 1, corrected)
    assert.equal(unwrap(await runPublication(context(), app(), publication)), 1)
    assert.match(await said(day, 1), /312 places/)
    assert.equal(await textOf(id), corrected)
  })

  test('a report to follow that is begun while the agenda is published stays out and is no matter of the version', async () => {
    const day = date('2023-09-19')
    const { id, items } = await makeMeeting(database(), day, [{ title: 'School places', report: places }, { title: 'Budget', toFollow: true }])
    const [, budget] = items
    assert.ok(budget)
    const paper = await database().write('operator:test', (tx) => insertPaper(tx, budget, { kind: 'report', position: 0, title: 'Budget', frame: 'panel' }))
    const publication = unwrap(await ask(id))
    const begun = () => database().write('operator:test', async (tx) => unwrap(await savePart(tx, { paper, part: 'body', content: { markdown: 'It is overspent.\n' }, basedOn: 0, by: 'Ben Okoro', at: now })))
    assert.equal(unwrap(await runPublication(context(), whileSetting(begun), publication)), 1)
    assert.doesNotMatch(await said(day, 1), /overspent/)
    const record = await database().read('operator:test', (reader) => publicationById(reader, publication))
    assert.deepEqual(record?.changedMeanwhile, [])
    assert.ok((await kept(id)).editedAt)
  })

  const stopping: readonly (readonly [string, (id: MeetingId) => Promise<unknown>, RegExp])[] = [
    ['an item that joins', (id) => change(id, (tx) => insertItem(tx, id, 3, { title: 'Another', toFollow: false, confidential: false })), /^Somebody changed this meeting or its agenda/],
    [
      'an item that is made exempt',
      async (id) => {
        const item = (await kept(id)).items[0] ?? assert.fail()
        return change(id, (tx) => saveItem(tx, item.id, { ...item.facts, exempt: { paragraph: 3, reason: 'It names prices.' } }, undefined))
      },
      /^Somebody changed this meeting or its agenda/,
    ],
    [
      'a paper that is taken off',
      async (id) => {
        const paper = (await kept(id)).items[1]?.papers[0] ?? assert.fail()
        return database().write('operator:test', (tx) => deletePaper(tx, paper.id))
      },
      /^Somebody added a paper or took one off/,
    ],
  ]
  for (const [index, [what, happens, words]] of stopping.entries()) {
    test(`${what} while the pack is made stops the publication, which says so, and nothing of it is public`, async () => {
      const day = date(`2023-10-1${index}`)
      const { id } = await meetingOn(day)
      const publication = unwrap(await ask(id))
      assert.match(refusalOf(await runPublication(context(), whileSetting(() => happens(id)), publication)).message, words)
      const record = await database().read('operator:test', (reader) => publicationById(reader, publication))
      assert.equal(record?.state, 'failed')
      assert.match(record.refusal?.message ?? '', words)
      assert.equal(await standing(day), undefined)
    })
  }

  test('another version that is published meanwhile, from a file, stops the publication: what was approved is older than what stands', async () => {
    const day = date('2023-10-17')
    const { id } = await meetingOn(day)
    const publication = unwrap(await ask(id))
    const announced = { body: 'panel', bodyName: 'Children’s Panel', date: day, status: 'planned', public: true, privateDevelopment: false, attendance: 'in-person', webcast: false, alsoInvited: [], members: [], participation: undefined, items: [] } satisfies PublishedMeeting
    await database().write('operator:test', (tx) => publishVersion(tx, { version: 1, note: 'Announced in the calendar.', meeting: announced, papers: [] }, now))
    assert.match(refusalOf(await runPublication(context(), app(), publication)).message, /^Another version of this meeting was published meanwhile/)
    assert.equal((await standing(day))?.version, 1)
  })

  test('the version for the public of a withheld report that is changed before the pack is set stops the publication', async () => {
    const day = date('2023-10-24')
    const withheld = { decidedBy: 'Monitoring Officer', decidedOn: date('2023-06-01'), reviewOn: date('2023-12-01') }
    const { id, items } = await makeMeeting(database(), day, [{ title: 'A contract', exempt: { paragraph: 3, reason: 'It names prices.' }, withheld, report: 'The price is 4711.\n' }])
    const [item] = items
    assert.ok(item)
    const redacted = await database().write('operator:test', (tx) => insertPaper(tx, item, { kind: 'report', position: 0, title: 'A contract', frame: 'panel', isPublicVersion: true }))
    const redact = (markdown: string, basedOn: number) => database().write('operator:test', async (tx) => unwrap(await savePart(tx, { paper: redacted, part: 'body', content: { markdown }, basedOn, by: 'Ben Okoro', at: now })))
    await redact('The price is about 5000.\n', 0)
    const publication = await ask(id)
    assert.ok(publication.ok, JSON.stringify(publication))
    await redact('The price is not given.\n', 1)
    assert.match(refusalOf(await runPublication(context(), app(), publication.value)).message, /^Somebody changed what the public may read of “A contract”/)
    assert.equal(await standing(day), undefined)
  })
})
