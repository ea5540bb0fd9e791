import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#access/actor.ts'
import { date } from '#core/dates.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { Quoted } from '#platform/documents/quoted.ts'
import { checksumOf } from '#platform/files/content-store.ts'
import { publishedPicture } from '../../publication/published-files.ts'
import { publishedPapers } from '../../publication/published-meetings.ts'
import { askPublication } from '../../publishing/ask-publication.ts'
import { runPublication } from '../../publishing/run-publication.ts'
import { eachPublishingDesk, makeMeeting, now, officer, requestTo, shownOf, unwrap } from '../../publishing/testing.ts'
import type { MeetingId } from '../../work/meeting-in-work.ts'
import { addFigures } from '../appendices/add-figures.ts'
import { appendicesPages } from '../appendices/appendices-page.ts'
import { editorPages } from '../editor/editor-pages.ts'
import { picturesPages } from '../pictures/pictures-page.ts'
import type { QuotedFigures } from './quoted-figures.ts'

/** Figures of which another version is published between one reading and the next. */
let version = 1
const figures: QuotedFigures = {
  read: (_reader, marks) => Promise.resolve(new Map(marks.map((mark): [string, Quoted] => [mark, standsFor(mark)]))),
  toAdd: () => Promise.resolve([{ mark: 'figures panel 2023-24-q1', title: 'Figures of quarter 1' }]),
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'
const drawing = { checksum: checksumOf(Buffer.from(svg)), mediaType: 'image/svg+xml' }

function person(actor: Actor) {
  return actor.kind === 'person' ? actor : assert.fail(actor.kind)
}

function standsFor(mark: string): Quoted {
  const content = [{ kind: 'text' as const, text: mark === 'late 2023-24-q1' ? `5.${version}%` : `All figures, version ${version}.` }]
  if (mark === 'late 2023-24-q1') return { kind: 'words', content, about: `Late, version ${version}` }
  const blocks: readonly Block[] = [{ kind: 'paragraph', content }, { kind: 'figure', file: drawing, alternative: 'Late over time', caption: [] }]
  return mark === 'figures panel 2023-24-q1' ? { kind: 'part', blocks, pictures: [{ file: drawing, text: svg }], about: 'All' } : { kind: 'unknown', message: 'No such measure is published.' }
}

eachPublishingDesk(({ database, app, kept, rewrite }) => {
  const ada = () => officer(database(), 'Ada Lorne')
  const withFigures = () => app({ quotedFigures: figures })
  const publish = async (id: MeetingId, asked: { note?: string } = {}) => {
    const publication = await askPublication(ada(), withFigures(), id, { itemReasons: {}, ...asked })
    return publication.ok ? runPublication(ada(), withFigures(), publication.value) : publication
  }
  const published = async (day: string, number: number) =>
    (await database().readPublished((reader) => publishedPapers(reader, { body: 'panel', date: date(day), version: number }))).map(({ blocks }) => JSON.stringify(blocks))
  const addTo = (report: string, mark: string) => addFigures(ada(), figures, { report, mark, title: '', at: now })
  const make = async (day: string, report: string) => {
    const { id } = await makeMeeting(database(), date(day), [{ title: 'School places', report }])
    return { id, paper: (await kept(id)).items[0]?.papers[0]?.id ?? assert.fail('no paper') }
  }
  const page = (pages: typeof editorPages, path: string, paper: string, fields?: readonly (readonly [string, string])[], params: Readonly<Record<string, string>> = {}) => {
    const found = pages.find((one) => one.path === path) ?? assert.fail(path)
    const posted = requestTo(ada(), path, { paper, ...params }, fields)
    const request = { ...posted, session: { ...posted.session, actor: person(posted.context.actor) } }
    return fields === undefined ? (found.show?.(request, withFigures()) ?? assert.fail(path)) : (found.submit?.(request, withFigures()) ?? assert.fail(path))
  }

  test('figures follow what is published while a paper is written, and stay as they were once the pack is published', async () => {
    version = 1
    const { id, paper } = await make('2023-07-07', 'Late were [[late 2023-24-q1]].\n')
    unwrap(await addTo(paper, 'figures panel 2023-24-q1'))
    version = 2
    assert.equal(unwrap(await publish(id)), 1)
    version = 3
    const [report, appendix] = await published('2023-07-07', 1)
    assert.match(report ?? '', /"Late were "\},\{"kind":"text","text":"5\.2%"/)
    assert.match(appendix ?? '', /All figures, version 2\./)
    await rewrite(id, 1, 'Late were [[late 2023-24-q1]], corrected.\n')
    assert.equal(unwrap(await publish(id, { note: 'The figures are corrected.' })), 2)
    assert.match((await published('2023-07-07', 2)).join(), /5\.3%.*All figures, version 3\./)
    assert.match((await published('2023-07-07', 1)).join(), /5\.2%.*All figures, version 2\./)
    const shown = await database().readPublished((reader) => publishedPicture(reader, 'panel', date('2023-07-07'), drawing.checksum))
    assert.deepEqual([shown, Buffer.from((await app().files.get(drawing.checksum)) ?? []).toString()], [{ mediaType: 'image/svg+xml' }, svg])
  })

  test('a figure that is not published stops the publication and is told at its line', async () => {
    const { id, paper } = await make('2023-08-07', 'One.\n\nLate were [[nothing 2023-24-q1]].\n')
    const refused = await publish(id)
    assert.match(refused.ok ? '' : JSON.stringify(refused.refusal), /No such measure is published\./)
    assert.match(shownOf(await page(editorPages, '/staff/papers/:paper', paper)).text, /Line 3<\/a>: No such measure is published\./)
  })

  test('the preview shows the figures with their drawings, and its writer what they refer to', async () => {
    version = 4
    const { paper } = await make('2023-09-07', 'Late were [[late 2023-24-q1]].\n')
    const { text } = shownOf(await page(editorPages, '/staff/papers/:paper', paper))
    assert.match(text, /Late were 5\.4%\./)
    assert.match(text, /\[\[late 2023-24-q1\]\]<\/code>: Late, version 4/)
    const drawn = (of: string) => page(picturesPages, '/staff/papers/:paper/pictures/:checksum', of, undefined, { checksum: drawing.checksum })
    const { paper: appendix } = unwrap(await addTo(paper, 'figures panel 2023-24-q1'))
    assert.deepEqual([(await drawn(appendix)).kind, (await drawn(paper)).kind], ['file', 'refused'], 'a drawing is shown where it is quoted')
    const typed = await page(editorPages, '/staff/papers/:paper/preview', paper, [['markdown', 'Now [[late 2023-24-q1]].']])
    assert.match(JSON.stringify(typed), /Now 5\.4%/)
  })

  test('figures that are published are offered as an appendix, and others are refused with what to do', async () => {
    const { paper } = await make('2023-10-07', 'Words.\n')
    assert.match(shownOf(await page(appendicesPages, '/staff/papers/:paper/appendices', paper)).text, /<option value="figures panel 2023-24-q1">Figures of quarter 1/)
    const path = '/staff/papers/:paper/appendices/figures'
    const refused = shownOf(await page(appendicesPages, path, paper, [['figures', 'figures panel 2030-31-q1'], ['figures-title', 'Appendix 1: Mine']]))
    assert.equal(refused.status, 400)
    assert.match(refused.text, /These figures are not published\. Publish them first/)
    assert.match(refused.text, /value="Appendix 1: Mine"/)
    assert.equal((await page(appendicesPages, path, paper, [['figures', 'figures panel 2023-24-q1'], ['figures-title', '']])).kind, 'moved')
    assert.match(shownOf(await page(appendicesPages, '/staff/papers/:paper/appendices', paper)).text, />Figures of quarter 1<\/a>/)
  })
})
