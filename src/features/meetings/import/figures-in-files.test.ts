import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { checksumOf } from '#platform/files/content-store.ts'
import { readPdf } from '#platform/documents/testing/read-pdf.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { Quoted } from '#platform/documents/quoted.ts'
import { publishedPicture } from '../publication/published-files.ts'
import { publishedMeeting, publishedPapers } from '../publication/published-meetings.ts'
import type { QuotedFigures } from '../reports/quoted/quoted-figures.ts'
import { filesInMemory } from '../testing.ts'
import { eachMeetingsDesk, panelFile } from '../work/testing.ts'
import { importMeetings } from './import-meetings.ts'

const meeting = `body: panel
date: 2023-07-07
status: agenda-published
issued: 2023-06-29
items:
  - { number: 2, title: School places, report: places.md, appendices: [{ title: The figures, file: figures.md }] }
`
const report = '---\ntitle: School places\nframe: panel\n---\nWords.\n\nLate were [[late 2023-24-q1]].\n'
const appendix = '---\ntitle: The figures\n---\n[[figures panel 2023-24-q1]]\n'

/** Figures of which another version is published between one load and the next. */
let version = 1
const quotedFigures: QuotedFigures = {
  read: (_reader, marks) => Promise.resolve(new Map(marks.map((mark): [string, Quoted] => [mark, standsFor(mark)]))),
  toAdd: () => Promise.resolve([]),
}

function drawing(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="${version}"/></svg>`
}

function standsFor(mark: string): Quoted {
  const content = [{ kind: 'text' as const, text: mark === 'late 2023-24-q1' ? `5.${version}%` : `All figures, version ${version}.` }]
  if (mark === 'late 2023-24-q1') return { kind: 'words', content, about: 'Late' }
  const file = { checksum: checksumOf(Buffer.from(drawing())), mediaType: 'image/svg+xml' }
  const blocks: readonly Block[] = [{ kind: 'paragraph', content }, { kind: 'figure', file, alternative: `Late over time, version ${version}`, caption: [] }]
  return mark === 'figures panel 2023-24-q1' ? { kind: 'part', blocks, pictures: [{ file, text: drawing() }], about: 'All' } : { kind: 'unknown', message: 'No such measure is published.' }
}

eachMeetingsDesk(panelFile, ({ store, app }) => {
  const load = (files: Record<string, string> = {}) =>
    importMeetings({ ...app(), quotedFigures }, [filesInMemory({ 'meeting.yaml': meeting, 'places.md': report, 'figures.md': appendix, ...files })], () => undefined)
  const papers = async (number: number) => JSON.stringify(await store().database.readPublished((reader) => publishedPapers(reader, { body: 'panel', date: date('2023-07-07'), version: number })))
  const faultsOf = async (files: Record<string, string>) => {
    const loaded = await load(files)
    return loaded.ok ? [] : loaded.refusal.faults.map(({ file, row, message, found }) => `${file} ${row}: ${found}: ${message}`)
  }

  test('a figure that is not published is refused at its line of its file, and nothing is loaded', async () => {
    assert.deepEqual(await faultsOf({ 'places.md': report.replace('late 2023', 'early 2023') }), ['places.md 7: [[early 2023-24-q1]]: No such measure is published.'])
    assert.equal(await store().database.readPublished((reader) => publishedMeeting(reader, 'panel', date('2023-07-07'))), undefined)
  })

  test('what a draft agenda and a report that is to follow quote may be published later', async () => {
    const early = report.replace('late 2023', 'early 2023')
    const planned = meeting.replace('2023-07-07', '2023-09-07').replace('agenda-published', 'planned').replace('issued: 2023-06-29\n', '')
    assert.deepEqual(await faultsOf({ 'meeting.yaml': planned, 'places.md': early }), [])
    assert.deepEqual(await faultsOf({ 'meeting.yaml': meeting.replace('2023-07-07', '2023-08-07').replace('School places,', 'School places, to-follow: true,'), 'places.md': early }), [])
  })

  test('figures in loaded papers are published as they stand on that day with their drawings, in the record and in the pack, and stay when the file is loaded again', async () => {
    version = 1
    assert.deepEqual(await load(), { ok: true, value: { meetings: 1, papers: 2, published: 1 } })
    assert.match(await papers(1), /"5\.1%".*"All figures, version 1\."/)
    const found = await store().database.readPublished((reader) => publishedMeeting(reader, 'panel', date('2023-07-07')))
    const pdf = await readPdf((await app().files.get(found?.pack?.checksum ?? '')) ?? assert.fail())
    assert.match(pdf.texts.join(), /5\.1%/)
    assert.deepEqual(pdf.alternatives, ['Late over time, version 1'])
    const drawn = checksumOf(Buffer.from(drawing()))
    assert.deepEqual(await store().database.readPublished((reader) => publishedPicture(reader, 'panel', date('2023-07-07'), drawn)), { mediaType: 'image/svg+xml' })
    assert.equal(Buffer.from((await app().files.get(drawn)) ?? []).toString(), drawing())
    version = 2
    // A drawing that differs since is no change of the paper.
    assert.deepEqual(await load(), { ok: true, value: { meetings: 1, papers: 2, published: 0 } })
    assert.match(await papers(1), /"5\.1%".*"All figures, version 1\."/)
    assert.ok((await load({ 'meeting.yaml': `${meeting}correction: The figures are newer.\n`, 'places.md': report.replace('Words', 'Other words') })).ok)
    assert.match(await papers(2), /"5\.2%".*"All figures, version 2\."/)
  })
})
