import { paperSlug } from '../work/draft-of-meeting.ts'
import type { PaperId } from '../work/meeting-in-work.ts'
import type { PaperOfItem } from './tables.ts'
import type { Proposal } from './to-publish.ts'

/** The papers that a version would show, to the public or to members, each by its place on the agenda. */
export function shownPapers({ said, next }: Pick<Proposal, 'said' | 'next'>): ReadonlyMap<PaperId, PaperOfItem> {
  const shown = new Set(said?.issue.papers.map((paper) => paper.id))
  return new Map(
    next.meeting.items.flatMap((item) =>
      item.papers.filter((paper) => shown.has(paperSlug(item.number, paper))).map((paper): [PaperId, PaperOfItem] => [paper.id, { item: item.number, title: paper.title }]),
    ),
  )
}
