import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import { readPdf, type Bookmark, type ReadPdf } from '#platform/documents/testing/read-pdf.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { buildPack } from './build-pack.ts'
import type { PackItem, PublicPack } from './pack-content.ts'
import type { Pack, PackStep } from './set-papers.ts'
import { blocksOf, built, frame, packWith, pictures, report } from './testing.ts'

function item(number: number, title: string, papers: PackItem['papers'] = { state: 'open', papers: [], moreToFollow: false }): PackItem {
  return { number, title, papers }
}

const long = Array.from({ length: 40 }, (_, index) => `Paragraph ${index} of a report that goes over several pages. ${'It says more. '.repeat(20)}`).join('\n\n')
const hostile = '#import "x" ] ) } $x$ @ref //c /*d*/ مرحبا 👨‍👩‍👧'

const content: PublicPack = {
  audience: 'public',
  council: 'Severnshire County Council',
  body: 'Children and Families Panel',
  meeting: { date: date('2023-07-07'), time: time('10:00'), place: 'Council Chamber', webcast: 'https://example.org/watch', issued: date('2023-06-29') },
  members: [
    { name: 'Alex Hartley', role: 'County councillor', organisation: 'Severnshire County Council', capacity: 'Chair' },
    { role: 'Parent governor representative', organisation: 'Schools', capacity: 'Co-opted members', vote: 'votes on education matters only', substitute: 'Jo Whitcombe' },
  ],
  alsoInvited: ['All county councillors'],
  contact: { office: 'Overview and Scrutiny', phone: '01905 555000', email: 'scrutiny@example.test' },
  alternativeFormats: 'This document can be had in large print.',
  publicParticipation: 'Speakers ask by 9.00 am on Thursday 6 July 2023.',
  items: [
    item(1, 'Apologies'),
    item(2, 'Minutes', { state: 'open', papers: [], moreToFollow: true }),
    {
      ...item(3, 'Annual report', {
        state: 'open',
        moreToFollow: false,
        papers: [
          { kind: 'report', id: 'item-3-report', title: 'Partnership annual report', frame, body: blocksOf(`## Summary\n\n${long}\n\n![A red dot](dot.png)`) },
          { kind: 'appendix', id: 'item-3-appendix-1', title: 'The plan', blocks: blocksOf(long, false) },
        ],
      }),
      kind: 'For consideration',
      presenter: 'Independent Chair',
      timing: { from: time('10:15'), to: time('11:15') },
    },
    item(4, hostile, {
      state: 'open',
      moreToFollow: true,
      papers: [{ kind: 'report', id: 'item-4-report', title: hostile, frame, body: [{ kind: 'paragraph', number: 1, content: [{ kind: 'text', text: hostile }] }] }],
    }),
    item(5, 'Placement contract', { state: 'exempt', paragraph: 3, reason: 'It names prices.' }),
    item(6, 'Case review', { state: 'confidential' }),
  ],
}

let pack: Pack
let pdf: ReadPdf

before(async () => {
  const built = await buildPack(content, pictures, typeset)
  assert.ok(built.ok, built.ok ? '' : built.refusal.message)
  pack = built.value
  pdf = await readPdf(pack.pdf)
})

/** The text of the agenda, each run of white space as one space. */
function front(): string {
  return pdf.texts.slice(0, pdf.labels.indexOf('1')).join(' ').replaceAll(/\s+/g, ' ')
}

test('the pack claims PDF/UA-1, is tagged, and says its title, language and author', () => {
  assert.deepEqual([pdf.accessibilityPart, pdf.isTagged, pdf.language, pdf.author], ['1', true, 'en-GB', 'Severnshire County Council'])
  assert.equal(pdf.title, 'Children and Families Panel agenda pack, 7 July 2023')
  assert.deepEqual(pdf.alternatives, ['A red dot'])
})

test('the front pages are numbered i, ii …, the papers run from 1, and the foot of each page prints its label', () => {
  const first = pdf.labels.indexOf('1')
  assert.deepEqual(pdf.labels.slice(0, first), ['i', 'ii', 'iii', 'iv'].slice(0, first))
  assert.deepEqual(pdf.labels.slice(first), Array.from({ length: pdf.labels.length - first }, (_, index) => String(index + 1)))
  for (const [sheet, label] of pdf.labels.entries()) {
    assert.match(pdf.texts[sheet] ?? '', new RegExp(String.raw`Children and Families Panel, 7 July 2023\s+${label}\s*$`))
  }
  assert.equal(pack.pageCount, pdf.labels.length)
})

test("the agenda's page column, the pages given back and the pages on which the papers stand are the same", () => {
  assert.deepEqual([...pack.pages.keys()], ['item-3-report', 'item-3-appendix-1', 'item-4-report'])
  const [report, appendix, other] = [...pack.pages.values()]
  assert.ok(report !== undefined && appendix !== undefined && other !== undefined)
  assert.ok(report.to > report.from && appendix.from === report.to + 1 && other.from === appendix.to + 1)
  assert.match(onPage(report.from), /Item 3: Annual report Partnership annual report/)
  assert.match(onPage(report.to), /this report has no background papers/)
  assert.match(onPage(appendix.from), /Appendix: The plan/)
  assert.match(onPage(other.from), /Item 4:/)
  assert.ok(front().includes(`10.15 am to 11.15 am ${report.from}–${appendix.to} `), front())
})

