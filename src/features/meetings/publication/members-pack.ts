import { given } from '#core/given.ts'
import type { AttachedFile } from '../record/meeting-draft.ts'
import type { PackPages } from '../pack/pack-pages.ts'
import type { SupplementContent } from '../pack/supplement-content.ts'
import type { MembersPack, MembersPackItem, PackReader } from '../pack/pack-content.ts'
import { itemFacts, packFront, packMembers, packPaper, publicFileAddress, type PackSetting, type PrintablePaper } from './pack-of-meeting.ts'
import type { IssuedItem, IssuedMeeting } from './prepare-issue.ts'

/** A paper as members are given it. */
export type MembersPaper = PrintablePaper & { readonly isPublic: boolean; readonly supplement?: number }

/** The content of one reader's pack: the public pages, and the exempt part after them. */
export function membersPackContent(
  { meeting }: { readonly meeting: IssuedMeeting },
  papers: readonly MembersPaper[],
  reader: PackReader,
  setting: PackSetting,
): MembersPack {
  const items = meeting.items.map((item) => membersItem(item, meeting, papers, setting.origin))
  return { audience: 'members', reader, ...packFront(meeting, setting.council), ...packMembers(meeting, setting.today), items }
}

/** The content of one reader's copy of a supplement that goes with the pack of this version; undefined where none has this number. */
export function membersSupplementContent(
  { meeting }: { readonly meeting: IssuedMeeting },
  papers: readonly (MembersPaper & PaperInPrint)[],
  number: number,
  reader: PackReader,
  setting: PackSetting,
): SupplementContent | undefined {
  const supplement = meeting.supplements?.find((one) => one.number === number)
  if (supplement === undefined) return undefined
  const before = nextPages(papers.filter((paper) => (paper.supplement ?? 0) < number))
  const added = papers.filter((paper) => paper.supplement === number)
  return membersSupplement({ meeting }, added, supplementFacts(number, before, supplement), reader, setting)
}

/** A supplement of these papers and no others. */
export function membersSupplement(
  { meeting }: { readonly meeting: IssuedMeeting },
  added: readonly MembersPaper[],
  supplement: SupplementContent['supplement'],
  reader: PackReader,
  setting: PackSetting,
): SupplementContent {
  const items = meeting.items.filter((item) => added.some((paper) => paper.item === item.number)).map((item) => membersItem(item, meeting, added, setting.origin))
  return { audience: 'members', reader, ...packFront(meeting, setting.council), supplement, items }
}

function membersItem(item: IssuedItem, meeting: IssuedMeeting, papers: readonly MembersPaper[], origin: string): MembersPackItem & { readonly lateReason?: string } {
  const isPrivate = !meeting.public || meeting.privateDevelopment
  const own = papers.filter((paper) => paper.item === item.number)
  const named = new Set(item.papers.map((paper) => paper.id))
  const membersAddress = (file: AttachedFile) => `${origin}/staff/packs/${meeting.body}/${meeting.date}/files/${file.checksum}/${encodeURIComponent(file.name)}`
  const openAddress = isPrivate ? membersAddress : publicFileAddress(meeting, origin)
  const open = own.filter((paper) => named.has(paper.id)).map((paper) => packPaper(paper, openAddress, item.exempt?.paragraph))
  const withheld = own.filter((paper) => !named.has(paper.id)).map((paper) => packPaper(paper, membersAddress))
  const facts = itemFacts(item)
  if (item.exempt !== undefined) return { ...facts, papers: { state: 'exempt', paragraph: item.exempt.paragraph, reason: item.exempt.reason, open, withheld } }
  if (item.confidential) return { ...facts, papers: { state: 'confidential', open, withheld } }
  return { ...facts, papers: { state: 'open', papers: open, moreToFollow: item.toFollow } }
}

/** Where a paper stands in print. */
interface PaperInPrint {
  readonly pages?: PackPages
}

/** The first pages of a supplement that goes on after these papers; 1 where a part has none yet. */
export function nextPages(papers: readonly PaperInPrint[]): { readonly open: number; readonly exempt: number } {
  const last = (part: 'exempt' | undefined) => Math.max(0, ...papers.flatMap(({ pages }) => (pages !== undefined && pages.part === part ? [pages.to] : [])))
  return { open: last(undefined) + 1, exempt: last('exempt') + 1 }
}

/** What the front of a supplement says of itself; its note names what it holds: "papers on item 3." */
export function supplementFacts(number: number, first: { readonly open: number; readonly exempt: number }, more: { readonly issued?: SupplementContent['supplement']['issued']; readonly note?: string }): SupplementContent['supplement'] {
  return { number, firstPage: first.open, firstExemptPage: first.exempt, ...given('issued', more.issued), ...given('note', more.note === undefined ? undefined : `This supplement holds ${more.note}`) }
}
