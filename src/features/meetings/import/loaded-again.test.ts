import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { PersonId } from '#access/actor.ts'
import { date } from '#core/dates.ts'
import { issuedPapers } from '../publication/issued-meetings.ts'
import { publishedMeeting, publishedPapers } from '../publication/published-meetings.ts'
import { reportStandings, textDigestOf } from '../reports/report-standing.ts'
import type { ReportsTables } from '../reports/tables.ts'
import { filesInMemory } from '../testing.ts'
import { meetingWithText } from '../work/draft-of-meeting.ts'
import { insertPaper } from '../work/keep-paper.ts'
import { saveItem } from '../work/keep-meeting.ts'
import type { ItemInWork } from '../work/meeting-in-work.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { meetingsExporter } from './export-meetings.ts'
import { importMeetings } from './import-meetings.ts'
import { eachMeetingsDesk, panelFile } from '../work/testing.ts'

const ada = '0b2c4c0e-7d4e-4a57-9a55-0e6bb9b5a001' as PersonId
const now = new Date('2023-07-03T09:00:00Z')
const report = (title: string, words: string) => `---\ntitle: ${title}\nframe: panel\n---\n\n${words}\n`

const issued = {
  'meeting.yaml': `body: panel
date: 2023-07-12
time: "10:00"
status: agenda-published
issued: 2023-07-03
items:
  - number: 1
    title: School buses
    report: buses.md
    appendices:
      - { title: Costs, file: costs.md, attachment: given/Costs (final).csv, number: 2 }
      - { title: Routes, attachment: Strecken für alle.csv }
  - { number: 2, title: Figures of the quarter, to-follow: true, report: figures.md }
`,
  'buses.md': report('School buses', 'Buses run.'),
  'figures.md': report('Figures', 'Nobody has checked these yet.'),
  'costs.md': '---\ntitle: Costs\n---\n\nThey cost 4 pounds.\n',
  'given/Costs (final).csv': 'Year,Pounds\n2023,4\n',
  'Strecken für alle.csv': 'Route\nQuillhaven\n',
}

const draft = {
  'meeting.yaml': `body: panel
date: 2023-09-27
status: planned
items:
  - { number: 1, title: Apologies }
  - { number: 2, title: School buses, report: buses.md, appendices: [{ title: Costs, file: costs.md }] }
  - { number: 3, title: Not for long, report: gone.md }
  - { number: 4, title: School meals, report: meals.md }
`,
  'buses.md': report('School buses', 'Buses run.'),
  'costs.md': '---\ntitle: Costs\n---\n\nThey cost 4 pounds.\n',
  'gone.md': report('Not for long', 'Gone.'),
  'meals.md': report('School meals', 'Meals are warm.'),
}

