import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { buildSupplement } from './build-supplement.ts'
import type { SupplementContent } from './supplement-content.ts'
import { blocksOf, built, meetingFront, report, type BuiltPack } from './testing.ts'

const paragraphs = Array.from({ length: 20 }, (_, index) => `Paragraph ${index}. ${'It goes on over the page. '.repeat(20)}`).join('\n\n')

const content: SupplementContent = {
  ...meetingFront,
  audience: 'members',
  reader: { name: 'Cllr Alex Hartley', on: date('2023-07-04') },
  supplement: { number: 2, firstPage: 41, firstExemptPage: 7, issued: date('2023-07-03'), note: 'These papers were to follow.' },
  items: [
    { number: 4, title: 'Annual report', papers: { state: 'open', papers: [report('annual', 'Partnership annual report', paragraphs)], moreToFollow: false } },
    {
      number: 9,
      title: 'Emergency placements',
      lateReason: 'The provider gave notice after the agenda was published.',
      papers: { state: 'exempt', paragraph: 3, reason: 'It names prices.', withheld: [report('placements', 'Emergency placements', 'The price.')] },
    },
    {
      number: 10,
      title: 'Budget',
      papers: {
        state: 'open',
        moreToFollow: false,
        papers: [
          {
            kind: 'file',
            id: 'workbook',
            title: 'Budget workbook',
            description: blocksOf('Each line of the budget, by service.', false),
            file: { name: 'budget-2023.xlsx', kind: 'Excel spreadsheet', bytes: 345_678, address: 'https://council.example/files/budget-2023.xlsx' },
          },
        ],
      },
    },
  ],
}

let supplement: BuiltPack

before(async () => {
  supplement = await built(buildSupplement(content, new Map(), typeset))
})

test("the pages of a supplement go on from the pack's, in the open and in the exempt part", () => {
  const { pack, pdf } = supplement
  const { from = 0, to = 0 } = pack.pages.get('annual') ?? {}
  assert.equal(from, 41)
  assert.ok(to > from)
  assert.deepEqual(pack.pages.get('workbook'), { from: to + 1, to: to + 1 })
  assert.deepEqual(pack.pages.get('placements'), { from: 7, to: 7, part: 'exempt' })
  assert.deepEqual([pack.lastPage, pack.lastExemptPage], [to + 1, 7])
  const open = Array.from({ length: to - 39 }, (_, index) => String(41 + index))
  assert.deepEqual(pdf.labels, ['i', ...open, 'E7'])
  for (const label of [...open, 'E7']) assert.ok(supplement.onPage(label).endsWith(` ${label}`))
})

test('its cover says which supplement it is, what it holds on which pages, why an item is late and when it was issued', () => {
  const { front, pdf, pack } = supplement
  assert.equal(pdf.title, 'Children and Families Panel supplement 2 to the agenda, 7 July 2023, members’ copy')
  for (const words of ['Supplement 2 to the agenda', 'Friday 7 July 2023, 10.00 am', 'These papers were to follow.', 'Issued on 3 July 2023']) {
    assert.ok(front.includes(words), words)
  }
  assert.ok(front.includes(`4 Annual report 41–${pack.pages.get('annual')?.to} `), front)
  assert.match(front, /9 Emergency placements Late item\. The chair’s reason of special circumstances: The provider gave notice .* E7 /)
})

test('a file supplied beside the pack is named with its kind, size and address under its title and description', () => {
  const page = supplement.onPage(supplement.pack.pages.get('workbook')?.from ?? 0)
  assert.match(page, /Item 10: Budget Budget workbook Each line of the budget, by service\. Supplied as a separate file budget-2023\.xlsx Excel spreadsheet, 346 KB/)
  assert.ok(supplement.pdf.links.includes('https://council.example/files/budget-2023.xlsx'))
})

test('a supplement is PDF/UA-1', () => {
  assert.deepEqual([supplement.pdf.accessibilityPart, supplement.pdf.isTagged], ['1', true])
})
