import { formatTime } from '#core/date-words.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { sizeInWords } from '../record/file-words.ts'
import type { MembersPackItem, PackItem, PackPaper, Restricted, SuppliedFile } from './pack-content.ts'
import { reportBlocks } from './report-blocks.ts'
import { redactedOnPaper, withheldInAgenda, withheldOnPaper } from './withheld-words.ts'

type AnyItem = (PackItem | MembersPackItem) & {
  /** Local Government Act 1972 s100B(4): the chair's reason of special circumstances. */
  readonly lateReason?: string
}

/** The number on the first page of each part. */
export interface FirstPages {
  readonly open: number
  readonly exempt: number
}

/** A paper as it is printed, with a file of its own for the typesetter. */
export interface PrintedPaper {
  readonly id: string
  readonly title: string
  readonly part: 'open' | 'exempt'
  readonly blocks: readonly Block[]
  readonly notices: readonly (readonly [title: string, words: string])[]
  readonly supplied: SuppliedFile | undefined
}

/** An item with its papers in the order in which they are printed, and what the agenda says of it. */
export interface PrintedItem {
  readonly item: AnyItem
  readonly papers: readonly PrintedPaper[]
  readonly remarks: readonly string[]
  /** What stands in the page column besides pages. */
  readonly pageRemarks: readonly string[]
}

export function printedItem(item: AnyItem, audience: 'public' | 'members'): PrintedItem {
  const { papers } = item
  const late = item.lateReason === undefined ? [] : [`Late item. The chair’s reason of special circumstances: ${item.lateReason}`]
  const note = item.note === undefined ? [] : [item.note]
  if (papers.state === 'open') {
    const toFollow = papers.moreToFollow ? [papers.papers.length === 0 ? 'To follow' : 'more to follow'] : []
    return { item, papers: papers.papers.map((paper) => printedPaper(paper)), remarks: [...late, ...note], pageRemarks: toFollow }
  }
  const open = (papers.open ?? []).map((paper) => printedPaper(paper))
  // Only the type of a members' item has withheld papers; whatever else a public item may carry is not looked at.
  const handedIn = audience === 'members' ? (papers.withheld ?? []) : []
  const where = handedIn.length > 0 ? 'in the exempt part' : audience === 'members' ? 'not handed in' : 'left out'
  return {
    item,
    papers: [...open, ...handedIn.map((paper) => printedPaper(paper, papers))],
    remarks: [...late, ...note, withheldInAgenda(papers, where)],
    pageRemarks: where === 'in the exempt part' ? [] : [where === 'not handed in' ? 'Not in this pack' : open.length > 0 ? 'rest not public' : 'Not public'],
  }
}

function printedPaper(paper: PackPaper, restricted?: Restricted): PrintedPaper {
  return {
    id: paper.id,
    title: paper.kind === 'appendix' && !paper.title.startsWith('Appendix') ? `Appendix: ${paper.title}` : paper.title,
    part: restricted === undefined ? 'open' : 'exempt',
    blocks: blocksOf(paper),
    notices: [
      ...(restricted === undefined ? [] : [['Not for publication', withheldOnPaper(restricted)] as const]),
      ...(paper.redacted === undefined ? [] : [['Parts are withheld', redactedOnPaper(paper.redacted)] as const]),
    ],
    supplied: paper.kind === 'file' ? paper.file : undefined,
  }
}

function blocksOf(paper: PackPaper): readonly Block[] {
  if (paper.kind === 'report') return reportBlocks(paper.frame, paper.body)
  return paper.kind === 'file' ? paper.description : paper.blocks
}

/** Why the papers of the exempt part are withheld. */
export function withheldStates(items: readonly PrintedItem[]): Restricted['state'][] {
  return items.flatMap(({ item: { papers }, papers: printed }) => (papers.state !== 'open' && printed.some((paper) => paper.part === 'exempt') ? [papers.state] : []))
}

/** The rows of the agenda, and the parts of the document with their papers; `papers.typ` reads both. */
export function agendaAndParts(items: readonly PrintedItem[], first: FirstPages): { items: readonly object[]; parts: readonly object[] } {
  return {
    items: items.map((item) => agendaRow(item)),
    parts: [
      { numbering: '1', firstPage: first.open, items: itemsOfPart(items, 'open') },
      { numbering: 'E1', firstPage: first.exempt, items: itemsOfPart(items, 'exempt') },
    ].filter((part) => part.items.length > 0),
  }
}

function agendaRow({ item, papers, remarks, pageRemarks }: PrintedItem): object {
  const timing = item.timing === undefined ? undefined : `${formatTime(item.timing.from)} to ${formatTime(item.timing.to)}`
  const ranges = (['open', 'exempt'] as const).map((part) => ({
    prefix: part === 'exempt' ? 'E' : '',
    papers: papers.filter((paper) => paper.part === part).map((paper) => paper.id),
  }))
  return {
    number: item.number,
    title: item.title,
    facts: [item.kind, item.presenter, timing].filter((fact) => fact !== undefined),
    remarks,
    ranges: ranges.filter((range) => range.papers.length > 0),
    pageRemarks,
  }
}

function itemsOfPart(items: readonly PrintedItem[], part: PrintedPaper['part']): { papers: readonly object[] }[] {
  return items
    .map(({ item: { number, title }, papers }) => ({
      head: part === 'exempt' ? `Item ${number}, exempt part` : `Item ${number}`,
      heading: part === 'exempt' ? `Exempt part, item ${number}: ${title}` : `Item ${number}: ${title}`,
      papers: papers.filter((paper) => paper.part === part).map((paper) => ({ id: paper.id, title: paper.title, file: paperFile(paper) })),
    }))
    .filter((item) => item.papers.length > 0)
}

/** The papers in the order of their pages: the open part of all items, then the exempt part. */
export function inOrderOfPages(items: readonly PrintedItem[]): PrintedPaper[] {
  const papers = items.flatMap((item) => item.papers)
  return [...papers.filter((paper) => paper.part === 'open'), ...papers.filter((paper) => paper.part === 'exempt')]
}

/** Where the typesetter finds the text of a paper. */
export function paperFile({ id }: PrintedPaper): string {
  return `papers/${encodeURIComponent(id)}.json`
}

/** The text of a paper as the typesetter reads it. */
export function paperText({ blocks, notices, supplied }: PrintedPaper): object {
  return { blocks, notices, supplied: supplied === undefined ? null : { ...supplied, size: sizeInWords(supplied.bytes) } }
}