function onPage(printed: number): string {
  return (pdf.texts[pdf.labels.indexOf(String(printed))] ?? '').replaceAll(/\s+/g, ' ')
}

test('bookmarks lead to members, agenda, each item and each of its papers', () => {
  const papers = (bookmark: Bookmark | undefined): unknown => bookmark?.children.map((child) => [child.title, pdf.labels[child.sheet]])
  assert.deepEqual(pdf.bookmarks.slice(0, 4).map((bookmark) => bookmark.title), ['Children and Families Panel', 'Members', 'Agenda', 'Item 3: Annual report'])
  assert.deepEqual(papers(pdf.bookmarks[3]), [
    ['Partnership annual report', String(pack.pages.get('item-3-report')?.from)],
    ['Appendix: The plan', String(pack.pages.get('item-3-appendix-1')?.from)],
  ])
})

test('the cover says body, day, time, place, filming, contact, other formats and how to take part', () => {
  assert.ok(pdf.links.includes('https://example.org/watch'))
  const cover = (pdf.texts[0] ?? '').replaceAll(/\s+/g, ' ')
  const said = ['Friday 7 July 2023, 10.00 am', 'Council Chamber', 'This meeting is filmed', '01905 555000', 'Issued on 29 June 2023']
  for (const words of [content.council, content.body, content.alternativeFormats, content.publicParticipation ?? '', ...said]) {
    assert.ok(cover.includes(words), words)
  }
})

test('members are named with seat and capacity, a vacant seat as vacant, a limited vote and a substitute with it', () => {
  assert.match(front(), /Alex Hartley County councillor, Severnshire County Council Chair/)
  assert.match(front(), /Vacant Substitute: Jo Whitcombe Parent governor representative, Schools \(votes on education matters only\) Co-opted members/)
})

test('what is to follow and what is withheld is named in the agenda, with the paragraph of Schedule 12A', () => {
  assert.match(front(), /2 Minutes To follow/)
  assert.match(front(), /more to follow/)
  assert.match(front(), /Placement contract Not for publication: .*Schedule 12A, Part 1, paragraph 3\).*It names prices\. Not public/)
  assert.match(front(), /Case review Not for publication: the papers hold confidential information .*section 100A\(2\).*Not public/)
})

test('what was typed is printed as it was typed, in the agenda, as a title, as a bookmark and in a paper', () => {
  const shown = '#import "x" ] ) } $x$ @ref //c /*d*/'
  assert.ok(front().includes(shown))
  assert.equal(onPage(pack.pages.get('item-4-report')?.from ?? 0).split(shown).length - 1, 3)
  assert.ok(pdf.bookmarks[4]?.title.startsWith(`Item 4: ${shown}`))
})

test('very long words stay on the page wherever they are typed', async () => {
  const word = 'x'.repeat(200)
  const built = await buildPack({ ...content, body: word, items: [{ ...item(1, word), note: word }] }, new Map(), typeset)
  assert.ok(built.ok)
  const { texts } = await readPdf(built.value.pdf)
  assert.ok(texts.join('\n').split('\n').every((line) => line.length < 110), texts.join('\n'))
})

test('the same content gives the same bytes', async () => {
  const again = await buildPack(content, pictures, typeset)
  assert.ok(again.ok)
  assert.equal(Buffer.compare(again.value.pdf, pack.pdf), 0)
})

test('an agenda without papers and members is a pack of its front pages', async () => {
  const built = await buildPack({ ...content, members: [], alsoInvited: [], items: [item(1, 'Apologies')] }, new Map(), typeset)
  assert.ok(built.ok)
  assert.deepEqual((await readPdf(built.value.pdf)).labels, ['i', 'ii'])
  assert.equal(built.value.pages.size, 0)
})

test('a pack of which a picture is missing is refused with the paper and the picture', async () => {
  const outcome = await buildPack(packWith([report('shown', 'With a picture', '> quoted\n\n![A red dot](dot.png)')]), new Map(), typeset)
  assert.ok(!outcome.ok && outcome.refusal.kind === 'invalid')
  assert.deepEqual(outcome.refusal.faults, [{ field: 'With a picture', message: 'Hand in the picture again that shows: A red dot' }])
})

test('whoever asks hears what is being done, step by step, and at the end how many pages it has', async () => {
  const steps: PackStep[] = []
  const { pack: set } = await built(buildPack(packWith([report('shown', 'With a picture', '![A red dot](dot.png)')]), pictures, typeset, (step) => steps.push(step)))
  assert.deepEqual(steps, [
    { done: 0, of: 3, words: 'Checking 1 paper' },
    { done: 1, of: 3, words: 'Waiting for the typesetter' },
    { done: 1, of: 3, words: 'Setting the pages' },
    { done: 2, of: 3, words: `Writing ${set.pageCount} pages to the file` },
    { done: 3, of: 3, words: `Done: ${set.pageCount} pages` },
  ])
})
