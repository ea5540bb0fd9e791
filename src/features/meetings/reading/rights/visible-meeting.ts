import type { IssuedPaper, IssuedVersion } from '../../publication/issued-meetings.ts'
import type { IssuedItem, IssuedMeeting } from '../../publication/prepare-issue.ts'
import type { PublishedMeeting } from '../../record/meeting.ts'
import type { ReadingRight } from './reading-right.ts'

/** The meeting as this reader may see it: the issued one whole, or the public one with the reader's own items in their true form. */
export function visibleMeeting(issued: IssuedMeeting, published: PublishedMeeting, right: ReadingRight): IssuedMeeting {
  if (right.sees === 'everything') return issued
  const open: IssuedItem[] = published.items.map((item) => ({ ...item, withheld: [] }))
  if (right.sees === 'public') return { ...published, items: open }
  const own = issued.items.filter((item) => right.items.includes(item.number))
  const others = open.filter((item) => !own.some((one) => one.number === item.number))
  return { ...published, items: [...others, ...own].toSorted((one, other) => one.number - other.number) }
}

/** The papers of it that this reader may read. */
export function visiblePapers(papers: readonly IssuedPaper[], right: ReadingRight): IssuedPaper[] {
  if (right.sees === 'everything') return [...papers]
  return papers.filter((paper) => paper.isPublic || (right.sees === 'own-items' && right.items.includes(paper.item)))
}

/** Whether anything is withheld from the public at this meeting. */
export function holdsWithheld({ meeting }: Pick<IssuedVersion, 'meeting'>): boolean {
  return isPrivate(meeting) || meeting.items.some((item) => item.exempt !== undefined || item.confidential || item.withheld.length > 0)
}

/** Of a private meeting nothing but that it meets is public. */
export function isPrivate(meeting: Pick<IssuedMeeting, 'public' | 'privateDevelopment'>): boolean {
  return !meeting.public || meeting.privateDevelopment
}
