import { readFileSync } from 'node:fs'
import { formatDate, formatDay, formatTime } from '#core/date-words.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { blocksTypst } from '#platform/documents/typst/blocks-typst.ts'
import type { Typesetter } from '#platform/documents/typst/typeset.ts'
import type { PackContent, PackItem, PackPages, PackPaper } from './pack-content.ts'
import { reportBlocks } from './report-blocks.ts'

const source = readFileSync(new URL('pack.typ', import.meta.url), 'utf8')

/** A pack as it is published. */
export interface Pack {
  readonly pdf: Uint8Array
  readonly pageCount: number
  /** By the id of the paper; the same numbers as the agenda's page column and the foot of the pages. */
  readonly pages: ReadonlyMap<string, PackPages>
}

/** What `pack.typ` tells of each paper and of the whole. */
type PackMark = { readonly paper: string; readonly edge: 'from' | 'to'; readonly page: number } | { readonly sheets: number }

/**
 * The pack of a meeting as one PDF/UA-1 file: cover, members, agenda with the pages of the papers, then the papers of each item. The
 * same content gives the same bytes.
 *
 * `pictures` holds the bytes of the figures by checksum. Refused as the typesetter refuses.
 */
export async function buildPack(content: PackContent, pictures: ReadonlyMap<string, Uint8Array>, typesetter: Typesetter): Promise<Outcome<Pack>> {
  const files = new Map([blocksTypst, ...Array.from(pictures, ([checksum, bytes]) => [`files/${checksum}`, bytes] as const)])
  const set = await typesetter({ source, data: inWords(content), files })
  if (!set.ok) return set
  const marks = set.value.marks as readonly PackMark[]
  const sheets = marks.flatMap((mark) => ('sheets' in mark ? [mark.sheets] : []))
  return ok({ pdf: set.value.pdf, pageCount: sheets[0] ?? 0, pages: pagesOf(marks) })
}

function pagesOf(marks: readonly PackMark[]): Map<string, PackPages> {
  const pages = new Map<string, PackPages>()
  for (const mark of marks) {
    if (!('paper' in mark)) continue
    pages.set(mark.paper, { from: pages.get(mark.paper)?.from ?? mark.page, to: mark.page })
  }
  return pages
}

/** The content with days and times as they are printed, and each paper as one document. */
function inWords(content: PackContent): unknown {
  const { date, time, issued, webcast } = content.meeting
  const [year, month, day] = date.split('-').map(Number)
  return {
    ...content,
    day: { year, month, day },
    when: time === undefined ? formatDay(date) : `${formatDay(date)}, ${formatTime(time)}`,
    shortDate: formatDate(date),
    issued: issued === undefined ? null : formatDate(issued),
    webcast: webcastNotice(webcast),
    webcastAddress: typeof webcast === 'string' ? webcast : null,
    items: content.items.map((item) => itemInWords(item)),
  }
}

function webcastNotice(webcast: boolean | string): string | null {
  if (webcast === false) return null
  return "This meeting is filmed, and can be watched live and afterwards on the council's website. Whoever comes may be seen and heard in the film."
}

function itemInWords(item: PackItem): unknown {
  const timing = item.timing === undefined ? null : `${formatTime(item.timing.from)} to ${formatTime(item.timing.to)}`
  const open = item.papers.state === 'open' ? item.papers : { papers: [], moreToFollow: false }
  const papers = open.papers.map((paper) => paperAsDocument(paper))
  return { ...item, timing, withheld: withheldNotice(item), papers, moreToFollow: open.moreToFollow }
}

function withheldNotice({ papers }: PackItem): string | null {
  if (papers.state === 'open') return null
  const [what, source, reason] =
    papers.state === 'confidential'
      ? ['are confidential', 'section 100A(2)', '']
      : ['hold exempt information', `Schedule 12A, Part 1, paragraph ${papers.paragraph}`, ` ${papers.reason}`]
  return `Not for publication: the papers ${what} (Local Government Act 1972, ${source}). This pack leaves them out.${reason}`
}

function paperAsDocument(paper: PackPaper): unknown {
  const blocks = paper.kind === 'report' ? reportBlocks(paper.frame, paper.body) : paper.blocks
  return { id: paper.id, kind: paper.kind, title: paper.title, blocks }
}
