import { opennessOf } from '../agenda/openness.ts'
import { isOpenMeeting } from '../record/withheld.ts'
import type { PaperDraft } from '../record/meeting-draft.ts'
import type { EntryItem, MeetingEntry } from '../record/meetings-file.ts'
import { paperSlug } from './draft-of-meeting.ts'
import type { ItemInWork, MeetingInWork, PaperInList } from './meeting-in-work.ts'

/**
 * Which item of what is kept each item of a file goes on, by the file's number. The same matter has number and title alike or, moved, a title that no
 * other item has. One whose openness differs is never joined, so that nothing that was noted on a withheld text reaches whoever may read the other.
 */
export function sameItems(entry: MeetingEntry, kept: MeetingInWork | undefined): ReadonlyMap<number, ItemInWork> {
  if (kept === undefined || isOpenMeeting(entry) !== isOpenMeeting(kept.facts)) return new Map()
  const alone = (title: string) => entry.items.filter((item) => item.title === title).length === 1 && kept.items.filter(({ facts }) => facts.title === title).length === 1
  const isAlike = (item: EntryItem, one: ItemInWork) => item.title === one.facts.title && opennessOf(item) === opennessOf(one.facts)
  const joined = joinedBy(entry.items, kept.items, [
    (item, one) => isAlike(item, one) && item.number === one.number,
    (item, one) => isAlike(item, one) && alone(item.title),
  ])
  return new Map([...joined].map(([item, one]) => [item.number, one]))
}

/**
 * Which paper of its item each paper of a file goes on: of the same kind, in the same place with the same title, else with the same title, else in the
 * same place. `before` are the papers of the items that go on, by the file's number of their item.
 */
export function samePapers<Kept extends PaperInList>(papers: readonly PaperDraft[], before: ReadonlyMap<number, readonly Kept[]>): ReadonlyMap<PaperDraft, Kept> {
  const joined = [...before].flatMap(([item, kept]) => {
    const isSameKind = (paper: PaperDraft, one: Kept) => paper.kind === one.kind && (paper.isPublicVersion ?? false) === one.isPublicVersion
    const isSamePlace = (paper: PaperDraft, one: Kept) => isSameKind(paper, one) && paper.id === paperSlug(item, one)
    const hasSameTitle = (paper: PaperDraft, one: Kept) => isSameKind(paper, one) && paper.title === one.title
    const own = papers.filter((paper) => paper.item === item)
    return [...joinedBy(own, kept, [(paper, one) => isSamePlace(paper, one) && hasSameTitle(paper, one), hasSameTitle, isSamePlace])]
  })
  return new Map(joined)
}

/** Joins what comes with what is kept, each once: first whatever the first test joins, then of what is left whatever the next does. */
function joinedBy<Coming, Kept>(coming: readonly Coming[], kept: readonly Kept[], tests: readonly ((one: Coming, other: Kept) => boolean)[]): Map<Coming, Kept> {
  const joined = new Map<Coming, Kept>()
  const taken = new Set<Kept>()
  for (const test of tests) {
    for (const one of coming) {
      const other = joined.has(one) ? undefined : kept.find((each) => !taken.has(each) && test(one, each))
      if (other === undefined) continue
      joined.set(one, other)
      taken.add(other)
    }
  }
  return joined
}
