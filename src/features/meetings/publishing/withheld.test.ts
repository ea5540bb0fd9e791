import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#core/dates.ts'
import { Html } from '#platform/pages/html.ts'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import { meetingsApi, meetingsPages } from '../index.ts'
import { issuedMeeting, issuedPapers } from '../publication/issued-meetings.ts'
import { membersPackContent } from '../publication/members-pack.ts'
import { buildPack } from '../pack/build-pack.ts'
import { publishedMeeting } from '../publication/published-meetings.ts'
import { saveItem } from '../work/keep-meeting.ts'
import { savePaper } from '../work/keep-paper.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { proposePublication, type AskedPublication } from './ask-publication.ts'
import { checkSection } from './check-section.ts'
import { itemAfterPage } from './item-after-page.ts'
import { keepWithheld, release } from './release.ts'
import { reviewsDue } from './reviews-due.ts'
import { eachPublishingDesk, early, makeMeeting, meetingDay, officer, refusalOf, requestTo, shownOf, unwrap } from './testing.ts'
import { reinstate, withdraw } from './withdraw.ts'

const secret = 'Zanzibar'
const withheld = { publicTitle: 'A matter of business', decidedBy: `Officer of ${secret}`, decidedOn: date('2023-06-01'), reviewOn: date('2023-12-01') }