eachMeetingsDesk(panelFile, ({ store, app, folder }) => {
  const load = async (files: Record<string, string | Uint8Array>) => {
    const loaded = await importMeetings(app(), [filesInMemory(files)], () => undefined)
    assert.ok(loaded.ok, JSON.stringify(loaded))
    return loaded.value
  }
  const inWork = (day: string) =>
    store().database.read('operator:test', async (reader) => (await meetingWithText(reader, (await meetingIdOn(reader, 'panel', date(day))) ?? assert.fail('it is kept'))) ?? assert.fail('it is kept'))
  const writtenOut = async (day: string) => {
    const written = await meetingsExporter.write(app())
    assert.ok(written.ok)
    const own = `meetings/panel/${day}/`
    return Object.fromEntries(written.value.filter(({ name }) => name.startsWith(own)).map(({ name, body }) => [name.slice(own.length), body]))
  }

  test('documents beside the pack are loaded, published and written out with their names, and the whole loads again as the same', async () => {
    assert.deepEqual(await load(issued), { meetings: 1, papers: 4, published: 1 })
    const shown = await store().database.readPublished((reader) => publishedMeeting(reader, 'panel', date('2023-07-12')))
    assert.deepEqual(shown?.meeting.items[0]?.papers.map(({ id, file }) => [id, file?.name, file?.mediaType]), [
      ['item-1-report', undefined, undefined],
      ['item-1-appendix-2', 'Costs (final).csv', 'text/csv'],
      ['item-1-appendix-3', 'Strecken für alle.csv', 'text/csv'],
    ])
    const written = await writtenOut('2023-07-12')
    assert.equal(String(written['item-1-appendix-2/Costs (final).csv']), issued['given/Costs (final).csv'])
    assert.equal(String(written['item-1-appendix-3/Strecken für alle.csv']), issued['Strecken für alle.csv'])
    const before = await inWork('2023-07-12')
    assert.deepEqual(await load(written), { meetings: 1, papers: 4, published: 0 })
    assert.deepEqual(await inWork('2023-07-12'), before)
    await rm(join(folder(), before.papers.find((paper) => paper.attachment !== undefined)?.attachment?.checksum.slice(0, 2) ?? 'none'), { recursive: true })
    const missing = await meetingsExporter.write(app())
    assert.ok(!missing.ok && /missing from the file store/.test(missing.refusal.message))
    await load({ ...issued, 'meeting.yaml': `${issued['meeting.yaml']}correction: The same.\n` })
  })

  test('a report that is to follow is kept with an issued agenda, and neither the public nor members are given it', async () => {
    const kept = await inWork('2023-07-12')
    assert.match(kept.papers.find((paper) => paper.title === 'Figures')?.parts.body?.markdown ?? '', /Nobody has checked/)
    const version = (await store().database.readPublished((reader) => publishedMeeting(reader, 'panel', date('2023-07-12'))))?.version ?? 0
    const key = { body: 'panel', date: date('2023-07-12'), version }
    const given = await store().database.read('operator:test', (reader) => issuedPapers(reader, key))
    const shown = await store().database.readPublished((reader) => publishedPapers(reader, key))
    assert.ok(shown.length > 0)
    assert.doesNotMatch(JSON.stringify([given, shown]), /Figures|Nobody has checked/)
  })

  test('of a changed file items and papers that are the same matter keep all that was noted on them, a cleared text shows that it changed, and what the file no longer has is gone', async () => {
    await load(draft)
    const before = await inWork('2023-09-27')
    const [, buses, , meals] = before.meeting.items
    assert.ok(buses && meals)
    const [first, last] = [buses.papers[0]?.id, meals.papers[0]?.id]
    assert.ok(first && last)
    await store().database.write('operator:test', async (tx) => {
      for (const paper of [first, last]) {
        const cleared = { paper, kind: 'legal' as const, officer: ada, officer_name: 'Ada Lorne', asked_by: ada, asked_at: now, state: 'cleared' as const, answered_at: now, note: null }
        await tx.tables<ReportsTables>().insertInto('work.clearances').values({ ...cleared, text_cleared: JSON.stringify(await textDigestOf(tx.reader, paper)) }).execute()
        await tx.tables<ReportsTables>().insertInto('work.paper_comments').values({ paper, part: 'body', quote: null, words: 'Why?', by_person: ada, by_name: 'Ada Lorne', at: now, resolved_by: null, resolved_at: null }).execute()
        await tx.tables<ReportsTables>().insertInto('work.paper_hand_ins').values({ paper, state: 'handed-in', by_name: 'Ada Lorne', at: now, note: null }).execute()
      }
      const apologies: ItemInWork = before.meeting.items[0] ?? assert.fail()
      await saveItem(tx, apologies.id, apologies.facts, ada)
      await insertPaper(tx, apologies.id, { kind: 'report', position: 0, title: 'Not begun', frame: 'panel' })
    })
    const changed = draft['meeting.yaml'].replace('  - { number: 3, title: Not for long, report: gone.md }\n', '').replace('number: 4, title: School meals', 'number: 3, title: School meals')
    await load({ ...draft, 'meeting.yaml': `${changed}  - { number: 5, title: New, report: gone.md }\n`, 'buses.md': report('School buses', 'Buses run on time.') })
    const after = await inWork('2023-09-27')
    assert.deepEqual(
      after.meeting.items.map(({ number, id, author, facts, papers }) => [number, before.meeting.items.find((one) => one.id === id)?.number, author, facts.title, papers.map((paper) => paper.title)]),
      [
        [1, 1, ada, 'Apologies', ['Not begun']],
        [2, 2, undefined, 'School buses', ['School buses', 'Costs']],
        [3, 4, undefined, 'School meals', ['School meals']],
        [5, undefined, undefined, 'New', ['Not for long']],
      ],
    )
    const standings = await store().database.read('operator:test', (reader) => reportStandings(reader, after.meeting.id))
    const said = (paper: typeof first) => {
      const { state, openComments, clearances } = standings.get(paper) ?? assert.fail('the paper is gone')
      return [state, openComments, clearances.map(({ changedParts }) => changedParts)]
    }
    assert.deepEqual(said(first), ['handed-in', 1, [['body']]])
    assert.deepEqual(said(last), ['handed-in', 1, [[]]])
    const text = after.papers.find((paper) => paper.id === first)
    assert.deepEqual([text?.parts.body?.markdown.trim(), text?.saved.body?.revision, text?.saved.cover?.revision], ['Buses run on time.', 2, 1])
  })

  test('where a file exchanges the numbers of an open and an exempt item, neither takes over the author, history and comments of the other', async () => {
    const exchanged = (first: string, second: string) => ({
      'meeting.yaml': `body: panel\ndate: 2023-10-11\nstatus: planned\nitems:\n  - { number: 1, ${first} }\n  - { number: 2, ${second} }\n`,
      'open.md': report('Open', 'All may read this.'),
      'secret.md': report('Tender', 'The price is 4 pounds.'),
    })
    const open = 'title: School buses, report: open.md'
    const secret = 'title: The tender, report: secret.md, exempt: { paragraph: 3, reason: It would harm the tender. }'
    await load(exchanged(open, secret))
    const before = await inWork('2023-10-11')
    const buses = before.meeting.items[0] ?? assert.fail()
    await store().database.write('operator:test', (tx) => saveItem(tx, buses.id, buses.facts, ada))
    await load(exchanged(secret, open))
    const moved = await inWork('2023-10-11')
    assert.deepEqual(moved.meeting.items.map(({ number, id, author, facts }) => [number, id === buses.id, author, facts.title]), [
      [1, false, undefined, 'The tender'],
      [2, true, ada, 'School buses'],
    ])
    const own = moved.papers.filter(({ item }) => item === buses.id)
    assert.deepEqual(own.map(({ parts, saved }) => [parts.body?.markdown.trim(), saved.body?.revision]), [['All may read this.', 1]])
    // Under the very number and title of the open item: it is another matter all the same.
    await load(exchanged(open, secret.replace('The tender', 'School buses')))
    await load(exchanged(secret.replace('The tender', 'School buses'), open.replace('School buses', 'Trams')))
    const apart = await inWork('2023-10-11')
    assert.deepEqual(apart.meeting.items.map(({ author, facts }) => [author, facts.title]), [[undefined, 'School buses'], [undefined, 'Trams']])
    assert.ok(apart.papers.every(({ item }) => item !== buses.id))
  })

  test('a text that a file took away and gives again goes on in its history', async () => {
    const without = draft['meeting.yaml'].replace('file: costs.md', 'note: Held elsewhere.')
    await load({ ...draft, 'meeting.yaml': without })
    await load(draft)
    const costs = (await inWork('2023-09-27')).papers.find((paper) => paper.title === 'Costs')
    assert.deepEqual([costs?.saved.body?.revision, costs?.note], [2, undefined])
  })
})
