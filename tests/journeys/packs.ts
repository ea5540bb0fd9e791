import { createHash } from 'node:crypto'
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readPdf, type Bookmark, type ReadPdf } from '#platform/documents/testing/read-pdf.ts'
import { listedMeetings, readRecord, readText } from '../site/reading.ts'
import type { Site } from '../site/start-site.ts'

const panel = 'children-and-families-overview-and-scrutiny-panel'

interface Pages {
  readonly from: number
  readonly to: number
}

interface Meeting {
  readonly pack?: { readonly url: string; readonly bytes: number; readonly pages: number; readonly sha256: string }
  readonly items: readonly { readonly number: number; readonly title: string; readonly papers: readonly Paper[] }[]
}

interface Paper {
  readonly id: string
  readonly title: string
  readonly held: boolean
  readonly pages?: Pages
}

/** The pack as a PDF says what the page says, and a screen reader can read it. */
export function packs(site: () => Site): void {
  test('the pack of 7 July 2023 is a tagged PDF/UA-1 file with title, language, bookmarks and the numbers of its pages', async () => {
    const pdf = await pack(site(), panel, '2023-07-07')
    assert.equal(pdf.title, 'Children and Families Overview and Scrutiny Panel agenda pack, 7 July 2023')
    assert.equal(pdf.language, 'en-GB')
    assert.ok(pdf.isTagged)
    assert.equal(pdf.accessibilityPart, '1')
    const tops = pdf.bookmarks.map(({ title }) => title)
    assert.deepEqual(tops.slice(0, 3), ['Children and Families Overview and Scrutiny Panel', 'Members', 'Agenda'])
    assert.deepEqual(tops.slice(3).map((title) => title.slice(0, 6)), ['Item 4', 'Item 5', 'Item 6', 'Item 7'])
    const front = pdf.labels.indexOf('1')
    assert.deepEqual(pdf.labels.slice(0, front), ['i', 'ii', 'iii', 'iv', 'v', 'vi'].slice(0, front))
    assert.deepEqual(pdf.labels.slice(front), pdf.labels.slice(front).map((_, index) => String(index + 1)))
    for (const [sheet, text] of pdf.texts.entries()) {
      assert.ok(text.trimEnd().endsWith(` ${pdf.labels[sheet]}`), `sheet ${sheet + 1} prints its number ${pdf.labels[sheet]}`)
    }
  })

  test('its cover says which body meets when and where, whom to ask, and how to get it in another form', async () => {
    const [cover = ''] = (await pack(site(), panel, '2023-07-07')).texts
    const words = cover.replaceAll(/\s+/g, ' ')
    const meeting = ['Worcestershire County Council', 'Friday 7 July 2023, 10.00 am', 'Council Chamber, County Hall, Worcester']
    const reader = ['large print', 'Braille', 'scrutiny@example.test', '9.00 am on Thursday 6 July 2023']
    for (const said of [...meeting, ...reader]) assert.ok(words.includes(said), `the cover says ${said}`)
  })

  test('its agenda states the pages that the web page states, and there the papers begin and end', async () => {
    const pdf = await pack(site(), panel, '2023-07-07')
    const meeting = await record(site(), panel, '2023-07-07')
    const front = pdf.texts.slice(0, pdf.labels.indexOf('1')).join('\n')
    const html = await readText(site(), `/bodies/${panel}/2023-07-07`)
    for (const item of meeting.items.filter(({ papers }) => papers.length > 0)) {
      const stated = statedPages(front, item.number)
      const [first, last] = [item.papers[0]?.pages?.from, item.papers.at(-1)?.pages?.to]
      assert.deepEqual(stated, { from: first, to: last }, `item ${item.number}`)
      assert.ok(html.includes(`Pages ${stated.from} to ${stated.to}`), `the web page says Pages ${stated.from} to ${stated.to}`)
    }
  })

  test('in every pack of the example each paper begins on the page that agenda and API state, and ends where they say', async () => {
    const withAgenda = (await listedMeetings(site())).filter(({ hasAgenda }) => hasAgenda)
    const checked: string[] = []
    for (const { body, date } of withAgenda) {
      const meeting = await record(site(), body, date)
      if (meeting.pack === undefined) continue
      assertPagesHold(await pack(site(), body, date), meeting, `${body} ${date}`)
      checked.push(`${body} ${date}`)
    }
    assert.ok(checked.length >= 5, `only ${checked.join(', ')}`)
  })

  test('the pack that the API names is the one that is served, to the byte, and it never changes', async () => {
    const { pack: named } = await record(site(), panel, '2023-07-07')
    const bytes = Buffer.from(await (await fetch(`${site().address}/bodies/${panel}/2023-07-07/pack.pdf`)).arrayBuffer())
    assert.equal(bytes.byteLength, named?.bytes)
    assert.equal(createHash('sha256').update(bytes).digest('hex'), named?.sha256)
    const version = Buffer.from(await (await fetch(`${site().address}${new URL(named?.url ?? '').pathname}`)).arrayBuffer())
    assert.ok(version.equals(bytes))
  })

  test('a meeting without a pack says so rather than send an empty file', async () => {
    const answer = await fetch(`${site().address}/bodies/overview-and-scrutiny-performance-board/2023-07-26/pack.pdf`)
    assert.equal(answer.status, 404)
    assert.match(answer.headers.get('content-type') ?? '', /^text\/html/)
  })
}