eachPublishingDesk(({ database, app, ask, change, kept, standing, ...desk }) => {
  const context = () => officer(database(), 'Ada Lorne')
  const publish = async (id: MeetingId, asked: Partial<AskedPublication> = {}) => unwrap(await desk.publish(id, asked))
  const seen = async (id: MeetingId, number: number) => {
    const meeting = await kept(id)
    const item = meeting.items.find((one) => one.number === number)
    assert.ok(item)
    return { meeting: id, item: item.id, revision: meeting.revision }
  }
  let meeting: MeetingId

  before(async () => {
    const made = await makeMeeting(database(), meetingDay, [
      { title: 'School places', report: '## Summary\n\nThere are 312 places.\n' },
      { title: `The ${secret} contract`, presenter: `${secret} lead`, sponsor: `${secret} sponsor`, note: `Of ${secret}.`, exempt: { paragraph: 3, reason: 'It would harm the tender.' }, withheld, report: `## ${secret}\n\nThe price of ${secret} is 4711.\n` },
      { title: 'Budget', report: '## Summary\n\nIt is overspent.\n' },
    ])
    meeting = made.id
    const [paper] = (await kept(meeting)).items[1]?.papers ?? []
    assert.ok(paper)
    const bytes = Buffer.from(`${secret},4711\n`)
    const attachment = { name: `${secret}.csv`, checksum: await app().files.put(bytes), mediaType: 'text/csv', bytes: bytes.length }
    await database().write('operator:test', async (tx) => unwrap(await savePaper(tx, paper.id, paper.isHeld ? 1 : 0, { attachment, note: secret })))
    assert.equal(await publish(meeting), 1)
  })

  test('nothing of an exempt item is in any row, page, feed, file or answer that the public can reach', async () => {
    const tables = await database().owner(async (tx) => (await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'published'`.execute(tx.tables())).rows)
    assert.ok(tables.length >= 7)
    for (const { name } of tables) {
      const { rows } = await database().owner((tx) => sql<{ row: string }>`select to_jsonb(one)::text as row from ${sql.table(`published.${name}`)} as one`.execute(tx.tables()))
      assert.doesNotMatch(JSON.stringify(rows), new RegExp(`${secret}|4711|item-2-`, 'i'), name)
    }
    const files: string[] = []
    const request = (path: string, params: Record<string, string>, query = '') =>
      ({ path, params, query: new URLSearchParams(query), today: early, origin: 'https://council.example', file: (checksum: string) => (files.push(checksum), app().files.get(checksum)) }) as const
    const params = { body: 'panel', date: meetingDay, number: '2', version: '1', checksum: 'a'.repeat(64), name: 'x' }
    const answers = await database().readPublished(async (read) => {
      const all: unknown[] = []
      for (const page of meetingsPages({})) all.push(await page.answer({ ...request(page.path, params), read }))
      for (const resource of meetingsApi) all.push(await resource.answer({ ...request(resource.path, { body: 'panel', date: meetingDay }), read }))
      return all
    })
    const written = answers.map((answer) => JSON.stringify(answer, (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value instanceof Html ? value.toString() : value)))
    assert.match(written.join('\n'), /A matter of business/)
    for (const answer of written) assert.doesNotMatch(answer, new RegExp(secret, 'i'))
    const pack = await app().files.get((await standing())?.pack?.checksum ?? '')
    const pdf = await readPdf(pack ?? new Uint8Array())
    assert.doesNotMatch(JSON.stringify(pdf), new RegExp(secret, 'i'))
    assert.match(pdf.texts.join(' '), /paragraph 3/)
  })

  test('members are given the exempt paper with its pages, and their pack prints it on those pages', async () => {
    const [issued, papers] = await database().read('operator:test', async (reader) => [await issuedMeeting(reader, 'panel', meetingDay), await issuedPapers(reader, { body: 'panel', date: meetingDay, version: 1 })] as const)
    assert.equal(issued?.meeting.items[1]?.title, `The ${secret} contract`)
    assert.deepEqual(issued.meeting.items[1]?.withheld.map((paper) => paper.pages), [{ from: 1, to: 1, part: 'exempt' }])
    assert.deepEqual(papers.map(({ id, isPublic, pages }) => [id, isPublic, pages]), [
      ['item-1-report', true, { from: 1, to: 1 }],
      ['item-2-report', false, { from: 1, to: 1, part: 'exempt' }],
      ['item-3-report', true, { from: 2, to: 2 }],
    ])
    const content = membersPackContent(issued, papers, { name: 'Cllr Ines Marlowe', on: early }, { council: await app().council(), today: early, origin: app().origin })
    const built = unwrap(await buildPack(content, new Map(), app().typeset))
    assert.deepEqual([...built.pages], papers.map(({ id, pages }) => [id, pages]).toSorted((one, other) => Number(one[0] === 'item-2-report') - Number(other[0] === 'item-2-report')))
  })

  test('what members were given cannot be changed by any role', async () => {
    const change = database().owner((tx) => sql`update work.issued_papers set title = 'forged'`.execute(tx.tables()))
    await assert.rejects(change, /can only be added to/)
  })

  test('an item is withdrawn only with a reason, stays on the agenda with it, and its papers are not in the new version', async () => {
    assert.deepEqual(refusalOf(await withdraw(context(), app(), await seen(meeting, 3), { what: 'item', reason: '' })).faults, ['reason'])
    unwrap(await withdraw(context(), app(), await seen(meeting, 3), { what: 'item', reason: 'It comes in the autumn.' }))
    assert.equal(await publish(meeting, { kind: 'withdrawal' }), 2)
    const found = await standing()
    assert.equal(found?.note, 'Item 3 is withdrawn: It comes in the autumn.')
    assert.deepEqual([found.meeting.items[2]?.withdrawn, found.meeting.items[2]?.papers], ['It comes in the autumn.', []])
    const before = await database().readPublished((reader) => publishedMeeting(reader, 'panel', meetingDay, 1))
    assert.equal(before?.meeting.items[2]?.papers.length, 1)
  })

  test('a withdrawal that is taken back is a correction, which says so', async () => {
    unwrap(await reinstate(context(), app(), await seen(meeting, 3), 'item'))
    assert.deepEqual(refusalOf(await ask(meeting)).faults, ['note'])
    assert.equal(await publish(meeting, { note: 'Item 3 is taken after all.' }), 3)
  })

  test('one paper can be withdrawn while its item stands', async () => {
    unwrap(await withdraw(context(), app(), await seen(meeting, 1), { what: 'report', reason: 'Its figures were wrong.' }))
    assert.equal(await publish(meeting, { kind: 'withdrawal' }), 4)
    const found = await standing()
    assert.equal(found?.note, 'The report on item 1 is withdrawn: Its figures were wrong.')
    assert.deepEqual(found.meeting.items[0]?.papers.map(({ held, withdrawn }) => [held, withdrawn]), [[false, 'Its figures were wrong.']])
  })

  test('somebody who saw an older agenda withdraws nothing', async () => {
    const old = await seen(meeting, 3)
    assert.equal(refusalOf(await withdraw(context(), app(), { ...old, revision: old.revision - 1 }, { what: 'item', reason: 'Why.' })).kind, 'conflict')
  })

  test('an exempt item is due for review on its day, and no more once it is kept until another', async () => {
    const due = (day: string) => database().read('operator:test', (reader) => reviewsDue(reader, date(day)))
    assert.deepEqual((await due('2023-11-30')).length, 0)
    assert.deepEqual((await due('2023-12-01')).map(({ number, paragraph }) => [number, paragraph]), [[2, 3]])
    unwrap(await keepWithheld(context(), app(), await seen(meeting, 2), '2024-06-01'))
    assert.deepEqual(await due('2023-12-01'), [])
  })

  test('what was withheld is never published because the agenda was changed to say it is open: a decision to release it must be recorded', async () => {
    const item = (await kept(meeting)).items[1]
    assert.ok(item)
    const { exempt: _exempt, ...open } = item.facts
    await change(meeting, (tx) => saveItem(tx, item.id, open, undefined))
    const refused = await ask(meeting, { kind: 'correction', note: 'An item is put right.' })
    assert.match(refused.ok ? '' : JSON.stringify(refused.refusal.faults), /Item 2: It is withheld in the version that stands\. Release it/)
    const proposal = unwrap(await proposePublication(context(), app(), meeting))
    assert.match(String(checkSection(proposal)), new RegExp(`href="/staff/meetings/${meeting}/after/items/${item.id}"`))
    const releasePage = await itemAfterPage.show?.(requestTo(context(), '/x', { meeting, item: item.id }), app())
    assert.match(shownOf(releasePage).text, /The agenda now says that this item is open[^]*name="decided-by"/)
    unwrap(await release(context(), app(), await seen(meeting, 2), { decidedBy: 'Monitoring Officer', decidedOn: '19 June 2023' }))
    assert.deepEqual((await kept(meeting)).items[1]?.facts.released, { paragraph: 3, decidedBy: 'Monitoring Officer', decidedOn: '2023-06-19' })
    assert.deepEqual(unwrap(await proposePublication(context(), app(), meeting)).findings.filter((one) => one.severity === 'stops'), [])
    await change(meeting, (tx) => saveItem(tx, item.id, item.facts, undefined))
  })

  test('when the reason lapses the item is released by a decision, and the next version has its papers and its true title', async () => {
    assert.deepEqual(refusalOf(await release(context(), app(), await seen(meeting, 2), { decidedBy: '', decidedOn: '31 February 2023' })).faults, ['decided-by', 'decided-on'])
    unwrap(await release(context(), app(), await seen(meeting, 2), { decidedBy: 'Monitoring Officer', decidedOn: '19 June 2023' }))
    assert.equal(await publish(meeting, { kind: 'release' }), 5)
    const found = await standing()
    assert.equal(found?.note, 'The papers of item 2, which were withheld before, are published.')
    assert.equal(found.meeting.items[1]?.title, `The ${secret} contract`)
    assert.equal(found.meeting.items[1]?.papers[0]?.held, true)
    assert.deepEqual(found.meeting.items[1]?.released, { paragraph: 3, decidedBy: 'Monitoring Officer', decidedOn: '2023-06-19' })
  })

  test('of a private meeting the public reads only that it meets; its members read everything', async () => {
    const day = date('2023-09-05')
    const { id } = await makeMeeting(database(), day, [{ title: `${secret} plans`, report: `## ${secret}\n\nWords.\n` }], { privateDevelopment: true, public: false })
    assert.equal(await publish(id), 1)
    const found = await standing(day)
    assert.deepEqual([found?.meeting.items, found?.pack], [[], undefined])
    const papers = await database().read('operator:test', (reader) => issuedPapers(reader, { body: 'panel', date: day, version: 1 }))
    assert.deepEqual(papers.map(({ id: paper, isPublic, pages }) => [paper, isPublic, pages]), [['item-1-report', false, { from: 1, to: 1 }]])
  })
})
