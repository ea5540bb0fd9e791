import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accessMigrations } from '#access/migrations.ts'
import { eachDatabase } from '#platform/database/testing.ts'
import { pdfFile } from '#platform/documents/incoming/testing/pdf-file.ts'
import { pngChunk, pngOf } from '#platform/documents/incoming/testing/picture-bytes.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import { mailOutbox } from '#platform/mail/outbox-migration.ts'
import { publicationRevision } from '#platform/http/publication.ts'
import { bodiesMigrations } from '#features/bodies'
import { meetingsMigrations } from '../../migrations/meetings.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { paperInWork } from '../../work/read-work.ts'
import { addPicture } from '../pictures/add-picture.ts'
import { removePicture } from '../pictures/change-picture.ts'
import { reportReadiness } from '../readiness/report-readiness.ts'
import { saveSection } from '../saving/save-section.ts'
import { addColleagues, addReport, as, type Colleagues } from '../testing.ts'
import { addAppendix } from './add-appendix.ts'
import { appendicesOf } from './appendices-of.ts'
import { moveAppendix, removeAppendix } from './change-appendix.ts'

const at = new Date('2023-07-07T09:00:00Z')
const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>')
const photo = pngOf(1, 1, undefined, [pngChunk('tEXt', Buffer.from('Author\0Ada Lorne'))])
const csv = Buffer.from('Year,Places\n2022,100\n2023,120\n')

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-appendices-'))
})
after(() => rm(folder, { recursive: true, force: true }))

