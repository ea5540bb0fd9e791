import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import { buildPack } from './build-pack.ts'
import type { MembersPack, MembersPackItem, PackItem, PublicPack } from './pack-content.ts'
import { pagesInWords } from './pack-pages.ts'
import { built, meetingFront, report, type BuiltPack } from './testing.ts'

const paragraphs = Array.from({ length: 20 }, (_, index) => `Paragraph ${index}. ${'It goes on over the page. '.repeat(20)}`).join('\n\n')
const open = { state: 'open', papers: [report('open', 'Annual report', paragraphs)], moreToFollow: false } as const
const redacted = { ...report('redacted', 'Placement contract', 'The price is \\[withheld\\].'), redacted: 3 }
const exempt = { state: 'exempt', paragraph: 3, reason: 'It names prices.', open: [redacted] } as const
const withheld = [report('full', 'Placement contract in full', `The price is SECRET-PRICE.\n\n${paragraphs}`)]
const later = { state: 'open', papers: [report('later', 'Work programme', 'What comes next.')], moreToFollow: false } as const

const items: readonly PackItem[] = [
  { number: 1, title: 'Annual report', papers: open },
  { number: 2, title: 'Placement contract', papers: exempt },
  { number: 3, title: 'Case review', papers: { state: 'confidential' } },
  { number: 4, title: 'Work programme', papers: later },
]
const forMembers: readonly MembersPackItem[] = [
  { number: 1, title: 'Annual report', papers: open },
  { number: 2, title: 'Placement contract', papers: { ...exempt, withheld } },
  { number: 3, title: 'Case review', papers: { state: 'confidential', withheld: [] } },
  { number: 4, title: 'Work programme', papers: later },
]
const matter = { ...meetingFront, members: [], alsoInvited: [] }
const publicContent: PublicPack = { ...matter, audience: 'public', items }
const membersContent: MembersPack = { ...matter, audience: 'members', reader: { name: 'Cllr Alex Hartley', on: date('2023-06-30') }, items: forMembers }

let publicPack: BuiltPack
let membersPack: BuiltPack

before(async () => {
  publicPack = await built(buildPack(publicContent, new Map(), typeset))
  membersPack = await built(buildPack(membersContent, new Map(), typeset))
})

test('the open papers have the same pages in both packs, and the exempt part is numbered E1, E2 … after them', () => {
  const { pack, pdf } = membersPack
  assert.deepEqual(Object.fromEntries([...pack.pages].filter(([id]) => id !== 'full')), Object.fromEntries(publicPack.pack.pages))
  const exemptPages = pack.pages.get('full')
  assert.ok(exemptPages !== undefined)
  assert.deepEqual([exemptPages.from, exemptPages.part], [1, 'exempt'])
  assert.equal(pagesInWords(exemptPages), `E1–E${exemptPages.to}`)
  const [last, lastExempt] = [pack.lastPage, pack.lastExemptPage]
  assert.equal(lastExempt, exemptPages.to)
  assert.deepEqual(pdf.labels.slice(-last - lastExempt), [...numbers('', last), ...numbers('E', lastExempt)])
  for (const label of numbers('E', lastExempt)) assert.ok(membersPack.onPage(label).endsWith(` ${label}`), label)
  assert.equal(publicPack.pack.lastExemptPage, 0)
})

function numbers(prefix: string, last: number): string[] {
  return Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`)
}

test("the members' agenda shows the pages of the redacted version and of the exempt part, the public one that the rest is not public", () => {
  const page = publicPack.pack.pages.get('redacted')?.from
  const last = membersPack.pack.lastExemptPage
  assert.match(membersPack.front, new RegExp(`Placement contract Not for publication: .*paragraph 3\\)\\. They are for members only, in the exempt part\\. It names prices\\. ${page} E1–E${last} `))
  assert.match(membersPack.front, /Case review Not for publication: .* not in this pack\. Not in this pack/)
  assert.match(publicPack.front, new RegExp(`Placement contract Not for publication: .* This pack leaves them out\\. It names prices\\. ${page} rest not public`))
  assert.match(publicPack.front, /Case review Not for publication: .* Not public/)
})

test('a redacted paper says under which paragraph parts are withheld, and an exempt one why it is', () => {
  const page = publicPack.pack.pages.get('redacted')?.from ?? 0
  for (const { onPage } of [publicPack, membersPack]) assert.match(onPage(page), /Parts are withheld Parts of this paper .*Schedule 12A, Part 1, paragraph 3/)
  assert.match(membersPack.onPage('E1'), /Exempt part, item 2: Placement contract .*Not for publication This paper holds exempt information .*paragraph 3\)\. It names prices\. .*SECRET-PRICE/)
})

test("each page of a members' pack names its reader and the day, as a mark that is not read aloud; no page of the public pack does", () => {
  for (const [sheet, artifact] of membersPack.pdf.artifacts.entries()) {
    const said = artifact.replaceAll(/\s+/g, ' ')
    assert.match(said, /For Cllr Alex Hartley only Not for publication, 30 June 2023/, String(sheet))
    assert.match(said, /For Cllr Alex Hartley only, 30 June 2023\. Not for publication\./)
    // Once more on the cover, where it is read.
    assert.equal(membersPack.pdf.texts[sheet]?.split('Cllr Alex Hartley').length, sheet === 0 ? 4 : 3)
  }
  assert.doesNotMatch(publicPack.pdf.texts.join(), /Hartley|for members only/i)
})

test("a members' pack is PDF/UA-1 and says on its cover and in its title what it is", () => {
  const { accessibilityPart, isTagged, title, texts } = membersPack.pdf
  assert.deepEqual([accessibilityPart, isTagged], ['1', true])
  assert.equal(title, 'Children and Families Panel agenda pack, 7 July 2023, members’ copy')
  assert.match(texts[0] ?? '', /CONFIDENTIAL: contains exempt information/)
  assert.doesNotMatch(publicPack.pdf.texts[0] ?? '', /CONFIDENTIAL/)
})

test("a members' pack into which no exempt paper was handed does not claim to hold one", async () => {
  const without = forMembers.filter((item) => item.number !== 2)
  const { pdf, pack } = await built(buildPack({ ...membersContent, items: without }, new Map(), typeset))
  assert.doesNotMatch(pdf.texts[0] ?? '', /CONFIDENTIAL/)
  assert.equal(pack.lastExemptPage, 0)
})

test('the type of the public pack holds no withheld paper, and one that is slipped in is not printed', async () => {
  // @ts-expect-error a members' item is no item of the public pack
  const slipped: PublicPack = { ...publicContent, items: forMembers }
  const { pdf, pack } = await built(buildPack(slipped, new Map(), typeset))
  assert.doesNotMatch(pdf.texts.join(), /SECRET-PRICE/)
  assert.equal(pack.pages.has('full'), false)
})