/** Each pack is read once: the largest have a hundred pages. */
const read = new Map<string, Promise<ReadPdf>>()

function pack(site: Site, body: string, date: string): Promise<ReadPdf> {
  const address = `${site.address}/bodies/${body}/${date}/pack.pdf`
  const found = read.get(address) ?? readPack(address)
  read.set(address, found)
  return found
}

async function readPack(address: string): Promise<ReadPdf> {
  const answer = await fetch(address)
  assert.equal(answer.status, 200, address)
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}

function record(site: Site, body: string, date: string): Promise<Meeting> {
  return readRecord<Meeting>(site, `/api/v1/bodies/${body}/meetings/${date}`)
}

/** What stands in the page column of the agenda: the last "1–22" or "7" on a line of its own before the next item begins. */
function statedPages(front: string, item: number): Pages {
  const agenda = front.slice(front.indexOf('Subject Page'))
  const [, after = ''] = agenda.split(new RegExp(`\\n${item} (?=[A-Z])`))
  const [own = ''] = after.split(new RegExp(`\\n${item + 1} (?=[A-Z])|\\nChildren and Families Overview and Scrutiny Panel, 7 July 2023 `))
  const [, from = '', to = from] = [...own.matchAll(/(?:^|\n)(\d+)(?:–(\d+))?(?=\n|$)/g)].at(-1) ?? []
  return { from: Number(from), to: Number(to) }
}

function assertPagesHold(pdf: ReadPdf, meeting: Meeting, name: string): void {
  assert.equal(pdf.texts.length, meeting.pack?.pages, name)
  const papers = meeting.items.flatMap((item) => item.papers.filter(({ held }) => held))
  const begins = pdf.bookmarks.filter(({ title }) => title.startsWith('Item ')).flatMap(({ children }) => children)
  assert.deepEqual(begins.map(titleWords), papers.map(titleWords), name)
  for (const [index, paper] of papers.entries()) {
    const sheet = begins[index]?.sheet ?? -1
    const end = (begins[index + 1]?.sheet ?? pdf.texts.length) - 1
    const stated = [paper.pages?.from, paper.pages?.to].map(String)
    assert.deepEqual([pdf.labels[sheet], pdf.labels[end]], stated, `${name}: ${paper.title}`)
  }
}

/** Titles are set with invisible places to break a line at, and appendices are told apart by their first word. */
function titleWords({ title }: Pick<Bookmark, 'title'>): string {
  return title.replaceAll('\u200B', '').replace(/^Appendix: /, '')
}