eachDatabase([publicationRevision, mailOutbox, ...accessMigrations, ...bodiesMigrations, ...meetingsMigrations], (store) => {
  let people: Colleagues
  before(async () => {
    people = await addColleagues(store().database)
  })
  const files = () => openContentStore(folder)
  const me = () => as(store().database, people.ada)
  const add = (report: string, title: string, file?: { name: string; bytes: Uint8Array }, alternative = '') => addAppendix(me(), files(), { report, title, file, alternative, at })
  const paperOf = (id: PaperId) => store().database.read('operator:test', (reader) => paperInWork(reader, id))
  const titles = async (id: PaperId) => {
    const paper = await paperOf(id)
    assert.ok(paper)
    return (await store().database.read('operator:test', (reader) => appendicesOf(reader, paper.item))).map((one) => one.title)
  }

  test('appendices keep the order in which they were added until they are moved, and the others keep theirs when one goes', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const added = [await add(paper, 'One'), await add(paper, 'Two'), await add(paper, 'Three')]
    const [one, two] = added.map((outcome) => (outcome.ok ? outcome.value.paper : ('' as PaperId)))
    assert.ok(one !== undefined && two !== undefined)
    assert.ok((await moveAppendix(me(), { appendix: two, way: 'up', at })).ok)
    assert.deepEqual(await titles(paper), ['Two', 'One', 'Three'])
    assert.ok((await moveAppendix(me(), { appendix: two, way: 'up', at })).ok, 'the first stays the first')
    assert.ok((await removeAppendix(me(), { appendix: one, at })).ok)
    assert.deepEqual(await titles(paper), ['Two', 'Three'])
    const report = await removeAppendix(me(), { appendix: paper, at })
    assert.ok(!report.ok)
  })

  test('a table beside the pack brings what could be read of it as its text', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const added = await add(paper, '', { name: 'Places_2023.csv', bytes: csv })
    assert.ok(added.ok, JSON.stringify(added))
    assert.deepEqual(added.value.found, [])
    const appendix = await paperOf(added.value.paper)
    assert.equal(appendix?.title, 'Places 2023')
    assert.deepEqual([appendix.attachment?.name, appendix.attachment?.mediaType], ['Places_2023.csv', 'text/csv'])
    assert.match(appendix.parts.body?.markdown ?? '', /^Table: .*\n\n\| Year/)
    assert.deepEqual(Buffer.from((await files().get(appendix.attachment?.checksum ?? '')) ?? []), csv)
  })

  test('plain text is shown as it stands, and the marks of Markdown mean something in Markdown only', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const textOf = async (name: string) => {
      const added = await add(paper, '', { name, bytes: Buffer.from('\uFEFF# One * two\n1. three') })
      assert.ok(added.ok, JSON.stringify(added))
      return (await paperOf(added.value.paper))?.parts.body?.markdown
    }
    assert.deepEqual([await textOf('plan.txt'), await textOf('plan.md')], ['\\# One \\* two\\\n1\\. three\n', '# One * two\n1. three'])
  })

  test('Markdown that is longer than a paper may be is refused at its file', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const long = await add(paper, '', { name: 'long.md', bytes: Buffer.from('Words. '.repeat(80_000)) })
    assert.ok(!long.ok && long.refusal.faults[0]?.field === 'file')
    assert.match(long.refusal.faults[0]?.message ?? '', /half a million/)
  })

  test('the author is told of a PDF that it has no tags, no text or remarks in it, and of what was cut', async () => {
    const found = async (name: string, bytes: Uint8Array) => {
      const { paper } = await addReport(store().database, people.ada.person)
      const added = await add(paper, '', { name, bytes })
      assert.ok(added.ok, JSON.stringify(added))
      return added.value.found
    }
    const content = 'BT /F1 12 Tf 72 700 Td (The plan of the council for its schools.) Tj ET'
    const remark = '/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 10 10] /Contents (Is this so?) >>]'
    assert.deepEqual(await found('plan.pdf', pdfFile({ content })), ['not-tagged'])
    assert.deepEqual(await found('remarks.pdf', pdfFile({ content, page: remark })), ['not-tagged', 'with-remarks'])
    assert.deepEqual(await found('scan.pdf', pdfFile({})), ['without-text'])
    assert.deepEqual(await found('long.csv', Buffer.from(`Number\n${'1\n'.repeat(20_000)}`)), ['cut'])
  })

  test('a picture becomes a described figure, and none goes in without the words', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const silent = await add(paper, 'Map', { name: 'map.svg', bytes: drawing })
    assert.ok(!silent.ok && silent.refusal.faults[0]?.field === 'alternative')
    const added = await add(paper, 'Map', { name: 'Our map.svg', bytes: drawing }, 'A square [county]')
    assert.ok(added.ok, JSON.stringify(added))
    const appendix = await paperOf(added.value.paper)
    assert.equal(appendix?.parts.body?.markdown, '![A square \\[county\\]](our-map.svg)\n')
    assert.deepEqual(reportReadiness(appendix).filter(({ severity }) => severity === 'must'), [])
  })

  test('a picture that is handed in is kept without the names in it, in a text and as an appendix alike', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const file = { name: 'Photo.png', bytes: photo }
    assert.ok((await addPicture(me(), files(), { paper, file, alternative: 'A photo', at })).ok)
    const added = await add(paper, 'Photo', file, 'A photo')
    assert.ok(added.ok, JSON.stringify(added))
    for (const id of [paper, added.value.paper]) {
      const kept = Buffer.from((await files().get((await paperOf(id))?.pictures[0]?.checksum ?? '')) ?? assert.fail('it is kept'))
      assert.deepEqual([kept.includes('IDAT'), kept.includes('Ada')], [true, false])
    }
  })

  test('a picture whose points cannot be unpacked is refused by its name, in a text and as an appendix alike', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const file = { name: 'Broken.png', bytes: pngOf(2, 2, Buffer.from('these are no points')) }
    const refused = [await addPicture(me(), files(), { paper, file, alternative: 'A plan', at }), await add(paper, 'Plan', file, 'A plan')]
    assert.deepEqual(refused.map((outcome) => !outcome.ok && outcome.refusal.faults[0]?.field), ['picture', 'file'])
    for (const outcome of refused) assert.match((!outcome.ok && outcome.refusal.faults[0]?.message) || '', /^Broken\.png cannot be used\. This picture is damaged: open it in a picture editor/)
    assert.deepEqual([(await paperOf(paper))?.pictures, await titles(paper)], [[], []])
  })

  test('a file that is not what its name says is refused, and nothing is added', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const fake = await add(paper, 'Plan', { name: 'plan.pdf', bytes: Buffer.from('not a pdf') })
    assert.ok(!fake.ok && fake.refusal.faults[0]?.field === 'file')
    assert.deepEqual(await titles(paper), [])
  })

  test('a picture is added under a name of its own and stays while the text shows it', async () => {
    const { paper } = await addReport(store().database, people.ada.person)
    const picture = () => addPicture(me(), files(), { paper, file: { name: 'Plan.svg', bytes: drawing }, alternative: 'A plan', at })
    assert.deepEqual([await picture(), await picture()], [{ ok: true, value: 'plan.svg' }, { ok: true, value: 'plan-2.svg' }])
    await saveSection(me(), { paper, part: 'body', content: { markdown: '![A plan](plan.svg)\n' }, basedOn: 0, at })
    const shown = await removePicture(me(), { paper, name: 'plan.svg', at })
    assert.ok(!shown.ok && shown.refusal.kind === 'not-now')
    assert.ok((await removePicture(me(), { paper, name: 'plan-2.svg', at })).ok)
    assert.deepEqual((await paperOf(paper))?.pictures.map(({ name }) => name), ['plan.svg'])
  })
})
