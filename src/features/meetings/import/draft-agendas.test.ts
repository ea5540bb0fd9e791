import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#core/dates.ts'
import { issuedMeeting } from '../publication/issued-meetings.ts'
import { versionsOf } from '../publication/published-meetings.ts'
import { filesInMemory } from '../testing.ts'
import { insertPaper, savePart } from '../work/keep-paper.ts'
import { meetingIdOn, meetingInWork } from '../work/read-work.ts'
import { meetingsExporter } from './export-meetings.ts'
import { importMeetings } from './import-meetings.ts'
import { eachMeetingsDesk, panelFile } from '../work/testing.ts'

const head = 'body: panel\ndate: 2023-09-27\ntime: "10:00"\nvenue: Council Chamber\n'
const items = `items:
  - { number: 1, title: Apologies, standing: apologies, minutes: 1 }
  - { number: 2, title: School buses to Quillhaven, presenter: Director, minutes: 40, report: buses.md }
  - { number: 3, title: Figures of the quarter, to-follow: true, report: figures.md }
  - number: 4
    title: The Quillhaven tender
    exempt: { paragraph: 3, reason: A bidder could use it. }
    withheld: { public-title: A tender, decided-by: Monitoring Officer, decided-on: 2023-06-30, review-on: 2024-01-31 }
    minutes: 15
    report: tender.md
    public-version: open.md
    appendices:
      - { title: Prices at Quillhaven, file: prices.md }
`
const paper = (title: string, frame: string) => `---\ntitle: ${title}\n${frame}---\n\n${title} in Quillhaven.\n`
const papers = {
  'buses.md': paper('School buses', 'frame: panel\n'),
  'figures.md': paper('Figures', 'frame: panel\n'),
  'tender.md': paper('Tender', 'frame: panel\n'),
  'open.md': paper('What can be said', 'frame: panel\n'),
  'prices.md': paper('Prices', ''),
}
const draft = `${head}status: planned\n${items}`
const issued = `${head}status: agenda-published\nissued: 2023-07-03\n${items.replace('to-follow: true, report: figures.md', 'to-follow: true')}`
const day = date('2023-09-27')
const now = new Date('2023-07-03T09:00:00Z')

eachMeetingsDesk(panelFile, ({ store, app }) => {
  const load = async (meeting: string, others: Record<string, string> = papers) => {
    const loaded = await importMeetings(app(), [filesInMemory({ 'meeting.yaml': meeting, ...others })], () => undefined)
    return loaded.ok ? loaded.value : loaded.refusal.faults.map(({ field, message }) => `${field}: ${message}`)
  }
  const inWork = () =>
    store().database.read('operator:test', async (reader) => {
      const id = await meetingIdOn(reader, 'panel', day)
      return id === undefined ? undefined : meetingInWork(reader, id)
    })
  const notes = async () => (await store().database.readPublished((reader) => versionsOf(reader, 'panel', day))).map(({ note }) => note)

  test('a draft agenda is kept in work, and the meeting is announced', async () => {
    assert.deepEqual(await load(draft), { meetings: 1, papers: 5, published: 1 })
    assert.deepEqual((await inWork())?.items.map(({ facts }) => facts.title), ['Apologies', 'School buses to Quillhaven', 'Figures of the quarter', 'The Quillhaven tender'])
    assert.deepEqual(await notes(), ['Announced in the calendar.'])
  })

  test('no word of a draft agenda is in any table that the public can read, nor is it issued to members', async () => {
    assert.deepEqual(await tablesThatSay('Quillhaven'), [])
    assert.ok((await tablesThatSay('Council Chamber')).includes('published.meetings'), 'the search finds what is there')
    const given = await store().database.read('operator:test', (reader) => issuedMeeting(reader, 'panel', day))
    assert.deepEqual(given?.meeting.items, [])
  })

  test('a draft that is loaded again as it was leaves every item in its place', async () => {
    const before = await inWork()
    assert.deepEqual(await load(draft), { meetings: 1, papers: 5, published: 0 })
    assert.deepEqual(await inWork(), before)
  })

  test('a changed draft makes no new version while it announces the same', async () => {
    assert.deepEqual(await load(draft.replace('School buses to', 'Buses to')), { meetings: 1, papers: 5, published: 0 })
    assert.equal((await inWork())?.items[1]?.facts.title, 'Buses to Quillhaven')
    assert.deepEqual(await load(draft.replace('Council Chamber', 'Town Hall')), { meetings: 1, papers: 5, published: 1 })
    assert.deepEqual(await load(`${head.replace('Council Chamber', 'Town Hall')}status: planned\n`), { meetings: 1, papers: 0, published: 0 })
    assert.deepEqual(await load(draft), { meetings: 1, papers: 5, published: 1 })
    assert.deepEqual(await notes(), ['The announcement was changed.', 'The announcement was changed.', 'Announced in the calendar.'])
  })

  test('a draft is written out so that it loads again as the same, with a report of which no more than what is asked was written', async () => {
    const before = await inWork()
    const written = await writtenOut()
    const text = written['meeting.yaml'] ?? ''
    for (const kept of ['minutes: 40', 'public-title: A tender', 'review-on: 2024-01-31', 'public-version: open.md']) assert.ok(text.includes(kept), `${kept} is in ${text}`)
    assert.deepEqual(await load(text, written), { meetings: 1, papers: 5, published: 0 })
    assert.deepEqual(await inWork(), before, 'it says the same, so that nothing was replaced')
    await store().database.write('operator:test', async (tx) => {
      const begun = await insertPaper(tx, before?.items[0]?.id ?? assert.fail(), { kind: 'report', position: 0, title: 'Begun', frame: 'panel' })
      await savePart(tx, { paper: begun, part: 'recommendations', content: { recommendations: ['note it'] }, basedOn: 0, by: 'Ada Lorne', at: now })
    })
    const again = await writtenOut()
    assert.match(again['item-1-report.md'] ?? '', /note it/)
    assert.deepEqual(await load(again['meeting.yaml'] ?? '', again), { meetings: 1, papers: 6, published: 0 })
  })

  test('once it is issued a draft cannot take it back', async () => {
    assert.deepEqual(await load(issued), { meetings: 1, papers: 4, published: 1 })
    assert.match((await tablesThatSay('School buses')).join(' '), /published\.papers/)
    assert.deepEqual(await load(draft), ['issued: The agenda of this meeting was issued already, and a draft would take it back. Give the day on which it was issued.'])
  })

  test('an agenda without a day of issue is a draft only while its meeting is planned', async () => {
    assert.deepEqual(await load(draft.replace('status: planned', 'status: agenda-published')), [
      'issued: Give the day on which this agenda was issued. The agenda of a meeting that is "planned" is a draft, and needs none.',
    ])
  })

  async function writtenOut(): Promise<Record<string, string>> {
    const written = await meetingsExporter.write(app())
    assert.ok(written.ok)
    return Object.fromEntries(written.value.map((file) => [file.name.split('/').at(-1) ?? '', String(file.body)]))
  }

  /** The tables and views of the schema `published` of which some row says these words. */
  async function tablesThatSay(words: string): Promise<string[]> {
    const found: string[] = []
    await store().database.owner(async (tx) => {
      const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'published'`.execute(tx.tables())
      assert.ok(rows.length > 3)
      for (const { name } of rows) {
        const hits = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(`published.${name}`)} as one where one::text like ${`%${words}%`}`.execute(tx.tables())
        if ((hits.rows[0]?.n ?? 0) > 0) found.push(`published.${name}`)
      }
    })
    return found
  }
})
