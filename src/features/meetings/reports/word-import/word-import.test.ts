import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { pngOf } from '#platform/documents/incoming/testing/picture-bytes.ts'
import { paragraph, picture, wordFile } from '#platform/documents/incoming/testing/word-file.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../../migrations/meetings.ts'
import { paperInWork } from '../../work/read-work.ts'
import { saveSection } from '../saving/save-section.ts'
import { addColleagues, addReport, as, type Colleagues } from '../testing.ts'
import { keepWordImport, wordImport } from './keep-word-import.ts'
import { putInWordImport } from './put-in-word-import.ts'
import { readWordFile } from './read-word-file.ts'

const at = new Date('2023-07-07T09:00:00Z')
const later = new Date('2023-07-15T09:00:00Z')

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-word-'))
})
after(() => rm(folder, { recursive: true, force: true }))

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  let people: Colleagues
  before(async () => {
    people = await addColleagues(store().database)
  })
  const me = () => as(store().database, people.ada)
  const waiting = (paper: Awaited<ReturnType<typeof addReport>>['paper']) =>
    store().database.write('operator:test', (tx) =>
      keepWordImport(
        tx,
        paper,
        { fileName: 'report.docx', markdown: 'From Word.\n\n![](picture-1.png)\n\n![](picture-2.png)', pictures: ['1', '2'].map((number) => ({ name: `picture-${number}.png`, checksum: number.repeat(64), alternative: '' })), notCarried: [] },
        people.ada.person,
        at,
      ),
    )

  test('a Word file is read and changes nothing until its author puts it in', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const file = { name: 'report.docx', bytes: wordFile({ body: paragraph('Background', 'Heading1') + paragraph('Places rose.') }) }
    const read = await readWordFile(me(), openContentStore(folder), { paper, file, at })
    assert.ok(read.ok, JSON.stringify(read))
    assert.equal((await store().database.read('operator:test', (reader) => paperInWork(reader, paper)))?.parts.body, undefined)
    const put = await putInWordImport(me(), { paper, wordImport: read.value, way: 'replace', pictures: new Map(), basedOn: 0, at })
    assert.ok(put.ok, JSON.stringify(put))
    assert.equal((await store().database.read('operator:test', (reader) => paperInWork(reader, paper)))?.parts.body?.markdown, '## Background\n\nPlaces rose.\n')
    const again = await putInWordImport(me(), { paper, wordImport: read.value, way: 'append', pictures: new Map(), basedOn: 1, at })
    assert.ok(!again.ok && again.refusal.kind === 'not-found', 'what was put in is not put in twice')
  })

  test('a Word file with a picture that cannot be printed is refused, and says which it is', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const pictures = [['one.png', pngOf(2, 2)], ['two.png', pngOf(2, 2, Buffer.from('these are no points'))]] as const
    const bytes = wordFile({ body: pictures.map(([name]) => `<w:p>${picture(name, 'A plan')}</w:p>`).join(''), pictures })
    const read = await readWordFile(me(), openContentStore(folder), { paper, file: { name: 'report.docx', bytes }, at })
    assert.ok(!read.ok)
    assert.match(read.refusal.faults[0]?.message ?? '', /^Picture 2 of report\.docx cannot be used\. This picture is damaged/)
  })

  test('each picture says what it shows or is left out, before anything is put in', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    await saveSection(me(), { paper, part: 'body', content: { markdown: 'Before.' }, basedOn: 0, at })
    const id = await waiting(paper)
    const put = (second: { alternative: string; isDecorative: boolean }, basedOn = 1) =>
      putInWordImport(me(), { paper, wordImport: id, way: 'append', basedOn, at, pictures: new Map([['picture-1.png', { alternative: 'A plan', isDecorative: false }], ['picture-2.png', second]]) })
    const silent = await put({ alternative: '', isDecorative: false })
    assert.ok(!silent.ok && silent.refusal.faults[0]?.field === 'alternative-2')
    const stale = await put({ alternative: '', isDecorative: true }, 7)
    assert.ok(!stale.ok && stale.refusal.kind === 'conflict', 'a text that went on meanwhile is not overwritten')
    assert.ok((await put({ alternative: '', isDecorative: true })).ok)
    const kept = await store().database.read('operator:test', (reader) => paperInWork(reader, paper))
    assert.equal(kept?.parts.body?.markdown, 'Before.\n\nFrom Word.\n\n![A plan](picture-1.png)\n')
    assert.deepEqual(kept.pictures.map(({ name }) => name), ['picture-1.png'])
  })

  test('sections that are ticked go into their parts and the title to the report; what is not ticked stays in the text', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const section = (heading: string, words: string) => paragraph(heading, 'Heading1') + paragraph(words)
    const bytes = wordFile({ body: paragraph('Places in 2024', 'Title') + section('Background', 'Places rose.') + section('Legal implications', 'None arise.') + section('HR implications', 'Two posts.') + section('Background papers', 'None.') })
    const read = await readWordFile(me(), openContentStore(folder), { paper, file: { name: 'report.docx', bytes }, at })
    assert.ok(read.ok, JSON.stringify(read))
    const put = await putInWordImport(me(), { paper, wordImport: read.value, way: 'replace', pictures: new Map(), moved: [0, 2], takesTitle: true, basedOn: 0, at })
    assert.ok(put.ok, JSON.stringify(put))
    const kept = await store().database.read('operator:test', (reader) => paperInWork(reader, paper))
    assert.equal(kept?.title, 'Places in 2024')
    assert.equal(kept.parts.body?.markdown, '## Background\n\nPlaces rose.\n\n## HR implications\n\nTwo posts.\n')
    assert.deepEqual(kept.parts.implications?.implications, [{ heading: 'Legal implications', text: 'None arise.' }])
    assert.deepEqual(kept.parts.closing?.backgroundPapers, [])
  })

  test('what nobody put in for a week goes when the next file is read', async () => {
    const [old, recent] = [await addReport(store().database, people.ada.person), await addReport(store().database, people.ada.person)]
    const id = await waiting(old.paper)
    await store().database.write('operator:test', (tx) => keepWordImport(tx, recent.paper, { fileName: 'b.docx', markdown: 'B', pictures: [], notCarried: [] }, people.ada.person, later))
    assert.equal(await store().database.read('operator:test', (reader) => wordImport(reader, old.paper, id)), undefined)
  })

  test('a file that is no Word document is refused with what it is', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const read = await readWordFile(me(), openContentStore(folder), { paper, file: { name: 'a.csv', bytes: Buffer.from('a,b\n1,2\n') }, at })
    assert.ok(!read.ok)
    assert.match(read.refusal.faults[0]?.message ?? '', /is a CSV table/)
  })
})
